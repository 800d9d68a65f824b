import Testing

@testable import WhoJoinedKit

@Suite struct RecordsReaderTests {
    static let roster: Roster = {
        let text =
            "MIS ID,Adm No,UPN,Surname,Forename,Email,Reg\nA7,0012,B999410726001,Khan,Amelia,ak@school.example,4B\nA8,0013,,Lee,Bo,,4C\n"
        guard let document = try? readRoster(text) else { return Roster() }
        var roster = RosterMerger([document]).roster
        roster.staff.append(StaffMember(code: "RTA", full: "Tess Arden"))
        return roster
    }()

    private func read(_ file: SchoolFile, _ text: String) -> RecordsReader { read(file, Array(text.utf8)) }
    private func read(_ file: SchoolFile, _ bytes: [UInt8]) -> RecordsReader {
        var reader = RecordsReader(RecordsReaderTests.roster, zone: .london)
        reader.read(file, [RosterFile(name: "\(file.stem).csv", bytes: bytes)])
        return reader
    }
    private func problems(_ reader: RecordsReader) -> [String] {
        reader.problems.map { "\($0.file):\($0.line ?? 0): \($0.what)" }
    }
    private func wall(_ span: Interval) -> [String] {
        [span.start, span.end].map { SchoolZone.london.wallTime(of: $0).iso }
    }

    @Test(arguments: [
        ("2026-11-17,2026-11-18", ["2026-11-17T00:00:00", "2026-11-19T00:00:00"]),
        ("17/11/2026,17/11/2026", ["2026-11-17T00:00:00", "2026-11-18T00:00:00"]),
        ("2026-11-17 09:30,2026-11-17 12:00", ["2026-11-17T09:30:00", "2026-11-17T12:00:00"]),
        ("17/11/2026 13:00,17/11/2026", ["2026-11-17T13:00:00", "2026-11-18T00:00:00"]),
        ("17/11/2026 00:00,17/11/2026 00:00", ["2026-11-17T00:00:00", "2026-11-18T00:00:00"]),
        ("2026-11-17,", ["2026-11-17T00:00:00", "2026-11-18T00:00:00"]),
        ("2026-10-25,2026-10-25", ["2026-10-25T00:00:00", "2026-10-26T00:00:00"]),
    ])
    func `an absence is from a moment to a moment, a date the whole day`(cells: String, span: [String]) throws {
        let reader = read(.absences, "Id,From,To,Reason\nA7,\(cells),dentist\n")
        #expect(problems(reader).isEmpty)
        #expect(reader.records.absences.map { wall($0.span) } == [span])
    }

    @Test func `a file is read as Excel saves it, in any order of columns`() {
        let text = "reason;TO;Notes;from;ID\r\nGrippe für Zoë;18/11/2026;x;17/11/2026;12\r\n;;;;\r\n\r\n"
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        for bytes in [Array(text.utf8), marked, text.unicodeScalars.map { UInt8($0.value) }, utf16] {
            let reader = read(.absences, bytes)
            #expect(reader.records.absences.map(\.reason) == ["Grippe für Zoë"])
            #expect(reader.records.absences.map(\.pupil) == [0])
            #expect(reader.problems.isEmpty)
        }
    }

    @Test(arguments: [
        (
            SchoolFile.absences, "Id,From,To\nZ9,2026-11-17,2026-11-17\n",
            "absences.csv:2: the Id belongs to no pupil of the roster"
        ),
        (
            .absences, "Id,From,To\nA7,2026-11-17,2026-11-16\n",
            "absences.csv:2: From and To are not two dates (or dates and times), the second not before the first"
        ),
        (
            .absences, "Id,From,To\nA7,2026-02-30,2026-03-01\n",
            "absences.csv:2: From and To are not two dates (or dates and times), the second not before the first"
        ),
        (
            .absences, "Who,From,To\nA7,2026-02-28,2026-03-01\n",
            "absences.csv:1: no column Id or Name or Surname; nothing of this file is used"
        ),
        (
            .absences, "Id,Id,From\nA7,A8,2026-02-28\n",
            "absences.csv:1: two columns are called Id; nothing of this file is used"
        ),
        (
            .approvals, "Kind,Id,From,To\nholiday,A7,2026-11-01,2026-11-30\n",
            "approvals.csv:2: the column Kind holds none of the known words"
        ),
        (
            .approvals, "Kind,Id,Class,From,To\none-to-one,,,2026-11-01,2026-11-30\n",
            "approvals.csv:2: neither Id nor Class is filled in"
        ),
        (.approvals, "Kind,Id,From,To\none-to-one,A7,2026-11-30,2026-11-01\n", "approvals.csv:2: To is before From"),
        (.approvals, "Kind,Id,From,To\none-to-one,A7,2026-11-30,\n", "approvals.csv:2: the column To is empty"),
        (.agreements, "Id,Signed On\nA7,soon\n", "agreements.csv:2: the column Signed On holds no date"),
        (
            .notes, "Date,Class,Kind,At\n2026-11-16,4B,incident,late\n",
            "notes.csv:2: the column At holds no time or span of times"
        ),
        (.notes, "Date,Class,Kind,Person\n2026-11-16,4B,removed,\n", "notes.csv:2: the column Person is empty"),
        (
            .decisions, "Display Name,Is,Id\niPad,pupil,Z9\n",
            "decisions.csv:2: the Id belongs to no pupil of the roster"
        ),
        (
            .decisions, "Display Name,Is,Id\niPad,maybe,A7\n",
            "decisions.csv:2: the column Is holds none of the known words"
        ),
        (
            .followUps, "Date,Id,Kind\n2026-11-16,A7,rang\n",
            "followups.csv:2: the column Kind holds none of the known words"
        ),
        (.followUps, "Date,Id,Kind\n16 of May,A7,tried\n", "followups.csv:2: the column Date holds no date"),
    ])
    func `a row that cannot be used is named and costs only itself`(file: SchoolFile, text: String, message: String) {
        #expect(problems(read(file, text)) == [message])
    }

