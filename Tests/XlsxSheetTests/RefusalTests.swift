import Testing

@testable import XlsxSheet

@Suite("Files that are not read as workbooks")
struct RefusalTests {
    private func oldOffice(_ stream: String) -> [UInt8] {
        let name: [UInt8] = stream.utf8.flatMap { [$0, 0] }
        var entry = name + [UInt8](repeating: 0, count: 128 - name.count)
        entry[64] = UInt8(name.count + 2)
        return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504) + entry
    }

    @Test func `old and protected Office files are told apart`() {
        #expect(refusal(oldOffice("EncryptedPackage"))?.reason == .password)
        #expect(refusal(oldOffice("Workbook"))?.reason == .oldWorkbook)
        #expect(refusal(oldOffice("Book"))?.reason == .oldWorkbook)
        #expect(refusal(oldOffice("WordDocument"))?.reason == .oldOffice)
        #expect(refusal(Array(oldOffice("Workbook").prefix(40)))?.reason == .oldOffice)
    }

    @Test(arguments: [
        ("", WorkbookRefusal.Reason.empty), ("Surname,Forename\nBrightwell,Ada\n", .text), ("<html><table>", .webPage),
        ("\u{FEFF}\n <TABLE border=1>", .webPage),
        ("<!DOCTYPE html><html>", .webPage), ("<?xml version=\"1.0\"?><html xmlns=\"x\">", .webPage),
        ("MIME-Version: 1.0\r\n", .webPage),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", .spreadsheetXML),
        ("\u{1}\u{2}", .unknown),
        ("<?xml?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">", .openDocument),
        ("PK", .text),
    ])
    func `other files are named for what they are`(text: String, reason: WorkbookRefusal.Reason) {
        #expect(refusal(Array(text.utf8))?.reason == reason)
    }

    @Test func `a web page in UTF-16 is one too`() {
        let page: [UInt8] = [0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }
        #expect(refusal(page)?.reason == .webPage)
    }

    @Test(arguments: [
        (["mimetype", "content.xml"], WorkbookRefusal.Reason.openDocument), (["xl/workbook.bin"], .binaryWorkbook),
        (["Index/Document.iwa"], .numbers),
        (["[Content_Types].xml", "word/document.xml"], .otherDocument), (["pupils.csv"], .archive),
        ([], .damagedArchive),
        (["../xl/workbook.xml"], .strangeArchive),
        (["xl/workbook.xml", "XL/Workbook.xml"], .strangeArchive), (["[Content_Types].xml"], .missingPart),
    ])
    func `other archives are named for what they are`(names: [String], reason: WorkbookRefusal.Reason) {
        #expect(refusal(storedZip(names.map { ($0, Array("<a/>".utf8)) }))?.reason == reason)
    }

    @Test func `a document type is refused in any part, also in one that is not read`() {
        var book = InventedWorkbook("<row/>")
        book.prologue = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
        #expect(refusal(book.bytes)?.reason == .documentType)
        book.prologue = ""
        book.extraFiles = [
            ("docProps/app.xml", "<?xml version=\"1.0\"?><!DOCTYPE html><a/>"), ("xl/media/image1.png", "<!DOCTYPE x>"),
        ]
        #expect(refusal(book.bytes) == WorkbookRefusal(.documentType, at: "docProps/app.xml"))
        book.extraFiles.removeFirst()
        #expect(refusal(book.bytes) == nil)
    }

    @Test func `a missing part is named`() {
        let files = InventedWorkbook("<row/>").files
        for name in ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"] {
            let bytes = storedZip(files.filter { $0.0 != name }.map { ($0.0, Array($0.1.utf8)) })
            #expect(refusal(bytes) == WorkbookRefusal(.missingPart, at: name))
        }
        let unrelated = storedZip(
            files.filter { $0.0 != "xl/_rels/workbook.xml.rels" }.map { ($0.0, Array($0.1.utf8)) })
        #expect(refusal(unrelated) == WorkbookRefusal(.missingPart, at: "sheet Report"))
    }

    @Test func `a workbook cut short at any byte is refused`() {
        let bytes = InventedWorkbook("<row><c><v>1</v></c></row>").bytes
        #expect(refusal(bytes) == nil)
        for count in stride(from: 0, to: bytes.count, by: 7) { #expect(refusal(Array(bytes.prefix(count))) != nil) }
    }

    @Test func `a part above its limit is refused before it is unpacked`() throws {
        var bytes = InventedWorkbook("<row/>").bytes
        // The size stands in the part's own header and in the archive's table of contents.
        let sizes = [([0x50, 0x4B, 0x03, 0x04] as [UInt8], 22), ([0x50, 0x4B, 0x01, 0x02], 24)]
        for (header, offset) in sizes {
            let start = try #require(bytes.indices.last { bytes[$0...].starts(with: header) })
            let size = SheetLimits.partBytes + 1
            for i in 0..<4 { bytes[start + offset + i] = UInt8(size >> (8 * i) & 0xFF) }
        }
        #expect(refusal(bytes)?.reason == .partTooLarge)
    }

    @Test func `a workbook that is packed without compression may be large`() throws {
        let book = InventedWorkbook("<row><c><v>1</v></c></row>", after: String(repeating: " ", count: 2_000_000))
        #expect(try book.rows() == [1: ["1"]])
    }

    @Test func `names without end are refused`() {
        let names = (0..<150_000).map { "<a\($0)/>" }.joined()
        #expect(refusal(InventedWorkbook("<row/>", after: names).bytes)?.reason == .brokenPart)
        let endless = "<" + String(repeating: "a", count: 2_200_000) + "/>"
        #expect(refusal(InventedWorkbook("<row/>", after: endless).bytes)?.reason == .brokenPart)
    }

    @Test func `every refusal says what is wrong and what to do`() {
        for reason in WorkbookRefusal.Reason.allCases {
            #expect(!reason.what.isEmpty && !reason.fix.isEmpty)
            #expect(!reason.what.hasSuffix(".") && !reason.fix.hasSuffix("."))
        }
        #expect(
            WorkbookRefusal(.brokenPart, at: "sheet Report").what
                == "sheet Report: this part of the workbook is damaged")
    }
}
