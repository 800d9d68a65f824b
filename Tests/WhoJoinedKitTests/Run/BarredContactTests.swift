import HostSystem
import Testing

@testable import WhoJoinedKit

/// Families made at random, each with a contact who must have none: nothing that goes out names that contact, and any sign
/// of one in a call is the safeguarding lead's.
struct BarredContactTests {
    struct Family {
        var children: [(id: String, given: String, classCode: String)]
        var name: String
        var barred: Adult
        var isBarredFromAll: Bool
        var permitted: [Adult]
    }
    struct Adult {
        var title: String
        var given: String
        var family: String
        var email: String
        var phone: String
        var relation: String
        var full: String { "\(given) \(family)" }
    }

    private static let givens = [
        "Ada", "Barty", "Cato", "Dot", "Esme", "Finn", "Gus", "Hal", "Ines", "Jory", "Kit", "Lena",
    ]
    private static let families = ["Quillon", "Rook", "Sedge", "Thrale", "Umber", "Vance"]
    private static let bars = ["Yes", "Court order", "no contact", "Non-molestation order", "see file"]

    private static func family(_ number: Int, _ random: inout SeededGenerator) -> Family {
        let name = families[number]
        let count = 1 + random.below(2)
        let children = (0..<count).map { child in
            (
                id: "\(2000 + number * 10 + child)", given: givens[number * 2 + child],
                classCode: ["4B", "4C"][random.below(2)]
            )
        }
        let barred = Adult(
            title: ["Mr", "Mrs", "Dr", ""][random.below(4)],
            given: ["Clive", "Ivor", "Norma", "Petra", "Rufus", "Trevor"][number],
            family: ["Harkness", "Mott", name][random.below(3)], email: "barred\(number)@mail.example",
            phone: "07700 90010\(number)", relation: ["Father", "Stepfather", "Uncle"][random.below(3)])
        let permitted = (0..<random.below(3)).map { adult in
            Adult(
                title: "Mrs", given: ["Selma", "Olga"][adult], family: name,
                email: "open\(number)\(adult)@mail.example",
                phone: "07700 9002\(number)\(adult)", relation: "Mother")
        }
        return Family(
            children: children, name: name, barred: barred, isBarredFromAll: random.below(2) == 0, permitted: permitted)
    }

    private static func roster(_ all: [Family], _ random: inout SeededGenerator) -> String {
        var lines = [
            "Pupil Id,Legal Forename,Legal Surname,Class,Email,Contact Title,Contact Forename,Contact Surname,Relationship,"
                + "Priority,Parental Responsibility,Court Order,Contact Email,Contact Phone"
        ]
        for family in all {
            for (index, child) in family.children.enumerated() {
                let bar = family.isBarredFromAll || index == 0 ? bars[random.below(bars.count)] : ""
                let adults = ([(family.barred, bar)] + family.permitted.map { ($0, "") }).shuffled(using: &random)
                for (priority, (adult, bar)) in adults.enumerated() {
                    lines.append(
                        [
                            child.id, child.given, family.name, child.classCode, "\(child.id)@small.example",
                            adult.title,
                            adult.given, adult.family, adult.relation, "\(priority + 1)", bar.isEmpty ? "Yes" : "", bar,
                            adult.email, adult.phone,
                        ].joined(separator: ","))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the barred contact may appear as.
    private static func signs(of family: Family) -> [(name: String, email: String)] {
        let (child, barred) = (family.children[0], family.barred)
        return [
            (barred.full, ""), ("iPad", barred.email), ("\(child.given) \(family.name)", barred.email),
            (barred.phone, ""),
            ("\(barred.full) (iPad)", ""), ("\(child.given) \(family.name) (\(barred.full))", ""),
            ("Somebody", barred.email),
        ]
    }

    private func school(_ families: [Family], _ random: inout SeededGenerator) throws -> SmallSchool {
        let school = try SmallSchool()
        try removeFolder(school.folder.path.appending("inbox"))
        try school.folder.put("roster/pupils.csv", Self.roster(families, &random))
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

    @Test(arguments: 1...6) func `nothing that goes out names who must have no contact`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let families = (0..<6).map { Self.family($0, &random) }
        let school = try school(families, &random)
        for classCode in ["4B", "4C"] {
            var entrants = families.flatMap { family in
                family.children.filter { $0.classCode == classCode }.map {
                    (name: "\($0.given) \(family.name)", email: "\($0.id)@small.example")
                }
            }.filter { _ in random.below(3) > 0 }
            // In every second school somebody who is barred is there too.
            if seed.isMultiple(of: 2) { entrants.append(Self.signs(of: families[random.below(6)])[random.below(7)]) }
            try addExport(classCode, entrants, to: school)
        }
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
        for family in families {
            let barred = family.barred
            for sign in [barred.full, barred.email, barred.phone, barred.phone.filter { $0 != " " }] {
                let found = texts.filter { $0.1.utf8.containsText(sign) }.map(\.0)
                #expect(found.isEmpty, "\(sign) in \(found)")
            }
        }
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
        var families = (0..<6).map { Self.family($0, &random) }
        for i in families.indices { for j in families[i].children.indices { families[i].children[j].classCode = "4B" } }
        families[5].children[0].classCode = "4C"
        families[5].children.removeLast(families[5].children.count - 1)
        for family in families[..<5] {
            for (name, email) in Self.signs(of: family) {
                let school = try school(families, &random)
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
