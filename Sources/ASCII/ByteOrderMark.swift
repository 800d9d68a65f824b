/// The first bytes by which a file says how its text is written.
package enum ByteOrderMark {
    /// As Excel writes it.
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
    package static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
    package static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]

    package static func begins(_ bytes: some Sequence<UInt8>) -> Bool {
        [utf8, utf16LittleEndian, utf16BigEndian].contains { bytes.starts(with: $0) }
    }
}
