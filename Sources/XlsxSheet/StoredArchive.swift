import ASCII

/// A zip archive whose files are stored as they are: the same files give the same bytes on every machine, for nothing of
/// the clock, the account or a compressor's version is in them.
package struct StoredArchive {
    private var body: [UInt8] = []
    private var contents: [UInt8] = []
    private var count = 0

    /// Every file is of 1 January 1980, the first day that the format can write.
    private static let firstDay = 0x21

    package init() {}

    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        let name = Array(name.utf8)
        let common =
            Self.little(20, 2) + Self.little(0, 4) + Self.little(0, 2) + Self.little(Self.firstDay, 2)
            + Self.little(Int(Self.checksum(bytes)), 4) + Self.little(bytes.count, 4) + Self.little(bytes.count, 4)
            + Self.little(name.count, 2)
        let offset = body.count
        body += Self.little(0x0403_4B50, 4) + common + Self.little(0, 2) + name + bytes
        contents +=
            Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common + Self.little(0, 12) + Self.little(offset, 4)
            + name
        count += 1
    }

    /// The whole archive.
    package var bytes: [UInt8] {
        body + contents + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(count, 2)
            + Self.little(count, 2) + Self.little(contents.count, 4) + Self.little(body.count, 4) + Self.little(0, 2)
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { place in UInt8(truncatingIfNeeded: value >> (8 * place)) }
    }

    private static let checksumTable: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    /// CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = sum >> 8 ^ checksumTable[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }
}
