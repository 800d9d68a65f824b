import HostSystem
import Testing

@testable import WhoJoinedKit

@Suite struct ReadSchoolTests {
    private func refusal(_ folder: TemporaryFolder) -> [String] {
        do throws(SchoolRefusal) {
            _ = try readSchool(at: folder.path)
            return []
        } catch {
            switch error {
            case .settings(let problems), .noRoster(let problems), .reading(let problems):
                return problems.map { "\($0.file):\($0.line ?? 0) \($0.code)" }
            }
        }
    }

    @Test func `a folder of lists of all sorts is one school`() throws {
        let folder = try TemporaryFolder()
        try folder.put("school.toml", "[school]\nname = \"Oakfield\"\n[policy]\npreset = \"none\"\n")
        try folder.put(
            "roster/list.csv",
            "Adm No,UPN,Surname,Forename,Reg Group,Tutor\n0012,B999410726001,Khan,Amelia,4B,Mrs R Bell\n0013,,Lee,Bo,4B,Mrs R Bell\n"
        )
        try folder.put(
            "roster/staff.csv",
            "Staff Code,Title,Forename,Surname,Email,Phone,Personal Meeting ID\nRBE,Mrs,Ruth,Bell,rb@school.example,07700 900321,401 556 7788\n"
        )
        try folder.put("roster/marks.csv", "Adm No,Mark,Mark date,AM/PM\n12,I,16/11/2026,AM\n")
        try folder.put(
            "roster/google/users.csv",
            "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]\nAmelia,Khan,ak@school.example,/Students/Year 4/4B\n"
        )
        try folder.put(
            "roster/calendar.ics",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261116T090000Z\nDTEND:20261116T093000Z\nSUMMARY:Staff briefing\nLOCATION:https://zoom.us/j/812\nEND:VEVENT\nEND:VCALENDAR\n"
        )
        try folder.put("timetable.csv", "Class,Weekday,Start,End,Lead Staff\n4B,Monday,09:00,09:45,RBE\n")
        try folder.put("absences.csv", "Id,From,To\n13,2026-11-16,2026-11-16\nZZ,2026-11-16,2026-11-16\n")
        let school = try readSchool(at: folder.path)
        #expect(school.roster.pupils.map(\.email) == ["ak@school.example", nil])
        #expect(school.roster.staff.map(\.code) == ["RBE"])
        #expect(school.roster.staff.first?.personalMeetingID == "4015567788")
        #expect(school.roster.marks.map(\.excuses) == [true])
        #expect(school.timetable.rows.map(\.kind) == [.lesson, .staffMeeting])
        #expect(school.records.absences.map(\.pupil) == [1])
        #expect(school.problems.map { "\($0.file):\($0.line ?? 0) \($0.code)" } == ["absences.csv:3 no-such-pupil"])
        #expect(school.inputs.map(\.name).contains("roster/google/users.csv"))
        let day = try #require(Day(iso: "2026-11-16"))
        #expect(school.roll(of: [ClassCode("4 b")], on: day) == [0, 1])
        #expect(school.classes(of: 0, on: day).map(\.text) == ["4B"])
    }

    @Test func `an exchange set at the top of the folder is told from the lists beside it`() throws {
        let folder = try TemporaryFolder()
        for (name, text) in [
            ExchangeRosterTests.manifest, ExchangeRosterTests.orgs, ExchangeRosterTests.classes,
            ExchangeRosterTests.users,
        ] {
            try folder.put("roster/" + name, text)
        }
        try folder.put(
            "roster/enrollments.csv",
            "sourcedId,classSourcedId,userSourcedId,role\ne1,k1,s1,student\ne2,k3,s1,student\n")
        try folder.put(
            "roster/staff.csv", "Staff Code,Title,Forename,Surname,Email\nTRO,Mr,Tom,Roe,tom@school.example\n")
        let school = try readSchool(at: folder.path)
        #expect(school.roster.pupils.map(\.id.text) == ["M1"])
        #expect(school.roster.staff.map(\.code) == ["TRO"])
        #expect(!school.roster.saysWhoMayBeContacted)
        // The timetable may name the class by its code.
        #expect(school.roll(of: [ClassCode("4/Ma")], on: Day(number: 20_773)) == [0])
        #expect(!school.timetable.exists)
    }

    @Test(arguments: [
        ([], ["roster/:0 no-roster"]),
        ([("roster/list.csv", "Surname,Forename,Reg\n")], ["roster/list.csv:0 no-pupils", "roster/:0 no-roster"]),
        (
            [("roster/list.csv", "Name (Original Name),Join Time\nA,x\n")],
            ["roster/list.csv:1 no-header", "roster/:0 no-roster"]
        ),
        ([("school.toml", "[skool]\n")], ["school.toml:1 unknown-section"]),
    ])
    func `without a usable roster or settings there is no school`(files: [(String, String)], messages: [String]) throws
    {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.put(name, text) }
        #expect(refusal(folder) == messages)
    }
}
