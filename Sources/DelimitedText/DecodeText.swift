import ASCII

/// How many bytes a letter has in UTF-8 that begins with this one; 0 when none does.
package func lengthOfUTF8(from first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 0
    }
}

/// Decodes a whole file: byte order mark, UTF-16 with or without one, UTF-8, else Windows-1252 (an Excel re-save) or Mac
/// Roman (one on a Mac).
///
/// UTF-8 stays in its buffer if the caller gives it away: a file of a hundred megabytes is in memory once.
///
/// - Throws: `WrongKind` when the bytes are no text, or text of a kind that holds no table.
package func decodeText(_ bytes: consuming [UInt8]) throws(WrongKind) -> DecodedText {
    if bytes.isEmpty { throw .empty }
    if let kind = binaryKind(bytes) { throw kind }
    if bytes.starts(with: ByteOrderMark.utf16LittleEndian) { return try decodeUTF16(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: ByteOrderMark.utf16BigEndian) { return try decodeUTF16(bytes.dropFirst(2), isBig: true) }
    if bytes.starts(with: ByteOrderMark.utf8) {
        bytes.removeFirst(3)
        return try checked(DecodedText(bytes: bytes, encoding: .utf8WithMark))
    }
    if let isBig = looksLikeUTF16(bytes) { return try decodeUTF16(bytes[...], isBig: isBig) }
    if MacRoman.isLikely(bytes) { return try checked(MacRoman.decode(bytes)) }
    if Windows1252.isLikely(bytes) { return try checked(Windows1252.decode(bytes)) }
    return try checked(DecodedText(bytes: bytes, encoding: .utf8))
}

private func checked(_ text: DecodedText) throws(WrongKind) -> DecodedText {
    if let kind = documentKind(text.bytes) { throw kind }
    return text
}

/// Kinds that are told by their first bytes.
private func binaryKind(_ bytes: [UInt8]) -> WrongKind? {
    let signatures: [([UInt8], WrongKind)] = [
        ([0x89] + Array("PNG".utf8), .png), ([0xFF, 0xD8, 0xFF], .jpeg), (Array("%PDF".utf8), .pdf),
        (Array("PK\u{3}\u{4}".utf8), .zipOrWorkbook), (Array("PK\u{5}\u{6}".utf8), .zipOrWorkbook),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), ([0x1F, 0x8B], .gzip), (Array("SQLite format 3\0".utf8), .database),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
}

/// Kinds that are told by the first text: a login page or an error saved instead of the export.
private func documentKind(_ bytes: [UInt8]) -> WrongKind? {
    guard let start = bytes.firstIndex(where: { $0 > .space }),
        [.lessThan, .openingBracket, .openingBrace].contains(bytes[start])
    else {
        return nil
    }
    let head = String(decoding: bytes[start..<min(bytes.count, start + 256)], as: UTF8.self).lowercased()
    if head.utf8.starts(with: "<!doctype html".utf8) || head.utf8.starts(with: "<html".utf8) { return .webPage }
    if head.utf8.starts(with: "<?xml".utf8) || head.utf8.starts(with: "<".utf8) { return .xml }
    if head.utf8.starts(with: "{\\rtf".utf8) { return .richText }
    if head.utf8.starts(with: "{".utf8) || head.utf8.starts(with: "[{".utf8) { return .json }
    return nil
}

/// UTF-16 without a mark: every second byte of the beginning is NUL.
private func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(512)
    guard head.count >= 4 else { return nil }
    let pairs = head.count / 2
    let evenNULs = stride(from: 0, to: pairs * 2, by: 2).count { head[$0] == 0 }
    let oddNULs = stride(from: 1, to: pairs * 2, by: 2).count { head[$0] == 0 }
    if oddNULs * 10 >= pairs * 8, evenNULs * 10 < pairs { return false }
    if evenNULs * 10 >= pairs * 8, oddNULs * 10 < pairs { return true }
    return nil
}

private func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBig: Bool) throws(WrongKind) -> DecodedText {
    if bytes.isEmpty { throw .empty }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for i in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
        let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
        units.append(isBig ? first << 8 | second : second << 8 | first)
    }
    var decoder = UTF16()
    var iterator = units.makeIterator()
    decoding: while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): text.append(contentsOf: UTF8.encode(scalar)!)
        case .emptyInput: break decoding
        case .error: text.append(.notUTF8)
        }
    }
    if bytes.count % 2 == 1 { text.append(.notUTF8) }
    if text.starts(with: ByteOrderMark.utf8) { text.removeFirst(3) }
    return try checked(DecodedText(bytes: text, encoding: isBig ? .utf16BigEndian : .utf16LittleEndian))
}

func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
        // No early exit inside: so the compiler looks at many bytes at once.
        let part = bytes.extracting(at..<min(at + 65_536, bytes.count))
        var union: UInt8 = 0
        for i in part.indices { union |= part[i] }
        if union >= .beyondASCII { return false }
        at += 65_536
    }
    return true
}
