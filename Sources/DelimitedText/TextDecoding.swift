import ASCII

/// How the bytes of a file were written.
package enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "utf-8"
    case utf8WithMark = "utf-8-bom"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
}

/// The byte order mark of a UTF-8 file, as Excel writes it.
package let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A file's text as UTF-8 bytes without a byte order mark.
///
/// The bytes are not promised to be valid UTF-8: a file that is UTF-8 but for one damaged line stays as it is, a UTF-16
/// unit that is no letter becomes `FF`, and `readRecords` gives that line as `notUTF8`.
package struct DecodedText: Sendable {
    package var bytes: [UInt8]
    package var encoding: TextEncoding

    package init(bytes: [UInt8], encoding: TextEncoding) {
        self.bytes = bytes
        self.encoding = encoding
    }
}

/// Why a file is not delimited text at all.
package enum WrongKind: String, Sendable, Hashable, Error {
    case empty = "an empty file"
    case png = "a PNG picture"
    case jpeg = "a JPEG picture"
    case pdf = "a PDF document"
    case zipOrWorkbook = "a zip archive or an Excel workbook (.xlsx)"
    case oldWorkbook = "an old Excel workbook (.xls)"
    case gzip = "a gzip archive"
    case database = "an SQLite database"
    case webPage = "a web page"
    case json = "a JSON document"
    case xml = "an XML document"
    case richText = "a rich text document"
    case binary = "binary data, not text"
}

/// Decodes a whole file: byte order mark, UTF-16 with or without one, UTF-8, else Windows-1252 (an Excel re-save).
///
/// UTF-8 stays in its buffer if the caller gives it away: a file of a hundred megabytes is in memory once.
///
/// - Throws: `WrongKind` when the bytes are no text, or text of a kind that holds no table.
package func decodeText(_ bytes: consuming [UInt8]) throws(WrongKind) -> DecodedText {
    if bytes.isEmpty { throw .empty }
    if let kind = binaryKind(bytes) { throw kind }
    if bytes.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes.dropFirst(2), isBig: true) }
    if bytes.starts(with: utf8Mark) {
        bytes.removeFirst(3)
        return try checked(DecodedText(bytes: bytes, encoding: .utf8WithMark))
    }
    if let isBig = looksLikeUTF16(bytes) { return try decodeUTF16(bytes[...], isBig: isBig) }
    if isProbablyWindows1252(bytes) { return try checked(decodeWindows1252(bytes)) }
    return try checked(DecodedText(bytes: bytes, encoding: .utf8))
}

/// Takes the bytes as Windows-1252 whatever they are; the five undefined codes become control characters.
package func decodeWindows1252(_ bytes: [UInt8]) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes { text.append(contentsOf: UTF8.encode(windows1252Scalar(byte))!) }
    return DecodedText(bytes: text, encoding: .windows1252)
}

private func checked(_ text: DecodedText) throws(WrongKind) -> DecodedText {
    if let kind = documentKind(text.bytes) { throw kind }
    return text
}

/// Kinds that are told by their first bytes.
private func binaryKind(_ bytes: [UInt8]) -> WrongKind? {
    let signatures: [([UInt8], WrongKind)] = [
        ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg), (Array("%PDF".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .zipOrWorkbook), ([0x50, 0x4B, 0x05, 0x06], .zipOrWorkbook),
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
        case .error: text.append(0xFF)
        }
    }
    if bytes.count % 2 == 1 { text.append(0xFF) }
    if text.starts(with: utf8Mark) { text.removeFirst(3) }
    return try checked(DecodedText(bytes: text, encoding: isBig ? .utf16BigEndian : .utf16LittleEndian))
}

/// Not UTF-8, and what stands above ASCII reads as letters of Windows-1252.
///
/// A file with even one well-formed UTF-8 letter is UTF-8 with damaged lines: taking it as Windows-1252 would
/// turn every right name in it into a wrong one. ÿ and þ and the undefined codes are damage rather than letters of a
/// name.
private func isProbablyWindows1252(_ bytes: [UInt8]) -> Bool {
    if isASCII(bytes.span) { return false }
    if String(validating: bytes, as: UTF8.self) != nil { return false }
    var i = 0
    while i < bytes.count {
        let byte = bytes[i]
        if byte < .beyondASCII {
            i += 1
            continue
        }
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF].contains(byte) { return false }
        // A capital behind a small letter is the first byte of a letter that was cut; ED A0…BF is half of a surrogate
        // pair.
        if i > 0, bytes[i - 1].isASCIISmallLetter, (0xC2...0xDE).contains(byte) { return false }
        if byte == 0xED, i + 2 < bytes.count, (0xA0...0xBF).contains(bytes[i + 1]), (0x80...0xBF).contains(bytes[i + 2])
        {
            return false
        }
        if byte >= 0xC0, i + 1 < bytes.count, isOddBehindLetter(bytes[i + 1]) { return false }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
        if length > 1, i + length <= bytes.count, String(validating: bytes[i..<i + length], as: UTF8.self) != nil {
            return false
        }
        i += 1
    }
    return true
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

/// Continuation bytes that nobody writes behind a letter in Windows-1252: `E2 82` is half a euro sign, `E9 92` is "é’".
private func isOddBehindLetter(_ byte: UInt8) -> Bool {
    let usual: Set<UInt8> = [
        0x85, 0x8A, 0x8C, 0x8E, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9A, 0x9C, 0x9E, 0xA0, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7,
        0xBB,
    ]
    return (0x80...0xBF).contains(byte) && !usual.contains(byte)
}

package func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
    let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
        0x017E, 0x0178,
    ]
    return (0x80...0x9F).contains(byte) ? Unicode.Scalar(high[Int(byte) - 0x80])! : Unicode.Scalar(byte)
}
