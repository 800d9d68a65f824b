import ASCII

/// How the bytes of a file were written.
package enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "utf-8"
    case utf8WithMark = "utf-8-bom"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case macRoman = "macintosh"
    case codePage850 = "ibm850"
}

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
