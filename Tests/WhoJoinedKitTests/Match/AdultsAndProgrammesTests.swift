import Testing

@testable import WhoJoinedKit

/// Adults, relatives, programmes and strangers beside the names of children (invented people).
struct AdultsAndProgrammesTests {
    static let stage: MatchStage = {
        var stage = MatchStage(
            [
                "Wren Tolliver|4B||wren@pupils.school.example", "Oskar Lindgren", "Ayan Warsame Guled",
                "Nan Cartwright",
                "Edwin Pascoe", "Mina Harrow|5C",
            ],
            staff: ["Mrs Helga Tolliver|h.tolliver@school.example", "Mr Idris Vaughan"])
        stage.school.roster.pupils[4].contacts = [
            Contact(
                order: 1, title: "Mr", given: "Clive", family: "Pascoe", relationship: "Father",
                restriction: .courtOrder,
                email: "clive@mailbox.example", phone: "07700 900321")
        ]
        return stage
    }()

    @Test(arguments: [
        ("Mrs Tolliver (Wren)", "ambiguous P1"), ("Oskar Lindgren (Mrs Lindgren)", "ambiguous P2"),
        ("Mr Vaughan", "staff T2"), ("Mr Vaughn", "uninvited"), ("Mr Vaughan - Music", "staff T2"),
        ("Mr Vaughan Room 3", "staff T2"), ("TA: Mr Vaughan", "staff T2"), ("Mrs To1liver", "ambiguous"),
        ("Mrs Tol1iver's iPad", "ambiguous"), ("Mr 1dris Vaughan", "ambiguous"),
    ])
    func `a title is a teacher letter by letter, and beside a child's name an adult of the child`(
        name: String, answer: String
    ) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Oskar (Mam)", "contact P2"), ("Oskar - babička", "contact P2"), ("Mama Oskar", "contact P2"),
        ("Tato Oskar", "contact P2"), ("Oskar (carer)", "contact P2"), ("Oskar tutor", "ambiguous P2"),
        ("Oskar 1:1", "ambiguous P2"), ("Nan C", "pupil P4"),
    ])
    func `a relation or a role beside a child's name is never the child`(name: String, answer: String) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [("Zeb Chacha", "ambiguous P1"), ("Zeb Ekwueme", "ambiguous P2"), ("Zeb Bonifacy", "uninvited")])
    func `a family name that reads as a relative is a pupil's family name first`(name: String, answer: String) {
        #expect(MatchStage(["Esme Chacha", "Rafe Ekwueme", "Nia Osei"]).answers([name]) == [answer])
    }

    @Test(arguments: ["Edwin's dad", "Clive Pascoe", "Edwin Pascoe|clive@mailbox.example", "07700 900321"])
    func `every sign of a contact who must have none is told`(name: String) {
        let link = Self.stage.links([name])[0]
        #expect(link.outcome == .uninvited && link.isBarredContact && link.mayHide == [4])
    }

    @Test(arguments: ["Copilot", "Read.ai", "Oskar's Notetaker", "Wren Tolliver (Otter.ai)", "Circleback"])
    func `a programme is nobody`(name: String) { #expect(Self.stage.links([name])[0].isProgramme) }

    @Test(arguments: [("Oskar Lindgren - notetaker", "pupil P2"), ("Warsame Guled", "ambiguous P3")])
    func `a role behind a pupil's name takes nothing, a part of the name is not the pupil`(name: String, answer: String)
    {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: [
        ("Wren i Oskar", "ambiguous P1;P2"), ("Wren, Oskar", "ambiguous P1;P2"),
        ("Wren, Oskar and Edwin", "ambiguous P1;P2;P5"), ("Lindgren, Oskar", "pupil P2"),
    ])
    func `several children in one name are all named`(name: String, answer: String) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    @Test(arguments: ["Oskar Lindgren and 2 more", "Oskar Lindgren + 1", "Oskar Lindgren et 2 autres"])
    func `who is unnamed beside a name may be anybody of the class`(name: String) {
        let link = Self.stage.links([name])[0]
        #expect(link.outcome == .ambiguous && link.named == [1] && link.candidates == [1])
        #expect(!link.namesAllCandidates && link.mayHide.count > 1 && !link.mayHide.contains(1))
    }

    @Test(arguments: [
        ("Kelly Sparks|k.sparks@school.example", "ambiguous"), ("Tablet 9|olindgren@school.example", "ambiguous P2"),
        ("Ossie|olindgren@school.example", "ambiguous P2"), ("Kelly Sparks|k.sparks@mailbox.example", "uninvited"),
        ("Birgit Lindgren", "ambiguous P2"), ("Oskar L1ndgren", "ambiguous P2"),
        ("Oskar Lindgren|h.tolliver@school.example", "ambiguous P2"),
        ("Idris Vaughan|wren@pupils.school.example", "ambiguous P1"),
    ])
    func `an account of the school, a family name, a digit and another's account are questions`(
        name: String, answer: String
    ) {
        #expect(Self.stage.answers([name]) == [answer])
    }

    /// `Aisha Brown`, beside Aisha Khan and Ella Brown.
    @Test func `a classmate's first name with another's family name is neither, and makes nobody surely absent`() {
        let stage = MatchStage(["Aisha Khan", "Ella Brown", "Tom Brown"])
        let link = stage.links(["Aisha Brown", "Tom Brown"])[0]
        #expect((link.outcome, link.step, link.mayHide) == (.uninvited, .namesOfTwoPupils, [0, 1]))
        #expect(stage.links(["Aisha Brown", "Aisha Khan", "Tom Brown"])[0].mayHide == [1])
        #expect(stage.links(["Aisha Brown", "Ella Brown", "Tom Brown"])[0].step == .nobody)
        #expect(stage.answers(["Sarah Brown"]) == ["ambiguous P2;P3"])
    }
}
