import DelimitedText

/// UTF-8 that was read as Windows-1252 on its way here (`Å‚ukasz`), read rightly. Other text comes back as it is.
func repairedMojibake(_ text: String) -> String {
    var current = text
    for _ in 0..<2 {
        var bytes: [UInt8] = []
        for scalar in current.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) ?? Windows1252.byte(scalar) else { return current }
            bytes.append(byte)
        }
        guard bytes.contains(where: { $0 >= .beyondASCII }), let better = String(validating: bytes, as: UTF8.self)
        else {
            return current
        }
        current = better
    }
    return current
}
