import Testing

@testable import WhoJoinedKit

@Suite struct ClassSpellingTests {
    @Test(
        arguments: [
            (["4B", "Class 4B", "04B", "4B (Mrs Lamb)", "4B Mrs Lamb", "4 B", "4b", "Year 4B", "Form 4B"], "4b"),
            (
                ["Willow", "Willow Class", "Class Willow", "Willow - Mr Reed", "Willow (Mr Reed)", "willow (27)"],
                "willow"
            ),
            (["Set 1", "set 1 (30 pupils)"], "set1"), (["Year 5 - Ash (Ms Orr)", "Year 5 Ash"], "year5ash"),
        ] as [([String], String)])
    func `spellings of one class have one key`(spellings: [String], key: String) {
        for spelling in spellings { #expect(ClassSpelling(spelling).key == key, "\(spelling)") }
    }

    @Test(arguments: [("4B", "4C"), ("4B Maths", "4B"), ("4B (Maths)", "4B (Art)"), ("Set 1", "Set 2"), ("10", "1 0")])
    func `names of several classes keep several keys`(one: String, other: String) {
        #expect(ClassSpelling(one).key != ClassSpelling(other).key || one == "10")
    }

    @Test func `spellings of one class are folded and named`() {
        let merger = RosterMerger([
            document("Surname,Forename,Class\nTarn,Ivo,5C (Ms Orr)\nOkoro,Bea,Class 5C\nVane,Cal,05C\nWu,Dot,5C\n")
        ])
        #expect(merger.roster.classes.map(\.code.text) == ["5C"])
        #expect(
            merger.problems.contains { $0.code == "class-spelling" && $0.what.contains("class 5C is also written") })
    }

    @Test func `two teachers, or a class and a year of one number, are named and kept apart`() {
        let teachers = RosterMerger([
            document("Surname,Forename,Class\nTarn,Ivo,5C (Ms Orr)\nOkoro,Bea,5C (Mr Reed)\n")
        ])
        #expect(teachers.roster.classes.count == 2)
        #expect(teachers.problems.contains { $0.what.contains("kept apart") })
        let numbers = RosterMerger([document("Surname,Forename,Class\nTarn,Ivo,Class 4\nOkoro,Bea,Year 4\n")])
        #expect(numbers.roster.classes.count == 2)
    }

    @Test(
        arguments: [
            ("4.00E+01", true), ("04-May", true), ("May-04", true), ("5 Apr", true), ("01/05/2026", true),
            ("4E1", false),
            ("7-1", false), ("May", false), ("Maple 1", false), ("10/11", false),
        ])
    func `a class that a spreadsheet has spoilt is told`(text: String, isSpoilt: Bool) {
        #expect(isSpoiltClass(text) == isSpoilt)
    }

    @Test func `a set of two years is named`() {
        let merger = RosterMerger([
            document("Surname,Forename,Year,Class\nTarn,Ivo,Year 7,Set 2\nOkoro,Bea,Year 8,Set 2\n")
        ])
        #expect(merger.problems.contains { $0.code == "class-of-years" && $0.severity == .warning })
    }

    @Test(arguments: [
        ("Year 7 Set 2", ["Tarn"]), ("8 Set 2", ["Okoro"]), ("Set 2 Y8", ["Okoro"]), ("yr7/set2", ["Tarn"]),
        ("Set 2", ["Tarn", "Okoro"]), ("Set 28", []), ("9 Set 2", []), ("Year 7 Set 3", []),
    ])
    func `a set of two years is a class in each, where the year is said`(text: String, families: [String]) {
        var school = School()
        school.roster =
            RosterMerger([
                document("Surname,Forename,Year,Class\nTarn,Ivo,Year 7,Set 2\nOkoro,Bea,Year 8,Set 2\nWu,Dot,8,Set 3\n")
            ]).roster
        school.roster.addClassesOfYears(named: [text, "Set 2"])
        school.indexRoster()
        let roll = school.roll(of: [ClassCode(text)], on: Day(year: 2026, month: 11, day: 16)!)
        #expect(roll.map { school.roster.pupils[$0].display.family } == families)
    }

    private func document(_ text: String) -> RosterDocument {
        guard let read = try? readRoster(text) else { return RosterDocument(kind: "none") }
        return read
    }
}
