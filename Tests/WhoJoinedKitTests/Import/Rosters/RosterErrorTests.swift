import HostSystem
import Testing

@testable import WhoJoinedKit

/// One bad file and its exact message each.
@Suite struct RosterErrorTests {
    private func refusal(_ bytes: [UInt8]) -> String {
        do throws(RosterRefusal) {
            _ = try readRosterDocument([RosterFile(name: "list.csv", bytes: bytes)], RosterReading())
            return "read"
        } catch {
            return "\(error.code.rawValue) \(error.problem.line ?? 0): \(error.problem.what)"
        }
    }

    @Test(arguments: [
        (
            "001234,Amelia,Khan,4B\n001235,Leo,Khan,4B\n",
            "no-header 1: no header row with at least two known column names in the first 60 rows"
        ),
        (
            "Name (Original Name),User Email,Join Time,Leave Time\nA,,03/15/2021 09:00:12 AM,\n",
            "no-header 1: this is a participant export, not a roster"
        ),
        ("", "no-header 0: this is an empty file, not a table"),
        ("PK\u{3}\u{4}xxxx", "not-text 0: this is a zip archive or an Excel workbook (.xlsx), not a table"),
        (
            "Surname,Forename\nKh\0an,Amelia\n",
            "not-text 2: the file holds a NUL byte here, so it is damaged or no text"
        ),
        (
            "<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///x'>]>\n<CTfile/>",
            "no-header 2: this is an XML document with a document type; such files are not read"
        ),
        ("<html><body>Log in</body></html>", "no-header 1: this is a web page, not a table"),
        ("{\"pupils\":[]}", "no-header 1: this is a JSON document, not a table"),
        (
            "Surname,Forename,Reg Group,Reg Group\nKhan,Leo,4B,4C\n",
            "no-header 1: two columns are called Reg Group; which one is right cannot be told"
        ),
        (
            "Email,Year,Subject,Period\na@x.example,9,Maths,1\n",
            "no-header 1: this table has no column for the pupils' names"
        ),
    ])
    func `a file that is no roster is refused by name`(text: String, message: String) {
        #expect(refusal(Array(text.utf8)) == message)
    }

    @Test func `UTF-16 with a mark, Windows-1252 and UTF-8 are read, each as what it is`() throws {
        let text = "Surname,Forename\nÆsop,Zoë\n"
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let cp1252 = text.unicodeScalars.map { UInt8($0.value) }
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        let cases: [(bytes: [UInt8], encoding: String)] = [
            (utf16, "utf-16le"), (cp1252, "windows-1252"), (Array(text.utf8), "utf-8"), (marked, "utf-8-bom"),
        ]
        for (bytes, encoding) in cases {
            let document = try readRosterDocument([RosterFile(name: "list.csv", bytes: bytes)], RosterReading())
            #expect(document.files.map(\.encoding.rawValue) == [encoding])
            #expect(document.pupils.map(\.display.full) == ["Zoë Æsop"])
        }
    }

    @Test(arguments: [
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nA B,a@x.example,03/15/2021 09:00:00 AM,03/15/2021 09:10:00 AM,10\n",
        "1. Summary\nMeeting title\tx\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nA B\tx\tx\t5m\ta@x.example\ta@x.example\tPresenter\n",
        "First name,Last name,Email,Duration,Time joined,Time exited\nA,B,a@x.example,10 min,09:00,09:10\n",
    ])
    func `a participant export is no roster, though it holds names and addresses`(text: String) {
        let refusal = #expect(throws: RosterRefusal.self) { try readRoster(text) }
        #expect(refusal?.problem.what == "this is a participant export, not a roster")
    }

    @Test func `one broken byte among right UTF-8 costs its row only`() throws {
        let bytes = Array("Surname,Forename\nÆsop,Zoë\nB".utf8) + [0xFF] + Array(",C\nÐ,É\n".utf8)
        let document = try readRosterDocument([RosterFile(name: "list.csv", bytes: bytes)], RosterReading())
        #expect(document.pupils.map(\.display.full) == ["Zoë Æsop", "É Ð"])
        #expect(document.problemTexts == ["list.csv:3: the row holds bytes that are no letters"])
    }

