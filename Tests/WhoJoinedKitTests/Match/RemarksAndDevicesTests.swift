import Testing

@testable import WhoJoinedKit

/// What children and devices write around a name.
struct RemarksAndDevicesTests {
    private let stage = MatchStage(
        [
            "Hazel Rosewood|4B", "José Alcalá|4B", "Theo Varga|4B", "Nan Lwin|4B", "Elsa Brandt|4B", "Lord Boateng|4B",
            "Ewan Dale|4B", "Kian O'Dea|4B", "Ida Home|4B", "Duncan MacDougal|5C",
        ],
        staff: ["Mrs Carla Bloggs", "Mr Ian Lamb"])

    /// Outcome, then the pupils' ids.
    private func outcome(_ name: String) -> String {
        let link = stage.links([name])[0]
        let pupils = link.pupil.map { [$0] } ?? link.candidates
        return (["\(link.outcome.rawValue)"] + pupils.map { stage.school.roster.pupils[$0].id.text }).joined(
            separator: " ")
    }

    @Test(arguments: [
        ("Jos&eacute; Alcal&aacute;", "pupil P2"), ("Jos&#233;", "pupil P2"), ("Kian O&#x27;Dea", "pupil P8"),
        ("hazel xx", "pupil P1"), ("its hazel :)", "pupil P1"), ("xX_Hazel_Xx", "pupil P1"),
        ("heyyy its Theo", "pupil P3"),
        ("Theo @ home", "ambiguous P3"), ("Theo - Ward 4", "pupil P3"), ("Theo Varga (camera broken)", "pupil P3"),
        ("this is Hazel", "pupil P1"), ("hazel no mic", "pupil P1"), ("Hazel at Nana's", "ambiguous P1"),
        ("its Gareth", "uninvited"), ("Elsa Frozen", "ambiguous P5"), ("Ida Home", "pupil P9"), ("no mic", "unnamed"),
    ])
    func `a remark is no part of the name, and a name is no remark`(name: String, expected: String) {
        #expect(outcome(name) == expected)
    }

    @Test(arguments: [
        ("hazelr4b", "pupil P1"), ("TheoV4B", "pupil P3"), ("4btheo", "pupil P3"), ("hazelsipad", "pupil P1"),
        ("noahsipad", "unnamed"), ("hazel5c", "ambiguous P1"), ("amber4b", "unnamed"),
    ])
    func `a class or a device may be glued to a name`(name: String, expected: String) {
        #expect(outcome(name) == expected)
    }

    @Test(arguments: [
        ("iPad van Theo", "pupil P3"), ("iPhone von Hazel", "pupil P1"), ("Hazel telefonu", "pupil P1"),
        ("Telefonul lui Theo", "pupil P3"), ("Hazel'in iPhone'u", "pupil P1"), ("Theo's A12", "pupil P3"),
        ("Theo's Mi 9T", "pupil P3"), ("Mi 9T", "unnamed"), ("Nan's iPad", "ambiguous P4"),
        ("iPad de Gertjan", "unnamed"),
        ("Miss", "unnamed"), ("Lord B", "pupil P6"),
    ])
    func `devices name their owners in the languages that phones speak`(name: String, expected: String) {
        #expect(outcome(name) == expected)
    }

    @Test(arguments: [
        ("Teacher - Mrs Bloggs", "staff"), ("TA: Ian Lamb", "staff"), ("Deputy Head Mr Lamb", "staff"),
        ("Teacher - Hazel Rosewood", "ambiguous P1"), ("Pupil - Hazel Rosewood", "pupil P1"),
        ("Hazel (with Mum)", "contact P1"),
        ("Hazel, Theo and Nan", "ambiguous P1 P3 P4"), ("Hazel's nan", "contact P1"),
        ("Duncan MacDougal", "other-class P10"), ("duncan macdougal", "other-class P10"),
    ])
    func `a role in front is weighed, and pupils are asked for before words`(name: String, expected: String) {
        #expect(outcome(name) == expected)
    }
}
