import Testing

@testable import WhoJoinedKit

struct MatcherTests {
    static let stage = MatchStage(
        [
            "Leela Nair|4B||leela@pupils.school.example", "Rohan Nair|4B||rohan@pupils.school.example", "Dylan Harris",
            "Siobhán O'Keefe",
            "Amelia Cox-Briggs|4B|Millie", "Muhammad Daud Iqbal", "Jia-Wei Thornlow", "Callum Reeve", "Zara Hussain",
            "Łukasz Underhay",
            "Aisha Begum", "Aisha Begum", "Imaan Rookwood", "Halyna Pavlyk", "Maja Nowicka|5C", "Aisha Begum|5C",
            "Benjamin Stott",
        ],
        staff: ["Mrs Orla Kinsella|o.kinsella@school.example|07700 900100", "Mr Baljit Sahota"])

    @Test(arguments: [
        ("leela nair", "pupil P1"), ("NAIR, Leela", "pupil P1"), ("Leela N", "pupil P1"),  // L Nair is Leela alone.
        ("lnair", "pupil P1"),
        ("Leela (she/her)", "pupil P1"),
        ("Leela Nair - 4B", "pupil P1"), ("Leela's iPad", "pupil P1"), ("⭐ Leela Nair ⭐", "pupil P1"),
        ("Nair", "ambiguous P1;P2"),
        ("Leela and Rohan Nair", "ambiguous P1;P2"), ("Siobhan OKeefe", "pupil P4"), ("Siobhán O’Keefe", "pupil P4"),
        ("Millie Briggs", "pupil P5"),
        ("Mohammed Daud Iqbal", "pupil P6"), ("Jia Wei Thornlow", "pupil P7"), ("JiaWei T", "pupil P7"),
        ("Slayer (Callum Reeve)", "pupil P8"),
        ("Callum Reeve (iPhone)", "pupil P8"), ("Lukasz Underhay", "pupil P10"), ("Å‚ukasz Underhay", "pupil P10"),
        ("Aisha Begum", "ambiguous P11;P12"),
        ("Галина Павлик", "pupil P14"), ("Ben Stott", "pupil P17"), ("Benjamin Stoyt", "pupil P17"),
    ])
    func `a pupil is known by every honest form of the name`(name: String, answer: String) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Rylan Harris", "ambiguous P3"), ("Dylan Hussain", "uninvited"), ("Zara Petrenko", "uninvited"),
        ("Dave_2009", "uninvited"), ("Mrs Hussain", "ambiguous P9"), ("Kerry Hussain", "ambiguous P9"),
        ("Zara|zara.petrenko@mailbox.example", "ambiguous P9"), ("Leela Nair (Dave Wilson)", "ambiguous P1"),
        ("Leela Nair (Rohan Nair)", "ambiguous P1;P2"),
        ("The Hussain Family", "ambiguous P9"), ("Zara's mum", "contact P9"), ("Mum of Zara", "contact P9"),
        ("Maja Nowicka", "other-class P15"),
        ("Dylan Harris 5C", "ambiguous P3"), ("Rohan Nair|leela@pupils.school.example", "ambiguous P1;P2"),
        ("Dad|leela@pupils.school.example", "pupil P1"),
    ])
    func `a stranger is never waved through`(name: String, answer: String) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        "Imа\u{430}n Rookwood", "Ｉｍａａｎ Rookwood", "𝐈maan Rookwood", "Im\u{200B}aan Rookwood", "lmaan Rookwood",
        "Imaan R0okwood", "Ιmaan Rookwood",
        "Ｉｍａａｎ　Ｒｏｏｋｗｏｏｄ", "Imaan\u{AD} Rookwood", "\u{202E}Imaan Rookwood", "Imaan Rookvvood", "ımaan Rookwood",
        "Imaan\u{2800}Rookwood",
    ])
    func `a look-alike is shown and not counted`(name: String) {
        let link = Self.stage.links([name])[0]
        #expect(link.outcome == .ambiguous)
        #expect(link.impersonation == .lookAlike)
        #expect(link.candidates == [12])
    }

    @Test(arguments: [("Yıldız Kaya", "pupil P1"), ("Yildiz Kaya", "pupil P1"), ("Elif Kıral", "ambiguous P2")])
    func `a dotless i is a look-alike but in the name of a Turkish pupil`(name: String, answer: String) {
        #expect(MatchStage(["Yıldız Kaya", "Elif Kiral"]).answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Aıla Moss", "ambiguous P1", true), ("Aila Moss", "pupil P1", false), ("Olıver Smıth", "ambiguous P2", true),
        ("Amına Noor", "ambiguous P3", false),
        ("Aslı Kaya", "pupil P4", false), ("Nazlı Yıldız", "pupil P5", false), ("Yıldız Kılıç", "pupil P6", false),
        ("Çağrı Aydın", "pupil P7", false),
        ("Sıdal Kantar", "ambiguous P8", false), ("Ilgaz Tarman", "pupil P9", false),
        ("Ilgaz Tarman (Aıla Moss)", "ambiguous P1;P9", true),
    ])
    func `a dotless i is a look-alike, but in Turkish`(name: String, answer: String, isSuspected: Bool) {
        let stage = MatchStage([
            "Aila Moss", "Oliver Smith", "Amina Noor", "Asli Kaya", "Nazlı Yıldız", "Yildiz Kilic", "Cagri Aydin",
            "Sidal Kantar", "Ilgaz Tarman",
        ])
        #expect(stage.answers([name]) == [answer])
        #expect((stage.links([name])[0].impersonation == .lookAlike) == isSuspected)
    }

    @Test(arguments: [
        ("Iy Phillips", "ambiguous P1"), ("Xn Wang", "ambiguous P2"), ("Xi Wang", "ambiguous P2"),
        ("Ix Wang", "ambiguous P2"), ("Xn Chen", "uninvited"),
        ("Hussain Hussain", "uninvited"), ("Hussain Siddiqui", "pupil P3"), ("Ahmad Ahmed", "pupil P4"),
        ("YY", "unnamed"), ("Ivy Phillips - she/her", "pupil P1"),
        ("Xin Wang 4B they/them", "pupil P2"), ("Yan Zhou", "uninvited"), ("Yan Zhu", "staff T1"),
        ("Her/Him", "unnamed"),
    ])
    func `short names are near to many`(name: String, answer: String) {
        let stage = MatchStage(
            ["Ivy Phillips", "Xin Wang", "Hussain Siddiqui", "Ahmed Ahmed", "Yi Zhao"], staff: ["Mr Yan Zhu"])
        #expect(stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Tom Hill", "ambiguous P1;P3"), ("Thomas Hill", "pupil P1"), ("Tommy Hill", "pupil P1"),
        ("Ann Fox", "staff T1"), ("Anna Fox", "pupil P2"),
        ("Ella Marsh", "ambiguous P4;P5"), ("Mr Thomas Hill", "ambiguous P1"), ("Xin Zhou", "ambiguous P6"),
    ])
    func `somebody whose name it is to the letter comes before one whose name it nearly is`(
        name: String, answer: String
    ) {
        let stage = MatchStage(
            ["Thomas Hill", "Anna Fox", "Tom Hill|5C", "Ella Marsh-Lane", "Ella Marsh|5C", "Xin Zhu", "Wei Zhou|5C"],
            staff: ["Ms Ann Fox"])
        #expect(stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Jake Ball", "ambiguous P1;P2"), ("Muhammed Sarker", "ambiguous P4;P7"), ("Yussuf Omar Ahmed", "pupil P3"),
        ("Evan", "uninvited"), ("Rhys E", "uninvited"),
        ("Jones, Isabelle", "uninvited"), ("Ethan, Noah", "ambiguous P5;P6"),
    ])
    func `a first name is weighed against the class, and is nobody's family name`(
        name: String, answer: String
    ) {
        let stage = MatchStage(
            [
                "Jake Dunn", "Jacob Ball", "Yusuf Omar Ahmed", "Muhammad Sarker", "Ethan Price", "Noah Evans",
                "Muhammed Ali", "Ahmed Rafi", "Mia Jones", "Zoe Jones", "Pia Jones", "Leah Jones",
            ])
        #expect(stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Mr Moore - Head of Year", "staff T1"), ("Mr Moore's iPad", "staff T1"), ("Mr Moore (TA)", "staff T1"),
        ("Ms Head", "staff T2"),
        ("Ms Ruth Head of Year 9", "uninvited"),
    ])
    func `staff are known with their part in the school, and on their devices`(name: String, answer: String) {
        #expect(MatchStage(["Ada Finch"], staff: ["Mr Karl Moore", "Ms Ruth Head"]).answers([name]) == [answer])
    }

    @Test func `a look-alike under the pupil's own address is the pupil`() {
        #expect(Self.stage.answers(["L\u{435}ela Nair|leela@pupils.school.example"]) == ["pupil P1"])
    }

    @Test(arguments: [
        "iPad", "iPhone (2)", "Galaxy Tab S9 Ultra", "DESKTOP-8D6GQ80", "SM-T580", "Guest", "Zoom user", "", "   ", "👍",
        "...", "07700 900123",
        "+44 7700 ***164", "Otter.ai", "Zara's Notetaker (Otter.ai)", "Dad", "Mum's iPhone", "HeavyFrog45",
        "\u{200B}\u{200B}",
    ])
    func `a name of nobody is unnamed`(name: String) {
        #expect(Self.stage.answers([name]) == ["unnamed"])
    }

    @Test(arguments: [
        ("Mrs Kinsella", "staff T1"), ("Kinsella, Orla", "staff T1"), ("Mr B. Sahota (TA)", "staff T2"),
        ("Mr Kinsella", "uninvited"), ("07700 900100", "staff T1"),
        ("Teacher|o.kinsella@school.example", "staff T1"),
    ])
    func `staff are known by list, title, number and address`(name: String, answer: String) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Castell, Bryn|b.castell@mailbox.example", "pupil P1"), ("Bryn Castell|b.castell@mailbox.example", "pupil P1"),
        ("bryn castell", "pupil P1"),
        ("Bryn|b.castell@mailbox.example", "ambiguous P1"), ("Castell", "ambiguous P1"),
        ("Bryn Whitby", "uninvited"), ("Gwen Whitby", "ambiguous P2"),
    ])
    func `a name in one column of the list is a first and a family name`(name: String, answer: String) {
        var stage = MatchStage(["Bryn", "Cora Whitby"])
        stage.school.roster.pupils[0].main = PersonName(given: "Bryn Castell")
        stage.school.indexRoster()
        #expect(stage.answers([name]) == [answer])
    }

    @Test func `the class's own pupil comes before a namesake of another class`() {
        #expect(Self.stage.answers(["Aisha Begum"], classes: ["5C"]) == ["pupil P16"])
    }

    @Test func `one pupil at once from two addresses is a doubt, and the own address stays`() {
        let links = Self.stage.links([
            "Leela Nair|leela@pupils.school.example", "Leela Nair|l.nair@mailbox.example", "Leela Nair",
        ])
        #expect(links.map(\.outcome) == [.pupil, .ambiguous, .pupil])
        #expect(links[1].impersonation == .twoAccounts)
    }

    @Test func `two children on one device are both named`() {
        #expect(Self.stage.links(["Leela & Rohan"])[0].namesAllCandidates)
    }

    @Test func `a settled name is obeyed in its class alone`() {
        var stage = Self.stage
        stage.school.records.decisions = [
            Decision(
                displayName: DisplayName("Galaxy A12"), classCode: ClassCode("4B"), isA: .pupil, id: "P2", pupil: 1,
                by: "A. Green", source: "decisions.csv:2", day: MatchStage.day)
        ]
        #expect(stage.answers(["galaxy a12 "]) == ["pupil P2"])
        #expect(stage.answers(["Galaxy A12"], classes: ["5C"]) == ["unnamed"])
        #expect(stage.links(["Galaxy A12"])[0].decidedBy == "decisions.csv:2")
    }

    @Test func `a decision that a barred contact is a contact opens no door`() {
        var stage = Self.stage
        var father = Contact(order: 1)
        (father.given, father.family, father.email, father.restriction) = (
            "Karim", "Hussain", "k@mailbox.example", .courtOrder
        )
        stage.school.roster.pupils[0].contacts = [
            father, Contact(order: 2, given: "Rana", family: "Hussain", restriction: Contact.Restriction.none),
        ]
        stage.school.records.decisions = ["Karim Hussain", "Dad's laptop", "Rana Hussain"].map {
            Decision(
                displayName: DisplayName($0), isA: .contact, id: "P1", pupil: 0, by: "A. Green",
                source: "decisions.csv:2")
        }
        stage.school.indexRoster()
        let links = stage.links(["Karim Hussain", "Dad's laptop|k@mailbox.example", "Rana Hussain"])
        #expect(links.map(\.outcome) == [.uninvited, .uninvited, .contact])
        #expect(links.map(\.isBarredContact) == [true, true, false])
    }

    @Test(arguments: [Decision.Is.pupil, .contact, .unnamed, .staff])
    func `no decision lifts a bar, but a colleague of that name is a colleague`(kind: Decision.Is) {
        var stage = Self.stage
        var father = Contact(order: 1)
        (father.given, father.family, father.email, father.phone, father.restriction) = (
            "Karim", "Hussain", "k@mailbox.example", "07700 900555", .courtOrder
        )
        stage.school.roster.pupils[0].contacts = [father]
        let names = ["Karim Hussain", "iPad", "07700 900555"]
        stage.school.records.decisions = names.map {
            Decision(
                displayName: DisplayName($0), isA: kind, id: "P1", pupil: kind == .staff ? nil : 0,
                staff: kind == .staff ? 0 : nil, by: "A. Green", source: "decisions.csv:2", day: MatchStage.day,
                isDated: true)
        }
        let entrants = ["Karim Hussain", "iPad|k@mailbox.example", "07700 900555"]
        stage.school.indexRoster()
        #expect(stage.links(entrants).map(\.isBarredContact) == [true, true, true])
        if kind == .staff {
            (stage.school.roster.staff[0].given, stage.school.roster.staff[0].family) = ("Karim", "Hussain")
            stage.school.indexRoster()
            #expect(stage.links(entrants).map(\.isBarredContact) == [false, true, true])
        }
    }

    @Test func `a barred contact is uninvited, the child's own name on the account is the child`() {
        var stage = Self.stage
        var father = Contact(order: 1)
        (father.given, father.family, father.email, father.restriction) = (
            "Karim", "Hussain", "k@mailbox.example", .courtOrder
        )
        var mother = Contact(order: 2)
        (mother.title, mother.given, mother.family, mother.phone, mother.email) = (
            "Mrs", "Olga", "Hussain", "07700 900555", "o@mailbox.example"
        )
        stage.school.roster.pupils[8].contacts = [father, mother]
        #expect(
            stage.answers(["Karim Hussain", "Mrs Hussain", "Zara Hussain|o@mailbox.example", "Olga|o@mailbox.example"])
                == ["uninvited", "contact P9", "pupil P9", "contact P9"])
        #expect(stage.links(["anything|k@mailbox.example"])[0].isBarredContact)
        #expect(stage.links(["447700900555"])[0].candidates == [8])
    }

    @Test func `somebody who left is uninvited from the next day on`() {
        var stage = Self.stage
        stage.school.roster.pupils[2].leftOn = Day(year: 2026, month: 11, day: 13)
        stage.school.indexRoster()
        #expect(stage.answers(["Dylan Harris"]) == ["uninvited"])
        stage.school.roster.pupils[2].leftOn = MatchStage.day
        #expect(stage.answers(["Dylan Harris"]) == ["pupil P3"])
    }

    @Test func `the order of entrants changes nothing`() {
        let names = ["Leela Nair", "Nair", "iPad", "Aisha Begum", "Rylan Harris", "Zara", "Millie B"]
        let forward = Self.stage.answers(names)
        #expect(Self.stage.answers(names.reversed()) == forward.reversed())
    }

    @Test func `a roll is recognised by its entrants, and a staff cell by any of its forms`() throws {
        let matcher = Matcher(Self.stage.school)
        let names = ["Leela Nair", "Dylan Harris", "Callum Reeve", "iPad", "Mrs Kinsella"].map {
            Participant(displayName: DisplayName($0), stays: [])
        }
        func fitting(_ people: [Participant]) -> String? {
            matcher.classFitting(matcher.namedPupils(of: people, on: MatchStage.day), on: MatchStage.day)?.text
        }
        #expect(fitting(names) == "4B")
        #expect(fitting([Participant(displayName: DisplayName("Aisha Begum"), stays: [])]) == nil)
        for cell in ["T1", "Mrs Kinsella", "Orla Kinsella", "O.KINSELLA@school.example"] {
            #expect(matcher.staff(named: cell) == 0)
        }
        #expect(matcher.staff(named: "Mr Nobody") == nil)
    }

    @Test func `an explanation names the step, the rows and what would change it, and no address`() {
        let matcher = Matcher(Self.stage.school)
        let session = matcher.link(Self.stage.session(["Rylan Harris|r@mailbox.example", "iPad"]))
        let lines = matcher.explanation(of: session.entrants[0], in: session).lines.joined(separator: "\n")
        for part in ["Dylan Harris (P3)", "near name", "lesson.csv:2", "would change"] { #expect(lines.contains(part)) }
        #expect(!lines.contains("mailbox"))
        let missing = matcher.explanation(ofPupil: 8, in: session).lines.joined(separator: "\n")
        #expect(missing.contains("not seen by name") && missing.contains("\"iPad\" (lesson.csv:3)"))
    }
}
