/// UTF-8 that was read as Windows-1252 on its way here (`Å‚ukasz`), read rightly. Other text comes back as it is.
func repairedMojibake(_ text: String) -> String {
    var current = text
    for _ in 0..<2 {
        var bytes: [UInt8] = []
        for scalar in current.unicodeScalars {
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) || (0x80...0x9F).contains(scalar.value) {
                bytes.append(UInt8(scalar.value))
            } else if let byte = windows1252[scalar.value] {
                bytes.append(byte)
            } else {
                return current
            }
        }
        guard bytes.contains(where: { $0 >= .beyondASCII }), let better = String(validating: bytes, as: UTF8.self)
        else {
            return current
        }
        current = better
    }
    return current
}

private let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x2C6: 0x88,
    0x2030: 0x89, 0x160: 0x8A,
    0x2039: 0x8B, 0x152: 0x8C, 0x17D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97,
    0x2DC: 0x98, 0x2122: 0x99, 0x161: 0x9A, 0x203A: 0x9B, 0x153: 0x9C, 0x17E: 0x9E, 0x178: 0x9F,
]
