@testable import XlsxSheet

/// A workbook as a spreadsheet program packs it, from its sheets' XML.
struct InventedWorkbook {
    struct Tab {
        var name: String
        var state = "visible"
        /// What stands in `<worksheet>`.
        var content: String
    }

    var tabs: [Tab]
    /// Number format codes; the cell style 1 has the first, 2 the second. Style 0 has none.
    var formats: [String] = []
    /// The items of the shared string table, each what stands in `<si>`.
    var strings: [String] = []
    var workbookSettings = ""
    var extraFiles: [(String, String)] = []
    var prologue = ""

    init(_ rows: String, after: String = "", formats: [String] = [], strings: [String] = []) {
        tabs = [Tab(name: "Report", content: "<sheetData>\(rows)</sheetData>\(after)")]
        self.formats = formats
        self.strings = strings
    }

    var files: [(String, String)] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(prologue)"
        let sheets = tabs.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"rId\($0 + 1)\"/>"
        }
        var relations = tabs.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        relations.append("<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>")
        relations.append("<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"./sharedStrings.xml\"/>")
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\($0 + 200)\" formatCode=\"\($1)\"/>" }.joined()
        let styles = formats.indices.map { "<xf numFmtId=\"\($0 + 200)\"/>" }.joined()
        let builtIn = (0..<60).map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        return [
            ("[Content_Types].xml", "\(head)<Types/>"),
            (
                "_rels/.rels",
                "\(head)<r><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></r>"
            ),
            (
                "xl/workbook.xml",
                "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(workbookSettings)<sheets>"
                    + sheets.joined() + "</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "\(head)<Relationships>\(relations.joined())</Relationships>"),
            (
                "xl/styles.xml",
                "\(head)<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs><xf/>\(styles)\(builtIn)</cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", "\(head)<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"),
        ]
            + tabs.enumerated().map {
                ("xl/worksheets/sheet\($0 + 1).xml", "\(head)<worksheet xmlns=\"\(main)\">\($1.content)</worksheet>")
            } + extraFiles
    }

    var bytes: [UInt8] { storedZip(files.map { ($0, Array($1.utf8)) }) }

    func read() throws(WorkbookRefusal) -> Workbook { try readWorkbook(bytes, name: "Pupils.xlsx") }

    /// The first sheet's rows by number.
    func rows() throws(WorkbookRefusal) -> [Int: [String]] {
        let sheet = try read().sheets[0]
        return Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.number, sheet.texts(of: $0)) })
    }

    /// The one cell of a sheet.
    static func cell(_ cell: String, formats: [String] = [], strings: [String] = []) throws(WorkbookRefusal) -> String?
    {
        let sheet = try InventedWorkbook("<row r=\"1\">\(cell)</row>", formats: formats, strings: strings).read()
            .sheets[0]
        return sheet.rows.first?.cells.first.map(sheet.text)
    }
}

func refusal(_ bytes: [UInt8]) -> WorkbookRefusal? {
    do throws(WorkbookRefusal) {
        _ = try readWorkbook(bytes, name: "Pupils.xlsx")
        return nil
    } catch {
        return error
    }
}
