import ASCII

/// Letters that went through UTF-8 twice.
package enum DoubledUTF8 {
    /// Undoes letters that went through UTF-8 twice: `ZoÃ«`, or `Zo√´` from a Mac, is Zoë.
    ///
    /// - Parameter bytes: UTF-8; parts that are not stay as they are.
    /// - Returns: the line of the first such word, counted from 1; `nil` when there is none.
    package static func undo(_ bytes: inout [UInt8]) -> Int? {
        if isASCII(bytes.span) { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var (i, line) = (0, 1)
        var first: Int?
        while i < bytes.count {
            let start = i
            while i < bytes.count, bytes[i] >= .beyondASCII { i += 1 }
            if i == start {
                line += bytes[i] == .lineFeed ? 1 : 0
                text.append(bytes[i])
                i += 1
            } else if let once = readOnce(bytes[start..<i]) {
                first = first ?? line
                text.append(contentsOf: once)
            } else {
                text.append(contentsOf: bytes[start..<i])
            }
        }
        if first != nil { bytes = text }
        return first
    }

    /// The bytes that these signs are in an older encoding, if they are UTF-8 in turn.
    private static func readOnce(_ signs: ArraySlice<UInt8>) -> [UInt8]? {
        guard signs.count > 3, let text = String(validating: signs, as: UTF8.self) else { return nil }
        for byte in [Windows1252.byte, MacRoman.byte] {
            let bytes = text.unicodeScalars.compactMap(byte)
            guard bytes.count == text.unicodeScalars.count, let once = String(validating: bytes, as: UTF8.self) else {
                continue
            }
            return Array(once.utf8)
        }
        return nil
    }
}
