/// A checksum of a row of the history (FNV-1a, 64 bits): a flipped bit on the disk is an error and never another
/// answer.
struct RowSum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // A mark between two columns: `ab` + `c` is not `a` + `bc`.
        value = (value ^ 0xFF) &* 0x100_0000_01B3
    }

    mutating func add(_ text: String) { add(text.utf8) }
    mutating func add(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        for _ in 0..<8 {
            value = (value ^ (rest & 0xFF)) &* 0x100_0000_01B3
            rest >>= 8
        }
    }
    mutating func add(_ number: Int?) { if let number { add(number) } else { add("nil") } }

    /// As SQLite keeps it.
    var number: Int { Int(Int64(bitPattern: value)) }
}
