// Feeds libFuzzer's inputs to the readers. Built by fuzz.py alone, with -sanitize=fuzzer,address.

import DelimitedText
import HostSystem
import XlsxSheet

@testable import WhoJoinedKit

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
) -> Int32

let school = School()
let records = RecordsReader(school.roster, zone: school.settings.zone)
let hints = {
    var hints = ReadingHints()
    hints.columns = ["name": "Attendee", "joined": "In", "left": "Out", "duration": "Minutes"]
    return hints
}()

/// By its first bytes an input is an archive, a part of a workbook, settings or a calendar; everything else is tried as
/// an export, then as the lists that a school keeps.
func read(_ bytes: [UInt8]) {
    if isZipArchive(bytes) { return readArchive(bytes) }
    if bytes.first == UInt8(ascii: "<") { return readPart(bytes) }
    if bytes.first == UInt8(ascii: "[") { return readTOML(bytes) }
    if bytes.starts(with: "BEGIN:".utf8) { return readCalendar(bytes) }
    readLines(bytes)
    if !readAsExport(bytes) { readAsList(bytes) }
}

/// Records lie inside their buffer, and their lines go up.
func readLines(_ bytes: [UInt8]) {
    guard let text = try? decodeText(bytes) else { return }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
        var lines = 0
        readRecords(in: text.bytes, delimiter: delimiter) {
            let record = copy $0
            precondition(
                record.line > lines
                    && (0..<record.count).allSatisfy { record.range(at: $0).upperBound <= record.bytes.count })
            lines = record.line
        } onDamage: { line, _ in
            precondition(line >= 1)
        }
    }
}

/// Every row is accounted for, no stay ends before it begins, and what is refused is said. False if it is no export.
func readAsExport(_ bytes: [UInt8]) -> Bool {
    do throws(ImportRefusal) {
        // A text file may be a list of names or a chat too.
        let name = bytes.count.isMultiple(of: 2) ? "names 2026-11-16.txt" : "seed.csv"
        let export = try readExport(bytes, file: name, hints: hints)
        precondition(export.rowsRead >= export.rowsRejected)
        for person in export.meetings.lazy.flatMap(\.participants) {
            for stay in person.stays {
                if let joined = stay.joined, let left = stay.left { precondition(joined <= left) }
            }
        }
        return true
    } catch {
        precondition(!error.problems.isEmpty)
        return false
    }
}

func readAsList(_ bytes: [UInt8]) {
    do throws(RosterRefusal) {
        let document = try readRosterDocument([RosterFile(name: "users.csv", bytes: bytes)], RosterReading())
        let merger = RosterMerger([document, document])
        precondition(merger.roster.pupils.count <= 2 * document.pupils.count)
    } catch {
        readAsOwnFile(bytes)
    }
}

/// The school's own files differ in their columns only: the length of the input decides which one this is.
func readAsOwnFile(_ bytes: [UInt8]) {
    switch bytes.count % 8 {
    case 0:
        var timetable = TimetableReader()
        timetable.read([RosterFile(name: "timetable.csv", bytes: bytes)])
        timetable.checkClasses(school.roster)
    case 1:
        var schedule = ScheduleReader(school.roster, school.settings)
        if ScheduleReader.isOutlook(bytes, file: "calendar.csv") { schedule.readOutlook(bytes, file: "calendar.csv") }
    case let at:
        var own = records
        own.read(
            SchoolFile.allCases[at % SchoolFile.allCases.count], [RosterFile(name: "own.csv", bytes: bytes)])
    }
}

func readCalendar(_ bytes: [UInt8]) {
    var schedule = ScheduleReader(school.roster, school.settings)
    schedule.readICS(bytes, file: "calendar.ics")
}

func readTOML(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    _ = try? readSettings(text, file: "school.toml", parameters: RuleBook.parameters)
}

func readArchive(_ bytes: [UInt8]) {
    var limits = ArchiveLimits()
    limits.entryBytes = 1_000_000
    limits.totalBytes = 4_000_000
    let entries = (try? unpackArchive(bytes, limits: limits)) ?? []
    precondition(entries.allSatisfy { $0.bytes.count <= limits.entryBytes })
    readWorkbook(bytes)
}

/// A changed archive is refused by its checksums: so a workbook's part is an input of its own, packed here beside the
/// others as they should be. Its first element says which part it is.
func readPart(_ bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    let own =
        ["<sst": "xl/sharedStrings.xml", "<styleSheet": "xl/styles.xml", "<workbook": "xl/workbook.xml"]
        .first { head.contains($0.key) }?.value ?? "xl/worksheets/sheet1.xml"
    var archive = StoredArchive()
    for (path, part) in workbookParts where path != own { archive.add(path, Array(part.utf8)) }
    archive.add(own, bytes)
    readWorkbook(archive.bytes)
}

/// Every sheet is what CSV would be: a roster, or one of the school's own lists.
func readWorkbook(_ bytes: [UInt8]) {
    guard let tables = (try? workbookTables(bytes, "seed.xlsx")) ?? nil else { return }
    for sheet in tables.sheets { readAsList(sheet.bytes) }
}

let workbookParts = {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: String, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    return [
        ("_rels/.rels", "<r>\(relation("a", "officeDocument", "xl/workbook.xml"))</r>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<r>\(relation("rId1", "worksheet", "worksheets/sheet1.xml"))\(relation("rId2", "styles", "styles.xml"))\(relation("rId3", "sharedStrings", "sharedStrings.xml"))</r>"
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"Pupils\" r:id=\"rId1\"/></sheets></workbook>"
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"000000\"/></numFmts><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>Surname</t></si><si><t>Forename</t></si><si><t>Class</t></si></sst>"),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row></sheetData></worksheet>"
        ),
    ]
}()

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
    read(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runDriver(&count, &arguments, testOneInput)
