import HostSystem
import Testing

@testable import WhoJoinedKit

/// Who types a name, sends a programme, rings in or uses an account of their own silences `unsupervised`, `one-adult`
/// and `one-to-one` on no platform without a word.
struct CoverAttackTests {
    /// Who was in the call, from minute to minute.
    struct Row {
        var name: String
        var email = ""
        var isOutside = false
        var minutes = 0..<40
    }

    enum Platform: String, CaseIterable, CustomTestStringConvertible {
        case zoom, zoomWithoutMarks, teams, teamsList, meet, meetLog, extensionOfMeet = "extension"
        var testDescription: String { rawValue }

        var hasMarks: Bool { [.zoom, .teams, .teamsList, .meetLog].contains(self) }
        var hasEmails: Bool { self != .teamsList }
    }

    private static let attackers: [Row] = {
        let typed = [
            "Joe Reed", "Mr Reed", "joe reed", "Joe R", "Reed, Joe", "Joe Reed (Teacher)", "Joe", "Mr Reed's iPad",
        ]
        let alike = ["Jоe Reed", "J0e Reed", "Mr Re\u{200B}ed", "Ｊｏｅ Ｒｅｅｄ", "Mr R3ed", "Joe Rèed"]
        let programmes = ["Otter.ai", "Joe Reed's OtterPilot", "Read.ai meeting notes", "Fireflies.ai Notetaker"]
        let unknown = ["+44 7700 900999", "07700 900999", "Call-in User_1", "iPad", "Teacher", "Host", "Supply", "4B"]
        let outside = ["Joe Reed", "Mr Reed", "Nobody Known"].map { Row(name: $0, email: "joe@mail.example") }
        let slip = Row(name: "Joe Reed", email: "joe@smal1.example")
        return ((typed + alike + programmes + unknown).map { Row(name: $0) } + outside + [slip]).map {
            var row = $0
            row.isOutside = true
            return row
        }
    }()

    private static let lead = Row(name: "May Okafor", email: "may@small.example")
    private static let pupils = ["Ada Ashby", "Ben Birch", "Cleo Cedar"].map {
        Row(name: $0, email: "\($0.split(separator: " ")[0].lowercased())@small.example")
    }

    /// The rule that is to be silenced, and who is in the call besides the attacker.
    private static let scenes: [(rule: RuleID, others: [Row])] = [
        (.unsupervised, pupils), (.oneAdult, [lead] + pupils), (.oneToOne, [lead, pupils[0]]),
        (.oneToOne, [lead, pupils[0]] + pupils[1...].map { Row(name: $0.name, email: $0.email, minutes: 0..<25) }),
    ]

    /// A word about whoever it was.
    private static let words: Set<RuleID> = [
        .staffByNameOnly, .uninvited, .unnamed, .impersonation, .needsALook, .recordingBot, .personalAccount,
        .outsideAccount,
    ]

    @Test(arguments: Platform.allCases)
    func `no name, programme, number or account silences a rule of cover without a word`(platform: Platform)
        async throws
    {
        let school = try SmallSchool()
        let attackers = Self.attackers.filter { $0.email.isEmpty || platform.hasEmails }
        let cases = attackers.flatMap { attacker in Self.scenes.map { scene in (attacker, scene) } }
        let starts = (16..<23).flatMap { day in (0..<18).map { slot -> (Int, Int) in (day, 360 + slot * 55) } }
        var timetable = "Meeting ID,Class,Subject,Date,Start,End,Lead Staff\n"
        try removeFolder(school.folder.path.appending("inbox"))
        for ((attacker, scene), (day, start)) in zip(cases, starts) {
            let export = Export(platform: platform, day: day, start: start, rows: scene.others + [attacker])
            timetable += "\(export.meetingID),4B,Maths,2026-11-\(day),\(export.clock(0)),\(export.clock(40)),MOK\n"
            try school.overwrite("inbox/\(export.name)", export.text)
        }
        try school.folder.put("timetable.csv", timetable)
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        let findings = Dictionary(grouping: MailPacks.rows(Array(try school.report("findings.csv").utf8))) {
            "\($0["date"]!) \($0["start"]!.prefix(5))"
        }
        #expect(cases.count <= starts.count)
        for ((attacker, scene), (day, start)) in zip(cases, starts) {
            let own = findings["2026-11-\(day) \(clockText(start))"] ?? []
            let rules = Set(own.compactMap { RuleID(rawValue: $0["rule"]!) })
            let isSaid = rules.contains(scene.rule) || !rules.isDisjoint(with: Self.words)
            #expect(isSaid, "\(attacker.name) \(attacker.email): \(scene.rule) is silent; only \(rules)")
        }
    }

    struct Export {
        let platform: Platform
        let day: Int
        let start: Int
        let rows: [Row]

        func clock(_ minute: Int) -> String { clockText(start + minute) }
        private var number: Int { day * 100 + start / 55 }

