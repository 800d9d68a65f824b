/// A workbook with these sheets: rows of texts, `nil` for a blank row. A name in brackets is a hidden sheet's.
func workbookBytes(_ sheets: [(name: String, rows: [[String]?])]) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let names = sheets.enumerated().map { i, sheet in
        let isHidden = sheet.name.utf8.first == 0x5B
        return "<sheet name=\"\(sheet.name)\" state=\"\(isHidden ? "hidden" : "visible")\" r:id=\"s\(i)\"/>"
    }
    let relations = sheets.indices.map {
        "<Relationship Id=\"s\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
    }
    let parts = sheets.enumerated().map { i, sheet in
        ("xl/worksheets/s\(i).xml", "<worksheet><sheetData>\(sheetData(sheet.rows))</sheetData></worksheet>")
    }
    return storedZip(
        [
            (
                "_rels/.rels",
                "<r><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></r>"
            ),
            ("xl/workbook.xml", "<workbook xmlns:r=\"\(office)\"><sheets>\(names.joined())</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<r>\(relations.joined())</r>"),
        ] + parts)
}

private func sheetData(_ rows: [[String]?]) -> String {
    rows.enumerated().map { i, cells in
        let texts = (cells ?? []).map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row r=\"\(i + 1)\">\(texts.joined())</row>"
    }.joined()
}
