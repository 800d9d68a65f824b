import HostSystem
import Testing

@testable import WhoJoinedKit

/// Families made at random, each with a contact who must have none: nothing that goes out names that contact, and any sign
/// of one in a call is the safeguarding lead's.
struct BarredContactTests {
    private func school(
        _ families: [InventedFamily], _ layout: InventedFamily.Layout = .courtOrder, _ random: inout SeededGenerator
    ) throws -> SmallSchool {
        let school = try SmallSchool()
        try removeFolder(school.folder.path.appending("inbox"))
        try school.folder.put("roster/pupils.csv", InventedFamily.roster(families, layout, &random))
        try school.folder.put(
            "school.toml", try school.folder.text("school.toml") + "\ndsl = [\"dsl@small.example\"]\n")
        try school.folder.put(
            "timetable.csv",
            """
            Meeting ID,Class,Subject,Date,Start,End,Lead Staff
            900 1111 2222,4B,Maths,2026-11-16,09:00,09:45,MOK
            900 1111 2223,4C,Maths,2026-11-16,11:00,11:45,MOK

            """)
        return school
    }

    private func addExport(_ classCode: String, _ entrants: [(name: String, email: String)], to school: SmallSchool)
        throws
    {
        let (number, hour) = classCode == "4B" ? ("90011112222", "09") : ("90011112223", "11")
        var text =
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
            + "\(number),\(classCode) Maths,11/16/2026 \(hour):00:00,11/16/2026 \(hour):45:00,may@small.example,45,9\n\n"
            + "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        for (name, email) in [("May Okafor", "may@small.example"), ("Joe Reed", "joe@small.example")] + entrants {
            text +=
                "\(name),\(email),11/16/2026 \(hour):00:00,11/16/2026 \(hour):45:00,45,\(email.isEmpty ? "Yes" : "")\n"
        }
        try school.overwrite("inbox/\(classCode).csv", text)
    }

    /// Six families with both lessons; in every second school somebody who is barred is there too.
    private func lessons(_ seed: UInt64) throws -> (school: SmallSchool, families: [InventedFamily]) {
        var random = SeededGenerator(seed: seed)
        let families = InventedFamily.six(&random)
        let layouts = InventedFamily.Layout.allCases
        let school = try school(families, layouts[Int(seed) % layouts.count], &random)
        for classCode in ["4B", "4C"] {
            var entrants = families.flatMap { $0.children(of: classCode) }.filter { _ in random.below(3) > 0 }
            entrants.append(("iPad", ""))
            if seed.isMultiple(of: 2) { entrants.append(families[random.below(6)].signs[random.below(7)]) }
            try addExport(classCode, entrants, to: school)
        }
        return (school, families)
    }

    @Test(arguments: 1...7) func `nothing that goes out names who must have no contact`(seed: UInt64) async throws {
        let (school, families) = try lessons(seed)
        #expect((await school.week()).status == .done)
        var mail = MailRun()
        (mail.options, mail.week, mail.hasLetters) = (school.options, "2026-W47", true)
        #expect(mail.run().status == .done)
        var day = DayRun()
        day.options = school.options
        (day.options.now, day.on) = ("2026-11-16T13:00:00", "2026-11-16")
        let list = await day.run().text
        let outgoing = try school.folder.files("reports").filter { path in
            ["parents.", "call-sheet.", "letters/", "reports/day-", "outbox/"].contains { path.contains($0) }
        }
        let texts = try outgoing.map { ($0, try sent($0, in: school)) } + [("day", list)]
        #expect(outgoing.contains { $0.contains("outbox/") } && outgoing.contains { $0.contains("call-sheet.xlsx") })
        #expect(texts.contains { $0.0.contains("parents.csv") && $0.1.contains("open") })
        for mark in families.flatMap(\.marks) {
            let found = texts.filter { $0.1.contains(mark) }.map(\.0)
            #expect(found.isEmpty, "\(mark) in \(found)")
        }
    }

    @Test(arguments: [1, 5, 9, 13] as [UInt64])
    func `no command and no report names one who was not there`(seed: UInt64) async throws {
        let (school, families) = try lessons(seed)
        var outcomes = [("week", await school.week())]
        let children = families.flatMap { family in family.children.map { (family, $0) } }
        for (number, (family, child)) in children.enumerated() {
            for who in [[child.id], [family.barred.full, family.barred.email]][number % 2] {
                var why = WhyRun(who: who)
                (why.options, why.week) = (school.options, "2026-W47")
                outcomes.append(("why", await why.run()))
            }
            for (isEverything, format) in [(false, RunOptions.Format.text), (true, .json)] {
                var history = HistoryRun()
                (history.options, history.pupil, history.isEverything) = (school.options, child.id, isEverything)
                history.options.format = format
                outcomes.append(("history", await history.run()))
            }
        }
        for name in families.prefix(2).map({ $0.barred.full.dropLast() + "e" }) {
            for entry in [
                EntryRun.Entry.note(kind: "removed", person: String(name), at: nil, start: nil, text: nil),
                .decision(name: String(name), email: nil, isA: nil, id: "2000"),
                .followUp(kind: "contacted", person: String(name), outcome: nil),
            ] {
                var run = EntryRun(entry)
                (run.options, run.classCode, run.by, run.on) = (school.options, "4B", "M. Okafor", "2026-11-16")
                outcomes.append(("entry", await run.runKnowingNames()))
            }
        }
        outcomes += await wholeSchool(school)
        var texts = outcomes.map { ($0.0, $0.1.text + $0.1.messages.joined(separator: "\n")) }
        texts += try school.folder.files("reports").map { ($0, try school.folder.text($0)) }
        for mark in families.flatMap(\.marks) {
            let found = texts.filter { $0.1.contains(mark) }.map(\.0)
            #expect(found.isEmpty, "\(mark) in \(found)")
        }
    }

    /// The commands that are about nobody in particular.
    private func wholeSchool(_ school: SmallSchool) async -> [(String, RunOutcome)] {
        var (check, policy, open, settle) = (CheckRun(), PolicyRun(), OpenNamesRun(), SettleRun())
        var (lesson, history) = (LessonRun(), HistoryRun())
        (check.options, policy.options, open.options) = (school.options, school.options, school.options)
        (settle.options, lesson.options, history.options) = (school.options, school.options, school.options)
        (open.week, settle.week, settle.by) = ("2026-W47", "2026-W47", "M. Okafor")
        lesson.exports = ["4B", "4C"].map { school.folder.path.appending("inbox/\($0).csv").text }
        let desk = ScriptedDesk("p\ns\n\nq")
        return [
            ("check", await check.run()), ("policy", await policy.run()), ("confirm", await open.run()),
            ("settle", await settle.run(at: desk)), ("lesson", await lesson.run()), ("history", await history.run()),
            ("desk", RunOutcome(messages: [desk.shown])),
        ]
    }

    @Test(arguments: 1...6) func `no line of the school's own files lifts a bar, and no command offers one`(
        seed: UInt64
    ) async throws {
        var random = SeededGenerator(seed: seed)
        var families = InventedFamily.six(&random)
        for i in families.indices { for j in families[i].children.indices { families[i].children[j].classCode = "4B" } }
        let layout = InventedFamily.Layout.allCases.filter(\.keepsAway)[Int(seed) % 6]
        let family = families[Int(seed) - 1]
        for number in 0..<3 {
            let (name, email) = family.signs[(Int(seed) + 2 * number) % 7]
            let school = try school(families, layout, &random)
            try addExport("4B", families[0].children(of: "4B") + [(name, email)], to: school)
            let entries = [
                EntryRun.Entry.decision(name: name, email: nil, isA: nil, id: family.children[0].id),
                .decision(name: name, email: nil, isA: "contact", id: family.children[0].id),
                .decision(name: name, email: nil, isA: "unnamed", id: nil),
                .guest(name: name, email: email.isEmpty ? nil : email, until: nil, role: "teacher", approvedBy: nil),
            ]
            for entry in entries {
                var run = EntryRun(entry)
                (run.options, run.classCode, run.by, run.on) = (school.options, "4B", "M. Okafor", "2026-11-16")
                let entered = await run.runKnowingNames()
                // The child's own name is shown to be somebody else's by the address or the brackets alone.
                if name.utf8.first != family.children[0].given.utf8.first {
                    #expect(entered.status != .done || entered.text.contains("no line lifts"), "\(entered.text)")
                }
            }
            for isPupil in [true, false] {
                let lines = try school.folder.text("decisions.csv").split(separator: "\r\n")
                if !isPupil { try school.folder.put("decisions.csv", lines[0] + "\r\n") }
                _ = await school.week()
                let found = MailPacks.rows(Array(try school.report("findings.csv").utf8)).filter {
                    $0["rule"] == "uninvited" && $0["detail"]!.contains("may not have contact with")
                }
                #expect(found.count == 1, "\(name) \(email) \(lines)")
            }
            try await expectNoWayIn(school, name, lesson: "4B")
        }
    }

    /// `why` tells what the entrant is and offers no command; `confirm` and `settle` do not ask.
    private func expectNoWayIn(_ school: SmallSchool, _ name: String, lesson code: String) async throws {
        var why = WhyRun(who: name)
        (why.options, why.week, why.classCode) = (school.options, "2026-W47", code)
        let answer = await why.run().text
        #expect(answer.contains("must have no contact") && answer.contains("may not have contact"), "\(answer)")
        // The child, who is there under the same name, may be settled.
        let isOnlyHere = !answer.contains("joined 1, of 1")
        #expect(!isOnlyHere || !answer.contains("decisions.csv: whojoined confirm"), "\(answer)")
        var lesson = LessonRun()
        (lesson.options, lesson.exports) = (school.options, [school.folder.path.appending("inbox/\(code).csv").text])
        let page = await lesson.run().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.contains("may not have contact"), "\(page)")
        var open = OpenNamesRun()
        (open.options, open.week) = (school.options, "2026-W47")
        #expect(await !open.run().text.contains("\"\(name)\""))
        var mail = MailRun()
        (mail.options, mail.week) = (school.options, "2026-W47")
        #expect(mail.run().text.contains("to dsl@small.example"))
    }

    @Test(arguments: [(["Ada Ashby", "Cleo Cedar"], true), (["Cleo Cedar"], false)])
    func `who is barred from one child is written to about another only where that child is in no list`(
        present: [String], isNamed: Bool
    ) async throws {
        let school = try SmallSchool()
        let father = "Mr,Clive,Harkness,Father,1,Yes,"
        try school.folder.put(
            "roster/pupils.csv",
            "Pupil Id,Legal Forename,Legal Surname,Class,Email,Contact Title,Contact Forename,Contact Surname,"
                + "Relationship,Priority,Parental Responsibility,Court Order,Contact Email,Contact Phone\n"
                + "101,Ada,Ashby,4B,ada@small.example,\(father)Yes,clive@mail.example,07700 900100\n"
                + "102,Ben,Ashby,4B,ben@small.example,\(father)No,clive@mail.example,07700 900100\n"
                + "103,Cleo,Cedar,4B,cleo@small.example,Mrs,Olga,Cedar,Mother,1,Yes,No,olga@mail.example,\n")
        try school.addExport("mon.csv", day: "11/16/2026", pupils: present)
        try school.addExport("tue.csv", day: "11/17/2026", pupils: ["Ada Ashby", "Ben Ashby", "Cleo Cedar"])
        _ = await school.week()
        let parents = try school.report("classes/4B/parents.csv")
        #expect(parents.utf8.containsText("Clive Harkness") == isNamed, "\(parents)")
    }

    /// Of a message only who gets it: what it carries are the files beside. SLT's and the lead's packs stay in the house.
    private func sent(_ path: String, in school: SmallSchool) throws -> String {
        let text = try school.folder.text(path)
        guard path.hasSuffix(".eml") else { return text }
        return text.split(separator: "\n").filter { $0.hasPrefix("To:") || $0.hasPrefix("Subject:") }.joined(
            separator: "\n")
    }

    @Test(arguments: 1...4, [true, false])
    func `any sign of one is told, in the child's class and in another`(seed: UInt64, isOwnClass: Bool) async throws {
        var random = SeededGenerator(seed: seed)
        var families = InventedFamily.six(&random)
        for i in families.indices { for j in families[i].children.indices { families[i].children[j].classCode = "4B" } }
        families[5].children[0].classCode = "4C"
        families[5].children.removeLast(families[5].children.count - 1)
        for family in families[..<5] {
            for (name, email) in family.signs {
                let school = try school(families, .courtOrder, &random)
                let there = ["4B": families[..<5], "4C": families[5...]].mapValues { families in
                    families.flatMap { family in
                        family.children.map { (name: "\($0.given) \(family.name)", email: "\($0.id)@small.example") }
                    }
                }
                let code = isOwnClass ? "4B" : "4C"
                // Under the child's own full name in another class it is told as the child of another class.
                if !isOwnClass, email.isEmpty, name.hasPrefix(family.children[0].given) { continue }
                try addExport(code, there[code]! + [(name, email)], to: school)
                #expect((await school.week()).status == .done)
                let found = MailPacks.rows(Array(try school.report("findings.csv").utf8)).filter {
                    $0["rule"] == (isOwnClass ? "uninvited" : "adult-present") && $0["severity"] == "safeguarding"
                        && $0["detail"]!.contains(
                            "may not have contact with \(family.children[0].given) \(family.name)")
                }
                #expect(found.count == 1, "\(name) \(email)")
            }
            if seed > 1 { break }
        }
    }
}
