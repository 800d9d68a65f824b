import ASCII

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
