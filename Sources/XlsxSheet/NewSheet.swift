import ASCII

/// A table to be written as a workbook of one sheet, for people who fill it in with a spreadsheet program.
package struct NewSheet: Sendable {
    package struct Column: Sendable {
        package enum Kind: Sendable {
            /// Identifiers and telephone numbers too: a spreadsheet keeps the zeros and signs in front.
            case text
            /// Cells of digits alone are numbers.
            case number
            /// Filled in by hand: shown as 2026-11-16, however it was typed.
            case date
        }

        package var name: String
        /// In letters of the usual font.
        package var width: Int
        package var kind: Kind
        /// What the spreadsheet offers to be filled in; something else may be typed.
        package var choices: [String]

        package init(_ name: String, width: Int, kind: Kind = .text, choices: [String] = []) {
            (self.name, self.width, self.kind, self.choices) = (name, width, kind, choices)
        }
    }

    package var name: String
    package var columns: [Column]
    /// Each with as many cells as there are columns.
    package var rows: [[String]]

    package init(name: String, columns: [Column], rows: [[String]]) {
        (self.name, self.columns, self.rows) = (name, columns, rows)
    }

    /// The bytes of the `.xlsx`: the same for the same table. No cell is a formula.
    package func workbook() -> [UInt8] {
        var archive = StoredArchive()
        archive.add("[Content_Types].xml", Self.xml(Self.contentTypes))
        archive.add("_rels/.rels", Self.xml(Self.packageRelationships))
        archive.add("xl/workbook.xml", Self.xml(workbookPart))
        archive.add("xl/_rels/workbook.xml.rels", Self.xml(Self.workbookRelationships))
        archive.add("xl/styles.xml", Self.xml(Self.styles))
        archive.add("xl/worksheets/sheet1.xml", sheetPart)
        return archive.bytes
    }

    // MARK: Parts

    private static func xml(_ text: String) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(text)".utf8)
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static let contentTypes = """
        <Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(media).sheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(media).styles+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(media).worksheet+xml"/>\
        </Types>
        """

    private static let packageRelationships = """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    private static let workbookRelationships = """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """

    private var workbookPart: String {
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><sheets>\
        <sheet name="\(Self.escaped(name))" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    }

    /// The cell formats by their numbers: general, text, date, heading.
    private enum Style: Int { case general, text, date, heading }

    private static let styles = """
        <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """

    private var sheetPart: [UInt8] {
        var part = Self.xml(
            """
            <worksheet xmlns="\(Self.main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <cols>\(columns.indices.map(columnElement).joined())</cols><sheetData>
            """)
        add(columns.map(\.name), row: 1, to: &part) { _ in .heading }
        for (number, row) in rows.enumerated() {
            add(row, row: number + 2, to: &part) { style(of: columns[$0].kind) }
        }
        part += "</sheetData>\(choiceElements)</worksheet>".utf8
        return part
    }

    private func columnElement(_ index: Int) -> String {
        let style = style(of: columns[index].kind).rawValue
        return
            "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(columns[index].width)\" style=\"\(style)\" customWidth=\"1\"/>"
    }

    private func style(of kind: Column.Kind) -> Style {
        switch kind {
        case .text: .text
        case .number: .general
        case .date: .date
        }
    }

    private func add(_ cells: [String], row: Int, to part: inout [UInt8], style: (Int) -> Style) {
        part += "<row r=\"\(row)\">".utf8
        for (column, cell) in cells.enumerated() {
            let (name, style) = (cellName(row: row, column: column), style(column))
            if style == .general, !cell.isEmpty, cell.utf8.count < 10, cell.utf8.allSatisfy(\.isASCIIDigit) {
                part += "<c r=\"\(name)\"><v>\(cell)</v></c>".utf8
            } else if cell.isEmpty {
                part += "<c r=\"\(name)\" s=\"\(style.rawValue)\"/>".utf8
            } else {
                part += "<c r=\"\(name)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is>".utf8
                part += "<t xml:space=\"preserve\">\(Self.escaped(cell))</t></is></c>".utf8
            }
        }
        part += "</row>".utf8
    }

    private var choiceElements: String {
        let lists = columns.indices.filter { !columns[$0].choices.isEmpty }
        if lists.isEmpty || rows.isEmpty { return "" }
        let elements = lists.map { column in
            """
            <dataValidation type="list" allowBlank="1" showErrorMessage="0" \
            sqref="\(cellName(row: 2, column: column)):\(cellName(row: rows.count + 1, column: column))">\
            <formula1>"\(Self.escaped(columns[column].choices.joined(separator: ",")))"</formula1></dataValidation>
            """
        }
        return "<dataValidations count=\"\(lists.count)\">\(elements.joined())</dataValidations>"
    }

    /// Text for an element or attribute, without what XML cannot hold.
    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            default: if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { out.append(scalar) }
            }
        }
        return String(out)
    }
}