        var meetingID: String {
            switch platform {
            case .zoom, .zoomWithoutMarks: "9001111\(number)"
            case .meet, .meetLog, .extensionOfMeet:
                "abc-defg-"
                    + String(
                        String.UnicodeScalarView(
                            "\(number)".unicodeScalars.suffix(3).map {
                                Unicode.Scalar($0.value + 49)!
                            }))
            case .teams, .teamsList: ""
            }
        }
        var name: String {
            switch platform {
            case .meet: "4B Maths - \(meetingID) (2026-11-\(day) \(clock(0).replacing(":", with: "_"))).csv"
            default: "4B Maths \(day) \(start).csv"
            }
        }

        var text: String {
            switch platform {
            case .zoom: zoom(hasMarks: true)
            case .zoomWithoutMarks: zoom(hasMarks: false)
            case .teams: teams
            case .teamsList: teamsList
            case .meet: meet
            case .meetLog: meetLog
            case .extensionOfMeet: gma
            }
        }

        private func zoom(hasMarks: Bool) -> String {
            func time(_ minute: Int) -> String { "\"11/\(day)/2026 \(clock(minute)):00\"" }
            let head = """
                Topic,ID,Host,Duration (minutes),Start time,End time,Participants
                4B Maths,\(meetingID),May Okafor (may@small.example),40,\(time(0)),\(time(40)),9

                Name (original name),Email,Join time,Leave time,Duration (minutes)

                """
            let lines = rows.map { row in
                "\"\(row.name)\",\(row.email),\(time(row.minutes.lowerBound)),\(time(row.minutes.upperBound)),"
                    + "\(row.minutes.count)\(hasMarks ? (row.isOutside ? ",Yes" : ",No") : "")"
            }
            return head.replacing("(minutes)\n", with: hasMarks ? "(minutes),Guest\n" : "(minutes)\n")
                + lines.joined(separator: "\n") + "\n"
        }

        private var teams: String {
            func time(_ minute: Int) -> String { "\(day)/11/2026, \(clock(minute)):00" }
            let lines = rows.map { row in
                [
                    row.name + (row.isOutside ? " (External)" : ""), time(row.minutes.lowerBound),
                    time(row.minutes.upperBound), "\(row.minutes.count)m", row.email, "Attendee",
                ].joined(separator: "\t")
            }
            return """
                1. Summary
                Meeting title\t4B Maths
                Start time\t\(time(0))
                End time\t\(time(40))

                3. In-Meeting Activities
                Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole

                """ + lines.joined(separator: "\n") + "\n"
        }

        private var teamsList: String {
            let lines = rows.flatMap { row in
                [("Joined", row.minutes.lowerBound), ("Left", row.minutes.upperBound)].map { action, minute in
                    "\(row.name)\(row.isOutside ? " (Guest)" : "")\t\(action)\t\(day)/11/2026, \(clock(minute)):00"
                }
            }
            return "Full Name\tUser Action\tTimestamp\n" + lines.joined(separator: "\n") + "\n"
        }

        private var meet: String {
            "Name,Email,Duration,Time joined,Time exited\n"
                + rows.map { row in
                    "\"\(row.name)\",\(row.email),\(row.minutes.count) min,\(clock(row.minutes.lowerBound)),"
                        + "\(clock(row.minutes.upperBound))\n"
                }.joined()
        }

        private var meetLog: String {
            let head =
                "Date,Event Name,Event Description,Meeting Code,Participant Identifier,Participant Outside Organisation,"
                + "Client Type,Organizer Email,Product Type,Duration,Participant Name\n"
            return head
                + rows.map { row in
                    "\"\(day) nov 2026, \(clock(row.minutes.upperBound)):00 GMT\",Endpoint left,left,"
                        + "\(meetingID.replacing("-", with: "").uppercased()),\(row.email),"
                        + "\(row.isOutside ? "Yes" : "No"),Web,may@small.example,Meet,\(row.minutes.count * 60),"
                        + "\"\(row.name)\"\n"
                }.joined()
        }

        private var gma: String {
            let head = """
                "Attendance for:", "4B"
                "Date:", "2026-11-\(day)", "Time:", "\(clock(0))", "Meet ID:", "\(meetingID)"
                Class notes:, ""
                "Names", "Email", "Comments", "Arrival time", "Last Seen", "# of Checks", "Joined", "Details"

                """
            let lines = rows.map { row in
                "\"\(row.name)\", \"\(row.email)\", \"\", \"\(clock(row.minutes.lowerBound))\", "
                    + "\"\(clock(row.minutes.upperBound))\", \"\(row.minutes.count)\", \"1\", \"\""
            }
            return head + lines.joined(separator: "\n") + "\n\n\n\"end\"\n\"end\"\n"
        }
    }
}

private func clockText(_ minute: Int) -> String {
    let (hour, minute) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
}
