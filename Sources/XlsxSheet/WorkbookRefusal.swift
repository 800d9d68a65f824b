/// Why a file is not read as a workbook, and what to do. Nothing of a refused file is used.
package struct WorkbookRefusal: Error, Sendable, Hashable {
    package enum Reason: Error, Sendable, Hashable, CaseIterable {
        case empty, text, webPage, spreadsheetXML, oldWorkbook, oldOffice, openDocument, binaryWorkbook, numbers
        case otherDocument, archive, unknown
        case password, damagedArchive, strangeArchive, missingPart, brokenPart, documentType, noSheets
        case tooManyParts, partTooLarge, tooLarge, tooDense
        case tooManyRows, tooManyColumns, tooManyCells, tooMuchText
    }

    package var reason: Reason
    /// The sheet, the cell or the part of the file that is meant: `sheet Report, cell XFD1`, `xl/workbook.xml`.
    package var place: String?

    package init(_ reason: Reason, at place: String? = nil) {
        self.reason = reason
        self.place = place
    }

    /// What is wrong, to stand behind the file's name and a colon.
    package var what: String {
        guard let place else { return reason.what }
        return "\(place): \(reason.what)"
    }

    package var fix: String { reason.fix }
}

extension WorkbookRefusal.Reason {
    package var what: String {
        switch self {
        case .empty: "this is an empty file"
        case .text: "this is plain text and no workbook, whatever its name says"
        case .webPage: "this is a web page with the name of a workbook"
        case .spreadsheetXML: "this is a spreadsheet in the XML format of 2003, not an .xlsx workbook"
        case .oldWorkbook: "this is an old Excel workbook (.xls)"
        case .oldOffice: "this is an old Office document and no workbook"
        case .openDocument: "this is an OpenDocument spreadsheet (.ods)"
        case .binaryWorkbook: "this is a binary Excel workbook (.xlsb)"
        case .numbers: "this is a document of Apple Numbers"
        case .otherDocument: "this is a text document or a presentation and no workbook"
        case .archive: "this is a zip archive without a workbook in it"
        case .unknown: "this is no workbook"
        case .password: "this workbook is protected with a password and cannot be read"
        case .damagedArchive: "this workbook is damaged or cut short"
        case .strangeArchive: "this workbook is packed as no spreadsheet program packs one"
        case .missingPart: "this part of the workbook is missing"
        case .brokenPart: "this part of the workbook is damaged"
        case .documentType:
            "this part of the workbook declares a document type (DOCTYPE), as no spreadsheet program does"
        case .noSheets: "this workbook has no sheet with cells"
        case .tooManyParts: "this workbook holds more than \(SheetLimits.parts) parts"
        case .partTooLarge: "a part of this workbook is larger than \(SheetLimits.partBytes / 1_000_000) MB unpacked"
        case .tooLarge: "this workbook is larger than \(SheetLimits.totalBytes / 1_000_000) MB unpacked"
        case .tooDense: "this workbook unpacks to more than \(SheetLimits.ratio) times its size, as no list does"
        case .tooManyRows: "this workbook has more than \(SheetLimits.rows) rows in use"
        case .tooManyColumns: "this sheet is wider than \(SheetLimits.columns) columns"
        case .tooManyCells: "this workbook has more than \(SheetLimits.cells / 1_000_000) million cells in use"
        case .tooMuchText: "the cells of this workbook hold more than \(SheetLimits.textBytes / 1_000_000) MB of text"
        }
    }

    package var fix: String {
        switch self {
        case .text: "give it the ending .csv, or open it in a spreadsheet program and save it as .xlsx"
        case .webPage, .spreadsheetXML, .oldWorkbook, .openDocument, .binaryWorkbook:
            "open it in a spreadsheet program and save it as Excel workbook (.xlsx) or as CSV"
        case .numbers: "open it in Numbers and export it to Excel (.xlsx) or CSV"
        case .empty, .oldOffice, .otherDocument, .archive, .unknown:
            "put the list there as Excel workbook (.xlsx) or as CSV"
        case .password: "open it in Excel, take the password away (File, Info, Protect Workbook) and save it again"
        case .damagedArchive, .strangeArchive, .missingPart, .brokenPart, .documentType, .noSheets:
            "export it again, or open it in a spreadsheet program and save it again as .xlsx or as CSV"
        case .tooManyColumns: "delete what stands far to the right of the table and save it again, or save it as CSV"
        case .tooManyParts, .partTooLarge, .tooLarge, .tooDense, .tooManyRows, .tooManyCells, .tooMuchText:
            "keep only the list in it and save it again, or save the list as CSV"
        }
    }
}

/// Adds the place to a refusal.
func refusing<T>(at place: String?, _ step: () throws(WorkbookRefusal.Reason) -> T) throws(WorkbookRefusal) -> T {
    do throws(WorkbookRefusal.Reason) {
        return try step()
    } catch {
        throw WorkbookRefusal(error, at: place)
    }
}
