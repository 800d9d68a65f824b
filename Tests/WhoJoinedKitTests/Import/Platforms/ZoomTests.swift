import Testing

@testable import WhoJoinedKit

private let plain = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n"
private let block = """
    Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\r
    812 3456 7890,"9X Physics: forces,  part 2",04/23/2021 09:00:00 AM,04/23/2021 09:50:00 AM,h.moor@school.example,50,3,\r
    \r

    """

@Suite struct ZoomTests {
    @Test func `a plain report of 2020 gives one stay a row`() throws {
        let export = try readText(
            plain
                + "Ann Lee,,04/23/2021 09:00:05 AM,04/23/2021 09:10:00 AM,10,No\r\nBo,b@x.example,04/23/2021 12:00:00 PM,04/23/2021 01:00:00 PM,60,Yes\r\n"
        )
        #expect(export.variant == "zoom/participants")
        #expect(
            export.lines == [
                "Ann Lee 2021-04-23 09:00:05-09:10:00 600s internal",
                "Bo <b@x.example> 2021-04-23 12:00:00-13:00:00 3600s external",
            ])
        #expect(export.isComplete && export.rowsRead == 2)
    }

    @Test func `the meeting block above tells ID, topic, times and host`() throws {
        let export = try readText(block + plain + "Ann,,04/23/2021 09:00:00 AM,04/23/2021 09:10:00 AM,10,No\r\n")
        let meeting = export.meetings[0]
        #expect(export.variant == "zoom/participants+meeting")
        #expect(
            meeting.id == "81234567890" && meeting.topic == "9X Physics: forces, part 2"
                && meeting.hostEmail == "h.moor@school.example")
        #expect(meeting.start.map { SchoolZone.london.wallTime(of: $0).iso } == "2021-04-23T09:00:00")
    }

    @Test func `the block of 2025 names the host with the address in brackets`() throws {
        let export = try readText(
            "Topic,ID,Host,Duration (minutes),Start time,End time,Participants\n8Q,847 1122,Mrs P (p@school.example),58,\"23/06/2025 02:00:31 PM\",\"23/06/2025 02:58:02 PM\",2\n\n"
                + "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\n"
                + "Mei (Mei-Ling Tsang),,\"23/06/2025 02:01:31 PM\",\"23/06/2025 02:02:40 PM\",2,Yes,OK,Yes\n")
        #expect(export.meetings[0].hostEmail == "p@school.example")
        #expect(export.lines == ["Mei (Mei-Ling Tsang) 2025-06-23 14:01:31-14:02:40 120s external waiting consent"])
        #expect(export.abilities == ExportAbilities(waitingRoom: true, consent: true, external: true))
    }

    @Test func `totals below the list are nobody, and whoever is called so has times`() throws {
        let export = try readText(
            plain + "Ann Lee,,04/23/2021 09:00:05 AM,04/23/2021 09:10:00 AM,10,No\r\n"
                + "Total,,04/23/2021 09:00:05 AM,04/23/2021 09:02:00 AM,2,Yes\r\n"
                + "Total,,,,12,\r\nDurchschnitt,,,,6,\r\nNumber of participants: 2,,,,,\r\n")
        #expect(export.lines.map { $0.prefix(5) } == ["Ann L", "Total"] && export.isComplete)
        #expect(export.meetings[0].notAttended.isEmpty && export.rowsWithoutStay == 3 && export.rowsRead == 5)
    }

    @Test func `a total with an address, or of unique users, is an entrant`() throws {
        let addressed = try readText(
            plain + "Ann Lee,,04/23/2021 09:00:05 AM,04/23/2021 09:10:00 AM,10,No\r\nTotal,t@x.example,,,12,\r\n")
        #expect(addressed.problemCodes == ["bad-time:3"] && !addressed.isComplete)
        let unique = try readText("Name (original name),Email,Total duration (minutes),Guest\nAnn,,54,No\nTotal,,54,\n")
        #expect(unique.lines.count == 2)
    }

    @Test func `unique users have a total and no times`() throws {
        let export = try readText("Name (original name),Email,Total duration (minutes),Guest\nAnn,,54,No\n")
        #expect(export.variant == "zoom/participants-unique" && !export.abilities.times)
        #expect(export.lines == ["Ann ?-? 3240s internal"])
    }

    @Test(arguments: [
        "Panelist Details\nAttended,Panelist Name,Email,Join Time,Leave Time\nYes,Ann Lee,,16/11/2026 09:00:12,16/11/2026 09:45:00\n",
        "Other Attended\nCaller,Join Time,Leave Time,Country/Region Name\nAnn Lee,16/11/2026 09:00:12,16/11/2026 09:45:00,UK\n",
    ])
    func `nobody of a webinar vanishes behind a name column that is called otherwise`(section: String) throws {
        let export = try readText("Attendee Report\n\(section)")
        #expect(export.lines == ["Ann Lee 2026-11-16 09:00:12-09:45:00 ?s"] && export.isComplete)
    }

    @Test func `who has no times where others have was not seen, and a report without any is none`() throws {
        let header = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\n"
        let seen = "Ann Lee,,16/11/2026 09:00:12,16/11/2026 09:45:00,45,No,No\n"
        let export = try readText(header + seen + "Bo Rey,b@x.example,,,,,\nCy Orr,,--,--,0,No,No\n")
        #expect(export.lines.count == 1 && export.isComplete && export.rowsWithoutStay == 2)
        #expect(export.meetings[0].notAttended.map(\.displayName.text) == ["Bo Rey", "Cy Orr"])
        #expect(throws: ImportRefusal.self) { try readText(header + "Bo Rey,b@x.example,,,,,\nCy Orr,,,,,,\n") }
    }

    @Test func `several meetings in a file stay apart, their headers and the footer are no rows`() throws {
        let row = "Ann,,04/23/2021 09:00:00 AM,04/23/2021 09:10:00 AM,10,No\r\n"
        let export = try readText(
            block + plain + row + "\r\n" + block.replacing("7890", with: "7891") + plain + row + plain + row
                + "Zoom Report 2021,,,,,\r\n")
        #expect(export.meetings.map(\.id) == ["81234567890", "81234567891"])
        #expect(export.rowsRead == 3 && export.isComplete)
    }

    @Test func `columns are found by name, blank and padded rows are skipped, semicolons are read`() throws {
        let export = try readText(
            "Guest;Leave Time;Join Time;Name (Original Name)\r\nNo;23/04/2021 09:10;23/04/2021 09:00;Ann\r\n;;;\r\n \r\n"
        )
        #expect(export.lines == ["Ann 2021-04-23 09:00:00-09:10:00 ?s internal"])
        #expect(export.rowsRead == 1)
    }

    @Test func `the list with details tells meetings apart and takes the person's columns behind the name`() throws {
        let header =
            "Topic,Meeting ID,User Name,User Email,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        let export = try readText(
            header
                + "7B,812 3,H,h@s.example,04/23/2021 09:00:00 AM,04/23/2021 09:50:00 AM,50,1,Ann,a@s.example,04/23/2021 09:01:00 AM,04/23/2021 09:50:00 AM,49,No\n"
                + "7C,812 4,H,h@s.example,04/23/2021 11:00:00 AM,04/23/2021 11:50:00 AM,50,1,Ann,a@s.example,04/23/2021 11:01:00 AM,04/23/2021 11:50:00 AM,49,No\n"
        )
        #expect(export.variant == "zoom/list-details" && export.meetings.map(\.id) == ["8123", "8124"])
        #expect(export.meetings.map(\.hostEmail) == ["h@s.example", "h@s.example"])
        #expect(export.lines.first == "Ann <a@s.example> 2021-04-23 09:01:00-09:50:00 2940s internal")
    }

    @Test func `a webinar lists who did not come`() throws {
        let export = try readText(
            "Attendee Report,,\nTopic,Webinar ID,Actual Start Time\nOpen evening,845 1,04/23/2021 06:00 PM\nHost Details,\n"
                + "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest\nYes,Head,head@s.example,04/23/2021 05:50 PM,04/23/2021 07:00 PM,70,No\n"
                + "Attendee Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest\nNo,Bob,b@x.example,--,--,--,--\n"
        )
        #expect(export.variant == "zoom/webinar-attendees" && export.meetings[0].hostEmail == "head@s.example")
        #expect(export.lines == ["Head <head@s.example> 2021-04-23 17:50:00-19:00:00 4200s internal"])
        #expect(
            export.meetings[0].notAttended.map(\.displayName.text) == ["Bob"] && export.rowsWithoutStay == 1
                && export.rowsRead == 2)
    }

    @Test func `with a column for the waiting room a blank cell is a stay in the call`() throws {
        let row = "03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,58,No"
        let export = try readText(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\nAnn,,\(row),\nBo,,\(row),Yes\nCy,,\(row),No\n"
        )
        #expect(export.meetings[0].participants.flatMap(\.stays).map(\.isWaitingRoom) == [false, true, false])
    }

    @Test func `a report pasted below another may bring its byte order mark along`() throws {
        let mark = "\u{FEFF}"
        let header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        let block = "Meeting ID,Topic\n81234567891,4C\n\n"
        let row = "03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,58,No\n"
        let export = try readText(
            "\(mark)\(header)Ann,,\(row)\(mark)\(header)Bo,,\(row)\(mark)\(block)\(header)Cy,,\(row)")
        #expect(export.lines.count == 3 && export.rowsRejected == 0)
        #expect(export.meetings.map(\.id) == [nil, "81234567891"])
    }

    @Test func `a webinar's last section may be narrower than those above`() throws {
        let export = try readText(
            "Attendee Report\nTopic,Webinar ID\nParents,812 3456 7890\nHost Details\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Is Guest\nYes,Ife,i@k.example,11/19/2026 08:55:00 AM,11/19/2026 10:00:00 AM,No\nAttendee Details\nAttended,User Name (Original Name),Email,Join Time,Leave Time\nYes,Ann,a@k.example,11/19/2026 09:01:00 AM,11/19/2026 09:50:00 AM"
        )
        #expect(export.lines.count == 2 && export.warnings.isEmpty)
    }

    @Test func `the dashboard's camera column is a device, no evidence`() throws {
        let export = try readText(
            "Participant,Device,Camera,Join Time,Leave Time,What is new\nAnn,Windows,FaceTime HD,04/23/2021 09:00:00 AM,04/23/2021 09:10:00 AM,x\n"
        )
        #expect(export.variant == "zoom/dashboard" && !export.abilities.camera)
        #expect(export.lines == ["Ann 2021-04-23 09:00:00-09:10:00 ?s"])
    }

    @Test(
        arguments: [
            ("New (Old)", "New", "Old"), ("x(Original)", "x", "Original"), ("New (Old (7B))", "New", "Old (7B)"),
            ("Isla (she/her)", "Isla (she/her)", nil),
            ("Isla (she, her)", "Isla (she, her)", nil), ("(Old)", "(Old)", nil), ("a (b) c", "a (b) c", nil),
            ("x ()", "x ()", nil), ("odd )", "odd )", nil),
            ("x (they/them) (Old)", "x (they/them)", "Old"),
        ] as [(String, String, String?)])
    func `a rename is the last balanced bracket at the end, but for pronouns`(
        cell: String, display: String, original: String?
    ) {
        #expect(splitRename(cell) == (display, original))
    }

    @Test(arguments: [
        ("447700900184", true), ("+44 7700 900123", true), ("44770****456", true), ("Call-In User_3", true),
        ("12345", false), ("Call-In User_x", false),
        ("7B 2026", false), ("", false), ("******", false),
    ])
    func `a telephone number has six signs or more`(name: String, isPhone: Bool) {
        #expect(isTelephoneNumber(name) == isPhone)
    }
}