    @Test(arguments: [
        (
            "Surname,Forename,Email\nKhan,Amelia,\"a@x.example\nBcc: b@y.example\"\n",
            "list.csv:2: an e-mail cell does not hold one plain address and is not used"
        ),
        (
            "Surname,Forename,Reg\n.,.,4B\nKhan,Amelia,4B\n",
            "list.csv:2: there is no name in this row, so it is not used"
        ),
        (
            "Surname,Forename,Reg\nKhan,\"Amelia,4B\nLee,Bo,4B\nNg,Sue,4B\n",
            "list.csv:2: a quoted value opened here is not closed in its row"
        ),
        (
            "Surname,Forename,Leaving Date\nKhan,Amelia,soon\n",
            "list.csv:2: the leaving date is not a date and is not used"
        ),
    ])
    func `a bad row or cell is named by its line and costs only itself`(text: String, message: String) throws {
        let document = try readRoster(text)
        #expect(document.problemTexts == [message])
        #expect(!document.pupils.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [3, 60])
    func `two stray quotes cost their rows and none between them`(lineEnd: String, count: Int) throws {
        var lines = (0..<count).map { "Khan,Child\($0 + 10),4B" }
        lines[0] = "Khan,\"Child10,4B"
        lines[count - 1] = "Khan,Child\(count + 9)\",4B"
        let list = ["Surname,Forename,Reg"] + lines + ["Lee,Bo,4B", "Ng,Sue,4B"]
        let document = try readRoster(list.map { $0 + lineEnd }.joined())
        #expect(document.pupils.count == count)
        #expect(document.pupils.map(\.display.full).contains("Child11 Khan"))
        #expect(document.problemTexts.map { $0.prefix { $0 != " " } } == ["list.csv:2:", "list.csv:\(count + 1):"])
        #expect(document.unread.map(\.line) == [2, count + 1])
    }

    @Test func `messages hold no cell values and fit a line`() throws {
        let document = try readRoster(
            "Surname,Forename,Email,Leaving Date,UPN\nSECRETNAME,X,SECRETMAIL,SECRETDATE,SECRETUPN\n")
        for problem in document.problems {
            #expect(!problem.what.contains("SECRET") && !problem.fix.contains("SECRET"))
            #expect(problem.what.count + problem.fix.count < 180)
        }
        #expect(document.problems.count == 2)
    }

    @Test(arguments: [
        ([("a.csv", "x"), ("A.CSV", "y")], ArchiveRefusal.doubleName), ([("../a.csv", "x")], .path),
        ([("/a.csv", "x")], .path), ([("b.zip", "PK\u{3}\u{4}")], .nested("b.zip")),
        ([("a.csv", "PK\u{3}\u{4}")], .nested("a.csv")), ((0...100).map { ("f\($0).csv", "x") }, .tooManyEntries),
    ])
    func `an archive that no MIS makes is refused whole`(files: [(String, String)], why: ArchiveRefusal) {
        #expect(throws: why) { try unpackArchive(storedZip(files)) }
    }

    @Test func `a zip is a folder, also with one folder inside`() throws {
        let entries = try unpackArchive(storedZip([("x/Students.csv", "Student ID,Surname,Forename\n1,Khan,Amelia\n")]))
        #expect(entries.map(\.name) == ["x/Students.csv"])
        #expect(throws: ArchiveRefusal.damaged) {
            try unpackArchive(Array("PK\u{3}\u{4} and then nothing of a zip".utf8))
        }
    }

    @Test(arguments: [([0xC3] as [UInt8], 3, "Zoe"), ([0xFF], 3, "Zoe"), ([0xC3], 3, "Zo\u{EB}")])
    func `a letter that is whole in no encoding is said with its line`(broken: [UInt8], line: Int, given: String) throws
    {
        let bytes =
            Array("Adm No,Surname,Forename,Reg\n1,Tarn,\(given),5C\n2,Ash,Un".utf8) + broken + Array(",5C\n".utf8)
        let document = try readRosterDocument([RosterFile(name: "pupils.csv", bytes: bytes)], RosterReading())
        let said = document.problems.filter { $0.code == "encoding" }
        #expect(said.map(\.line) == [line], "\(said.map(\.message))")
        #expect(document.pupils[0].pupil.display.given == given)
    }
}
