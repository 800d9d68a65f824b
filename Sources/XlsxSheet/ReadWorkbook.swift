import ASCII

/// Whether a file is packed as an `.xlsx` is, whatever its name says. It may still be any other zip archive.
package func isPackedLikeWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8)
}

/// Reads all visible sheets of a workbook; hidden ones are named in it without rows.
///
/// Hidden rows and columns are read, as they are when the sheet is saved as CSV; a row says that it was hidden.
///
/// - Parameter name: the file's name, for messages.
/// - Throws: what the file is instead, or what is wrong with it. Then nothing of it is used.
package func readWorkbook(_ bytes: [UInt8], name: String) throws(WorkbookRefusal) -> Workbook {
    guard isPackedLikeWorkbook(bytes) else { throw WorkbookRefusal(refusalOfOtherFile(bytes)) }
    var parts = try refusing(at: nil) { () throws(WorkbookRefusal.Reason) in try Parts(bytes) }
    let path = try Relationships(of: "", in: parts).path(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard parts.has(path), isXML(path), !isOtherDocument(parts) else {
        let reason = refusalOfOtherArchive(parts)
        throw WorkbookRefusal(reason, at: reason == .missingPart ? path : nil)
    }
    try parts.refuseDocumentTypes()
    return try readWorkbook(at: path, in: &parts, name: name)
}

private func readWorkbook(at path: String, in parts: inout Parts, name: String) throws(WorkbookRefusal) -> Workbook {
    var list = SheetList()
    let part = try parts.take(path)
    try refusing(at: path) { () throws(WorkbookRefusal.Reason) in try readXML(part, into: &list) }
    let relationships = try Relationships(of: path, in: parts)
    let context = try readContext(list, relationships, in: &parts)
    var workbook = Workbook(name: name, sheets: [])
    var use = SheetUse()
    for entry in list.entries {
        guard let target = relationships.byID[entry.id] else {
            throw WorkbookRefusal(.missingPart, at: "sheet \(entry.name)")
        }
        guard target.type == "worksheet" else { continue }
        var sheet = Sheet(name: entry.name, isHidden: entry.isHidden)
        if !entry.isHidden { try readRows(of: &sheet, try parts.take(target.path), context, &use) }
        workbook.sheets.append(sheet)
    }
    if workbook.sheets.isEmpty { throw WorkbookRefusal(.noSheets) }
    return workbook
}

private func readContext(_ list: SheetList, _ relationships: Relationships, in parts: inout Parts)
    throws(WorkbookRefusal) -> SheetContext
{
    var context = SheetContext()
    context.dateSystem = list.dateSystem
    context.isUncalculated = list.isUncalculated
    if let path = relationships.path(ofType: "styles") {
        let part = try parts.take(path)
        context.styles = try refusing(at: path) { () throws(WorkbookRefusal.Reason) in try Styles(part) }
    }
    if let path = relationships.path(ofType: "sharedStrings") {
        let part = try parts.take(path)
        context.strings = try refusing(at: path) { () throws(WorkbookRefusal.Reason) in try SharedStrings(part) }
    }
    return context
}

private func readRows(of sheet: inout Sheet, _ part: [UInt8], _ context: SheetContext, _ use: inout SheetUse)
    throws(WorkbookRefusal)
{
    var reader = SheetReader(context, use: use)
    do throws(WorkbookRefusal.Reason) {
        try readXML(part, into: &reader)
        use = reader.use
        (sheet.rows, sheet.text) = (reader.rows, reader.text)
        try spreadMergedCells(reader.merged, over: &sheet.rows, &use)
    } catch {
        let cell = error == .tooManyColumns ? ", cell \(reader.cellInQuestion)" : ""
        throw WorkbookRefusal(error, at: "sheet \(sheet.name)\(cell)")
    }
}
