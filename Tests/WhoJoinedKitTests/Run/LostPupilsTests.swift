import Testing

@testable import WhoJoinedKit

/// A roster that loses pupils from one week to the next.
struct LostPupilsTests {
    private static let names = ["Ada Ashby", "Ben Birch", "Cleo Cedar", "Dora Dale", "Emil Elm", "Fay Fern"]
    private static let header = "Admission Number,Legal Forename,Legal Surname,Reg Group,Email\n"
    private static func row(_ at: Int, _ group: String = "4B") -> String {
        let parts = names[at].split(separator: " ")
        return "\(101 + at),\(parts[0]),\(parts[1]),\(group),\(parts[0].lowercased())@small.example\n"
    }

    /// Week 46 is judged with all six, of whom Fay is not seen; then the roster is another.
    private func school(then roster: String) async throws -> SmallSchool {
        let school = try SmallSchool()
        try school.overwrite("roster/pupils.csv", Self.header + (0..<6).map { Self.row($0) }.joined())
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: Array(Self.names.dropLast()))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: Array(Self.names.dropLast()))
        try school.addExport("tue.csv", day: "11/17/2026", pupils: Array(Self.names.prefix(3)))
        _ = await school.week("2026-W46") { $0.options.now = "2026-11-15T08:00:00" }
        try school.overwrite("roster/pupils.csv", roster)
        return school
    }

    @Test(arguments: [
        header + (0..<3).map { row($0) }.joined(),  // half the class
        header + (0..<5).map { row($0) }.joined() + "106,Fay,Fe",  // breaks off
        header + (0..<4).map { row($0) }.joined() + "105,Emil,Elm,\"4",  // within a quoted cell
        header + (0..<3).map { row($0) }.joined() + (3..<6).map { row($0, "") }.joined(),  // without their class
    ])
    func `who is missing in a roster that is cut short is neither lost nor a stranger`(roster: String) async throws {
        let school = try await school(then: roster)
        let outcome = await school.week()
        #expect(outcome.status == .someInputUnusable, "\(outcome.messages)")
        #expect(outcome.messages.contains { $0.contains("roster/pupils.csv") && $0.contains("missing in the roster") })
        let statuses = try school.statuses()
        #expect(statuses.contains("2026-11-16 106 possible"), "\(statuses)")
        #expect(!statuses.contains { $0.hasSuffix("106 non-joiner") })
        #expect(!(try school.report("findings.csv")).contains("uninvited"))
        // The week before is judged as it was.
        _ = await school.week("2026-W46")
        #expect(try school.report("pupils.csv", week: "2026-W46").contains("\"Fay Fern\",\"non-joiner\""))
        #expect(try school.report("pupils.csv", week: "2026-W46").contains("\"Dora Dale\",\"joined\""))
        // It is not forgotten a week later.
        let later = await school.week()
        #expect(later.status == .someInputUnusable)
        #expect(try school.statuses() == statuses)
    }

    @Test(arguments: [
        header + (0..<5).map { row($0) }.joined(),  // one has left
        header + (0..<3).map { row($0) }.joined() + (3..<6).map { row($0, "4C") }.joined(),  // moved
        "Legal Forename,Legal Surname,Reg Group\nAda,Ashby,4B\nBen,Birch,4B\nCleo,Cedar,4B\nDora,Dale,4B\nEmil,Elm,4B\n",
    ])
    func `a leaver, a move and a list without numbers are no loss`(roster: String) async throws {
        let school = try await school(then: roster)
        let outcome = await school.week()
        #expect(!outcome.messages.contains { $0.contains("missing in the roster") }, "\(outcome.messages)")
    }

    @Test func `pupils of a class that is gone are gone over the summer`() async throws {
        let school = try await school(then: Self.header + (0..<3).map { Self.row($0) }.joined())
        let outcome = await school.week("2027-W36") { $0.options.now = "2027-09-12T08:00:00" }
        #expect(!outcome.messages.contains { $0.contains("missing in the roster") }, "\(outcome.messages)")
    }

    @Test func `a name that stands in a row that could not be read is no definite stranger`() async throws {
        let school = try SmallSchool()
        try school.overwrite(
            "roster/pupils.csv",
            Self.header + Self.row(0) + Self.row(1) + "103,\"Cleo\" x,Cedar,4B,\n" + Self.row(3) + Self.row(4))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Cleo Cedar", "Vera Voss"])
        let outcome = await school.week()
        #expect(outcome.messages.contains { $0.hasPrefix("roster/pupils.csv:4: error") }, "\(outcome.messages)")
        let strangers = try school.report("findings.csv").split(separator: "\n").filter {
            $0.contains("\"uninvited\"") && $0.contains("2026-11-16")
        }
        #expect(strangers.count == 1 && strangers[0].contains("Vera Voss"), "\(strangers)")
    }
}
