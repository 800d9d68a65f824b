import ASCII

/// What a file that is no zip archive is taken for.
func refusalOfOtherFile(_ bytes: [UInt8]) -> WorkbookRefusal.Reason {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return oldOfficeKind(bytes) }
    let head = readableHead(bytes)
    guard !head.isEmpty else { return .unknown }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") || head.contains("excel.sheet") {
        return .spreadsheetXML
    }
    if head.contains("opendocument") { return .openDocument }
    let webSigns = ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "mime-version:"]
    if webSigns.contains(where: { head.utf8.starts(with: $0.utf8) }) || head.contains("<html") { return .webPage }
    return .text
}

/// The first kilobytes in small letters, without a byte order mark, blanks in front and the NULs of UTF-16; empty when
/// they are no text.
private func readableHead(_ bytes: [UInt8]) -> String {
    var head = Array(bytes.prefix(4096))
    if head.starts(with: ByteOrderMark.utf8) {
        head.removeFirst(3)
    } else if head.starts(with: ByteOrderMark.utf16LittleEndian) || head.starts(with: ByteOrderMark.utf16BigEndian) {
        head.removeFirst(2)
        head.removeAll { $0 == 0 }
    }
    let isText = head.allSatisfy { $0 >= .space || $0 == .tab || $0 == .lineFeed || $0 == .carriageReturn }
    guard isText else { return "" }
    return String(decoding: head.drop { $0 <= .space }.map(\.loweredASCII), as: UTF8.self)
}

/// An OLE compound file, told by the names in its directory: records of 128 bytes with the name in UTF-16 in front.
private func oldOfficeKind(_ bytes: [UInt8]) -> WorkbookRefusal.Reason {
    if hasStream("EncryptedPackage", in: bytes) || hasStream("EncryptionInfo", in: bytes) { return .password }
    if hasStream("Workbook", in: bytes) || hasStream("Book", in: bytes) { return .oldWorkbook }
    return .oldOffice
}

private func hasStream(_ name: String, in bytes: [UInt8]) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
    return stride(from: 0, to: bytes.count - 127, by: 128).contains { start in
        Int(bytes[start + 64]) == wanted.count && bytes[start...].starts(with: wanted)
    }
}

/// Text documents and presentations are packed as workbooks are and name their main part in the same way.
func isOtherDocument(_ parts: Parts) -> Bool { parts.has("word/document.xml") || parts.has("ppt/presentation.xml") }

/// What a zip archive without the workbook's part is taken for, by the names of its files.
func refusalOfOtherArchive(_ parts: Parts) -> WorkbookRefusal.Reason {
    if parts.has("xl/workbook.bin") { return .binaryWorkbook }
    if parts.has("mimetype"), parts.has("content.xml") { return .openDocument }
    if parts.has("index/document.iwa") || parts.has("index.zip") { return .numbers }
    if isOtherDocument(parts) { return .otherDocument }
    return parts.has("[content_types].xml") ? .missingPart : .archive
}
