internal import ASCII
internal import CNettle

/// SHA-256 of the bytes, as 64 lower-case hex digits.
package func sha256(_ bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_init(&context)
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    var text: [UInt8] = []
    text.reserveCapacity(2 * digest.count)
    for byte in digest {
        for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? .digitZero + digit : .smallA - 10 + digit) }
    }
    return String(decoding: text, as: UTF8.self)
}

/// A sum of the bytes that every flipped bit changes; no guard against somebody who wants the same sum.
package func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum = UInt64(bytes.count)
    func add(_ word: UInt64) {
        // Each step can be undone: two contents that differ in one word never have one sum.
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
    }
    unsafe bytes.withUnsafeBytes { bytes in
        var at = 0
        while at + 8 <= bytes.count {
            unsafe add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        while at < bytes.count {
            unsafe add(UInt64(bytes[at]))
            at += 1
        }
    }
    return sum
}