    @Test func `approvals are for a pupil, a class or the whole school`() {
        let reader = read(
            .approvals,
            "Kind,Id,Class,From,To,Approved By,Parent Present\nOne-to-One,0012,,01/11/2026,30/11/2026,Head,yes\n1:1,A8,,2026-11-01,2026-11-30,Head,\nrecording,,4B;4C,2026-11-01,2026-11-30,Head,\nrecording,,,2026-11-01,2026-11-30,Head,\n"
        )
        #expect(problems(reader).isEmpty)
        #expect(reader.records.approvals.map(\.kind) == [.oneToOne, .oneToOne, .recording, .recording, .recording])
        #expect(reader.records.approvals.map(\.parentPresent) == [true, nil, nil, nil, nil])
        #expect(reader.records.approvals.map { $0.classCode?.text ?? "" } == ["", "", "4B", "4C", ""])
    }

    @Test func `a list of agreements says who has not signed, an empty or unusable one says nothing`() {
        let unsigned = read(.agreements, "Id,Signed On\nA7,\n").records
        #expect(unsigned.agreements.isEmpty && unsigned.agreementKinds == [.acceptableUse])
        #expect(read(.agreements, "Id,Signed On\n").records.agreementKinds.isEmpty)
        #expect(read(.agreements, "Name,When\nAmelia,2026-09-01\n").records.agreementKinds.isEmpty)
    }

    @Test func `each kind of agreement is of its own people and has an end of its own`() {
        let reader = read(
            .agreements,
            "Kind,Id,Signed On,Until\n,A7,2026-09-01,\nRecording,A8,02/09/2026,31/08/2027\ntraining,RTA,2026-09-03,\n"
        )
        #expect(problems(reader).isEmpty)
        #expect(reader.records.agreements.map(\.kind) == [.acceptableUse, .recording, .training])
        #expect(reader.records.agreements.map { $0.until?.iso ?? "" } == ["", "2027-08-31", ""])
        let isOfStaff = reader.records.agreements.map { if case .staff = $0.holder { true } else { false } }
        #expect(isOfStaff == [false, false, true])
    }

    @Test(arguments: [
        ("Kind,Id,Signed On\nswimming,A7,2026-09-01\n", "the column Kind holds none of the known words"),
        ("Kind,Id,Signed On\ntraining,A7,2026-09-01\n", "the Id belongs to no member of staff"),
        ("Id,Signed On,Until\nA7,2026-09-01,for ever\n", "the column Until holds no date"),
    ])
    func `an agreement that cannot be read is named`(text: String, message: String) {
        let reader = read(.agreements, text)
        #expect(problems(reader) == ["agreements.csv:2: \(message)"] && reader.records.agreements.isEmpty)
    }

    @Test func `with whom and when an approval was agreed`() {
        let reader = read(
            .approvals,
            "Kind,Id,From,To,Agreed With,Agreed On\none-to-one,A7,2026-11-01,2026-11-30,Mrs Reed,2026-10-28\none-to-one,A8,2026-11-01,2026-11-30,Mr Hall,last week\n"
        )
        #expect(reader.records.approvals.map(\.agreedWith) == ["Mrs Reed", "Mr Hall"])
        #expect(reader.records.approvals.map { $0.agreedOn?.iso ?? "" } == ["2026-10-28", ""])
        #expect(problems(reader) == ["approvals.csv:3: the column Agreed On holds no date"])
    }

    @Test func `notes keep their times, and a span for a second adult`() {
        let reader = read(
            .notes,
            "Date,Start,Class,Kind,Person,At,Text,By\n16/11/2026,9:00,4B,second-adult,Mrs Bell,09:00-09:31,,TR\n2026-11-16,,4B,Removed,Dave_2009,09:12,drew,TR\n"
        )
        #expect(problems(reader).isEmpty)
        #expect(reader.records.notes.map { $0.from?.short ?? "" } == ["09:00", "09:12"])
        #expect(reader.records.notes.map { $0.to?.short ?? "" } == ["09:31", ""])
        #expect(reader.records.notes.map { $0.start?.short ?? "" } == ["09:00", ""])
        #expect(reader.records.notes.map(\.source) == ["notes.csv:2", "notes.csv:3"])
    }

