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
        for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
    return String(decoding: text, as: UTF8.self)
}
