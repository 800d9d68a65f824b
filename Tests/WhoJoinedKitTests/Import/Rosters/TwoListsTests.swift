import Testing

@testable import WhoJoinedKit

@Suite struct TwoListsTests {
    private let heads = "Adm No,Surname,Forename,Class,Contact 1 Name,Contact 1 Email,Contact 1 Court Order\n"

    @Test func `the newer list decides class and address, and the contradiction is named with both lines`() throws {
        let merger = try merge(
            ("a 2025-10-01.csv", heads + "1,Tarn,Ivo,5C,Max Tarn,old@x.example,N\n2,Okoro,Bea,5C,,,\n"),
            ("b 2026-10-01.csv", heads + "2,Okoro,Bea,5C,,,\n1,Tarn,Ivo,6C,Max Tarn,new@x.example,N\n3,Wu,Dot,5C,,,\n"))
        #expect(classes(merger, "Ivo Tarn") == ["6C"])
        #expect(contacts(merger, "Ivo Tarn").map(\.email) == ["new@x.example"])
        let said = merger.all.filter { $0.code == "lists-differ" }.map(\.message)
        #expect(said.contains { $0.contains("b 2026-10-01.csv:3") && $0.contains("a 2025-10-01.csv:2") })
    }

    @Test func `a restriction stands until a list with such a column says otherwise`() throws {
        let old = ("a 2025.csv", heads + "1,Tarn,Ivo,5C,Max Tarn,m@x.example,Yes\n")
        let silent =
            "Adm No,Surname,Forename,Class,Contact 1 Name,Contact 1 Email\n1,Tarn,Ivo,5C,Max Tarn,n@x.example\n"
        #expect(contacts(try merge(old, ("b 2026.csv", silent)), "Ivo Tarn").map(\.restriction) == [.courtOrder])
        let cleared = heads + "1,Tarn,Ivo,5C,Max Tarn,n@x.example,No\n"
        #expect(contacts(try merge(old, ("b 2026.csv", cleared)), "Ivo Tarn").map(\.restriction) == [.none])
        let without = heads + "1,Tarn,Ivo,5C,Una Tarn,u@x.example,No\n"
        #expect(contacts(try merge(old, ("b 2026.csv", without)), "Ivo Tarn").map(\.mayContact) == [nil, false])
    }

    @Test func `a pupil only in the older of two lists of a class is not current`() throws {
        let merger = try merge(
            ("a 2025.csv", heads + "1,Tarn,Ivo,5C,,,\n2,Okoro,Bea,5C,,,\n4,Nash,Eli,5D,,,\n"),
            ("b 2026.csv", heads + "1,Tarn,Ivo,5C,,,\n3,Wu,Dot,5C,,,\n"))
        let left = merger.roster.pupils.filter { $0.leftOn != nil }.map(\.display.full)
        #expect(left == ["Bea Okoro"])
        #expect(merger.all.contains { $0.code == "only-in-older" })
    }

    @Test func `a newer list of a few pupils of the class takes nobody off the roll`() throws {
        let rows = (1...9).map { "\($0),Tarn\($0),Ivo,5C,,,\n" }.joined()
        let merger = try merge(("a 2025.csv", heads + rows), ("b 2026.csv", heads + "1,Tarn1,Ivo,5C,,,\n"))
        #expect(merger.roster.pupils.allSatisfy { $0.leftOn == nil && $0.rollDoubt == nil })
    }

    @Test func `lists of one class each are no contradiction, whatever their age`() throws {
        let merger = try merge(
            ("5C 2025.csv", "Adm No,Surname,Forename,Class\n1,Tarn,Ivo,5C/Ma\n"),
            ("5D 2026.csv", "Adm No,Surname,Forename,Class\n1,Tarn,Ivo,5C/En\n2,Wu,Dot,5C/En\n"))
        #expect(classes(merger, "Ivo Tarn") == ["5C/En", "5C/Ma"] && merger.all.isEmpty)
    }

    @Test(arguments: ["Ben Tarn", "Benny Tarn", "Tarn Benjamin", "Benjamin Tarn"])
    func `a list of accounts with one name column adds nobody`(name: String) throws {
        let merger = try merge(
            ("accounts.csv", "Name,Email Address\n\(name),b.tarn@pupils.example\n"),
            ("class.csv", "Surname,Forename,Class\nTarn,Benjamin,5C\nOkoro,Bea,5C\n"))
        #expect(merger.roster.pupils.count == 2)
        #expect(merger.roster.pupils.contains { $0.email == "b.tarn@pupils.example" })
    }

    @Test func `a short name that may be of two stays apart`() throws {
        let merger = try merge(
            ("accounts.csv", "Name,Email Address\nSam Tarn,s.tarn@pupils.example\n"),
            ("class.csv", "Surname,Forename,Class\nTarn,Samuel,5C\nTarn,Samantha,5D\n"))
        #expect(merger.roster.pupils.count == 3)
    }

    @Test(
        arguments: [
            ("pupils 2026-11-02.csv", "2026-11-02"), ("02.11.2026 roll.csv", "2026-11-02"),
            ("2025 pupils.csv", "2025-12-31"),
            ("Roll 2025-26.csv", "2026-08-31"), ("20261102_export.csv", "2026-11-02"), ("pupils.csv", "2026-11-20"),
            ("Year 5 2026.csv", "2026-11-20"),
        ])
    func `the age of a list stands in its name, or is when it was written`(name: String, day: String) {
        #expect(dayOfListName(name, Day(iso: "2026-11-20"))?.iso == day)
    }

    private struct Merged {
        var roster: Roster
        var all: [Problem]
    }

    private func merge(_ files: (String, String)...) throws -> Merged {
        let found = files.map { RosterFile(name: $0.0, bytes: Array($0.1.utf8)) }
        let document = try readRosterDocument(found, RosterReading())
        let merger = RosterMerger([document])
        return Merged(roster: merger.roster, all: document.problems + merger.problems.filter { $0.code != "no-class" })
    }

    private func pupil(_ merged: Merged, _ name: String) -> Pupil.Index? {
        merged.roster.pupils.typedIndices.first { merged.roster.pupils[$0].display.full == name }
    }
    private func classes(_ merged: Merged, _ name: String) -> [String] {
        merged.roster.enrolments.filter { $0.pupil == pupil(merged, name) }.map {
            merged.roster.classes[$0.classIndex].code.text
        }.sorted()
    }
    private func contacts(_ merged: Merged, _ name: String) -> [Contact] {
        pupil(merged, name).map { merged.roster.pupils[$0].contacts } ?? []
    }
}
