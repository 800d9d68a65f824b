import DelimitedText

/// UTF-8 that was read as Windows-1252 on its way here (`Å‚ukasz`), read rightly. Other text comes back as it is.
func repairedMojibake(_ text: String) -> String {
    var current = text
    for _ in 0..<2 {
        var bytes: [UInt8] = []
        for scalar in current.unicodeScalars {
            if scalar.value < 0x100 {
                bytes.append(UInt8(scalar.value))
            } else if let byte = windows1252Bytes[scalar] {
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

private let windows1252Bytes = Dictionary(uniqueKeysWithValues: (0x80...0x9F).map { (windows1252Scalar($0), $0) })
