/// A checksum of rows of the history (FNV-1a): a flipped bit on the disk is an error and never another answer.
struct RowSum {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ text: String) {
        // As `storable` has it.
        for byte in text.utf8 {
            if byte == 0 { for part in "\u{FFFD}".utf8 { add(byte: part) } } else { add(byte: byte) }
        }
        // A mark between two columns: `ab` + `c` is not `a` + `bc`.
        add(byte: 0xFF)
    }

    mutating func add(_ text: String?) { if let text { add(text) } else { add(byte: 0xFE) } }

    mutating func add(_ number: Int) {
        value = (value ^ UInt64(bitPattern: Int64(number))) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }

    mutating func add(_ number: Int?) { if let number { add(number) } else { add(byte: 0xFE) } }
    mutating func add(_ moment: Instant?) { add(moment?.seconds) }
    mutating func add(_ flag: Bool) { add(byte: flag ? 1 : 0) }
    mutating func add(_ flag: Bool?) { add(byte: flag.map { $0 ? 1 : 0 } ?? 2) }

    /// Of 48 bits, so that SQLite can add those of a day together.
    var number: Int { Int(truncatingIfNeeded: (value ^ value >> 48) & 0xFFFF_FFFF_FFFF) }
}