    @Test func `a decision keeps the display name as it was written`() {
        let reader = read(
            .decisions,
            "Display Name,Email,Class,Is,Id,By,On\n\"  Zoe\u{301}  🦄 \",,4B,pupil,A7,TR,\nx,X@Home.example,,unnamed,,TR,2026-11-16\n"
        )
        #expect(reader.records.decisions.map(\.displayName.text) == ["  Zoe\u{301}  🦄 ", "x"])
        #expect(reader.records.decisions.map(\.email) == [nil, "x@home.example"])
        #expect(reader.records.decisions.map(\.pupil) == [0, nil])
    }

    /// Pupils by number, classes by name, `everybody`.
    private func doubts(_ reader: RecordsReader) -> Set<String> {
        Set(reader.records.doubts.map { $0.pupil.map { "\($0)" } ?? $0.classCode?.text ?? "everybody" })
    }

    @Test(
        arguments: [
            ("Who,Start,End\nA7,2026-11-17,2026-11-17\n", ["0"]), ("Wer,Wann\n\"Lee, Bo\",heute\n", ["1"]),
            ("Who,Start\nsomebody,2026-11-17\n", ["everybody"]), ("", ["everybody"]), ("Who,Start,End\n", []),
            ("Id,From,To\nA7,2026-11-18,2026-11-17\n", ["0"]), ("Id,From,To\nA7,17.11.,17.11.\n", ["0"]),
            ("Id,From,To\n,2026-11-17,\n", ["everybody"]), ("Id,From,To\n4.2E+03,2026-11-17,\n", ["everybody"]),
            ("Id,From,To\n#N/A,2026-11-17,\n", ["everybody"]), ("Id,From,To\nZZ99,2026-11-17,\n", []),
            ("Id,From,To,Reason\n", []), ("Id,From,To\nA7,2026-11-17,\n", []),
        ] as [(String, Set<String>)])
    func `absences that cannot be used leave in doubt whom they may excuse`(text: String, whom: Set<String>) {
        #expect(doubts(read(.absences, text)) == whom)
    }

    @Test(
        arguments: [
            ("What,Who,When\nalternative,A7,now\n", ["0"]), ("What,Who\nalternative,4C\n", ["4C"]),
            ("What,Who\nrecording,A7\n", []), ("Kind,Id,Class,From,To\nalternative,A8,,soon,later\n", ["1"]),
            ("Kind,Id,Class,From,To\nrecording,A8,,soon,later\n", []),
        ] as [(String, Set<String>)])
    func `of approvals only another arrangement excuses`(text: String, whom: Set<String>) {
        #expect(doubts(read(.approvals, text)) == whom)
    }

    @Test func `decisions that cannot be used leave those in doubt whom they name`() {
        #expect(doubts(read(.decisions, "JT the great,,4B,pupil,A7,RBE,2026-11-17\n")) == ["0"])
        #expect(doubts(read(.decisions, "")).isEmpty)
    }

    @Test(arguments: [
        ("Absences.csv", true), ("absences.csv.csv", true), ("absences (1).csv", true), ("Copy of absences.xlsx", true),
        ("absence.xls", true), ("absences.docx", false), ("absences 2025 old plan.csv", false),
        ("attendance.csv", false),
    ])
    func `a file is known by a slip in its name`(name: String, isMeant: Bool) {
        #expect(SchoolFile.absences.isMeant(by: name) == isMeant)
    }

    @Test(arguments: [
        "Adm No,Start Date,End Date\n12,17/11/2026,18/11/2026\n",
        "Name,Class,First Day,Last Day\n\"Khan, Amelia\",4B,17/11/2026,18/11/2026\n",
        "Surname,Forename,Date From,Date To\nKhan,Amelia,17/11/2026,18/11/2026\n",
    ])
    func `absences are read under the headings of an office and by name`(text: String) {
        let reader = read(.absences, text)
        #expect(problems(reader).isEmpty)
        #expect(reader.records.absences.map { wall($0.span) } == [["2026-11-17T00:00:00", "2026-11-19T00:00:00"]])
        #expect(reader.records.absences.map(\.pupil) == [0])
    }

    @Test func `an absence of a name that nobody has accuses nobody of the class`() {
        let reader = read(.absences, "Name,Class,Date\nAmelie Kahn,4B,17/11/2026\n")
        #expect(problems(reader) == ["absences.csv:2: the name belongs to no pupil of the roster"])
        #expect(reader.records.doubts == [RecordDoubt(file: "absences.csv", classCode: ClassCode("4B"))])
    }

    @Test(arguments: [
        "Id,Date,Session\n12,17/11/2026,PM\n",
        "Id,From Date,From Time,To Date,To Time\n12,17/11/2026,12:00,17/11/2026,24:00\n",
        "Id,Date,AM/PM\n12,17/11/2026,afternoon\n",
    ])
    func `an absence of half a day excuses that half`(text: String) {
        let reader = read(.absences, text.replacing("24:00", with: "23:59"))
        #expect(problems(reader).isEmpty)
        #expect(reader.records.absences.first.map { wall($0.span)[0] } == "2026-11-17T12:00:00")
    }
}
