import HostSystem
import Testing

@testable import WhoJoinedKit

/// Lists that change from week to week, and exports that come late: whom a lesson gone by may miss.
struct RollOfThenTests {
    private static let names = ["Ada Ashby", "Ben Birch", "Cleo Cedar", "Dora Dale", "Emil Elm", "Fay Fern"]

    /// - Parameter groups: of the first six; an empty one is left out.
    private static func roster(_ groups: [String]) -> String {
        let rows = zip(names, groups).enumerated().compactMap { at, pupil in
            let parts = pupil.0.split(separator: " ")
            return pupil.1.isEmpty ? nil : "\(101 + at),\(parts[0]),\(parts[1]),\(pupil.1)\n"
        }
        return "Admission Number,Legal Forename,Legal Surname,Reg Group\n" + rows.joined()
    }

    /// Nothing is in the inbox yet.
    private func school(_ groups: [String]) throws -> SmallSchool {
        let school = try SmallSchool()
        for name in ["tue-w46.csv", "mon.csv", "tue.csv"] {
            try removeFile(school.folder.path.appending("inbox/\(name)"))
        }
        try school.folder.put(
            "timetable.csv",
            try school.folder.text("timetable.csv") + "900 1111 2222,4B,Maths,2026-11-24,09:00,09:45,MOK\n")
        try school.overwrite("roster/pupils.csv", Self.roster(groups))
        return school
    }

    private func week(_ week: String = "2026-W47", of school: SmallSchool, on sunday: String) async -> RunOutcome {
        await school.week(week) { $0.options.now = "\(sunday)T18:00:00" }
    }

    private static let all = Array(repeating: "4B", count: 6)
    private static let half = ["4B", "4B", "4B", "", "", ""]

    @Test(arguments: ["", "4C"])
    func `who does not come back when a cut list is whole again was perhaps not on it any more`(group: String)
        async throws
    {
        let school = try school(Self.all)
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: Array(Self.names.dropLast()))
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.overwrite("roster/pupils.csv", Self.roster(Self.half))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: Array(Self.names.prefix(2)))
        #expect(await week(of: school, on: "2026-11-22").messages.contains { $0.contains("missing in the roster") })
        #expect(try school.statuses().contains("2026-11-16 106 possible"))

        try school.overwrite("roster/pupils.csv", Self.roster(Self.all.dropLast() + [group]))
        try school.addExport("tue.csv", day: "11/17/2026", pupils: Array(Self.names.prefix(4)))
        _ = await week(of: school, on: "2026-11-29")
        let statuses = try school.statuses()
        #expect(statuses.contains("2026-11-16 106 possible"), "\(statuses)")
        #expect(statuses.contains("2026-11-17 106 possible"), "\(statuses)")
        #expect(statuses.contains("2026-11-17 105 non-joiner"), "who is back was on it: \(statuses)")
        _ = await week("2026-W46", of: school, on: "2026-11-29")
        #expect(try school.statuses(week: "2026-W46").contains("2026-11-10 106 non-joiner"), "before the cut")
        // What was in doubt stays in doubt, however often it is made again and though the pupil returns.
        _ = await week("2026-W48", of: school, on: "2026-11-29")
        try school.overwrite("roster/pupils.csv", Self.roster(Self.all))
        _ = await week(of: school, on: "2026-12-06")
        #expect(try school.statuses() == statuses)
    }

    @Test func `who was lost from the lists of two weeks may have left and come back between them`() async throws {
        let school = try school(Self.all)
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.addExport("mon.csv", day: "11/16/2026", pupils: Array(Self.names.prefix(2)))
        for (week, groups) in [("2026-W47", Self.half), ("2026-W48", ["", "", "4B", "4B", "4B", ""])] {
            try school.overwrite("roster/pupils.csv", Self.roster(groups))
            _ = await self.week(week, of: school, on: week == "2026-W47" ? "2026-11-22" : "2026-11-29")
        }
        try school.addExport("tue-w48.csv", day: "11/24/2026", pupils: Array(Self.names.prefix(1)))
        try school.overwrite("roster/pupils.csv", Self.roster(Self.all))
        #expect(try await nonJoiners(ofLesson: "mon.csv", of: school) == ["103", "104", "105"])
        for week in ["2026-W47", "2026-W48"] { _ = await self.week(week, of: school, on: "2026-12-06") }
        let statuses = try school.statuses() + school.statuses(week: "2026-W48")
        for status in ["11-16 105 non-joiner", "11-16 106 possible", "11-24 106 possible", "11-24 102 non-joiner"] {
            #expect(statuses.contains("2026-\(status)"), "\(statuses)")
        }
    }

    /// Whom the lesson's page has as not joined, by id.
    private func nonJoiners(ofLesson name: String, of school: SmallSchool) async throws -> [String] {
        var lesson = LessonRun()
        lesson.options = school.options
        (lesson.options.now, lesson.options.format) = ("2026-12-06T18:00:00", .csv)
        lesson.exports = [school.folder.path.appending("inbox/\(name)").text]
        let rows = MailPacks.rows(await lesson.run().output).filter { $0["status"] == "non-joiner" }
        return rows.compactMap { $0["id"] }.sorted()
    }

    @Test(arguments: [
        ["4C", "4C", "4B"],  // was in 4C, and only an old list says 4B
        ["4B", "4C", "4B"],  // was in 4C for a week
    ])
    func `whom the newer of two lists had in another class was not lost from this one`(groups: [String]) async throws {
        let school = try school([])
        try school.folder.put(
            "timetable.csv",
            try school.folder.text("timetable.csv") + "900 3333 4444,4C,Maths,2026-11-17,11:00,11:45,JRE\n")
        func list(_ groups: [String]) -> String {
            Self.roster(groups).replacing("Reg Group", with: "Class")
        }
        let others = Array(repeating: "4B", count: 5)
        try school.overwrite("roster/pupils.csv", list(others + [groups[0]]))
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.overwrite("roster/pupils.csv", list(Self.all), ageInSeconds: 90_000)
        try school.overwrite("roster/pupils-new.csv", list(["4B", "4B", "", "", "", groups[1]]))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: Array(Self.names.prefix(4)))
        _ = await week(of: school, on: "2026-11-22")
        try removeFile(school.folder.path.appending("roster/pupils-new.csv"))
        try school.overwrite("roster/pupils.csv", list(others + [groups[2]]))
        _ = await week(of: school, on: "2026-11-29")
        let statuses = try school.statuses()
        #expect(statuses.contains("2026-11-16 106 possible"), "\(statuses)")
        #expect(statuses.contains("2026-11-16 105 non-joiner"), "\(statuses)")
    }

    @Test func `a lesson that was held before the list was cut is judged by its roll`() async throws {
        let school = try school(Self.all)
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.overwrite("roster/pupils.csv", Self.roster(["4B", "4B", "", "", "", ""]))
        _ = await week(of: school, on: "2026-11-22")
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: Array(Self.names[2..<5]))
        _ = await week("2026-W46", of: school, on: "2026-11-22")
        #expect(
            try school.statuses(week: "2026-W46") == [
                "2026-11-10 101 non-joiner", "2026-11-10 102 non-joiner", "2026-11-10 103 joined",
                "2026-11-10 104 joined", "2026-11-10 105 joined", "2026-11-10 106 non-joiner",
            ])
    }

    @Test func `a leaver in the older of two lists has missed nothing before the first roll`() async throws {
        let school = try school(["4B", "4B", "", "4B"])
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.overwrite("roster/pupils.csv", Self.roster(["4B", "4B", "4B", "4B"]), ageInSeconds: 90_000)
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        _ = await week(of: school, on: "2026-11-22")
        try school.overwrite("roster/pupils-new.csv", Self.roster(["4B", "4B", "", "4B"]))
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: ["Ada Ashby", "Ben Birch"])
        for name in ["2026-W46", "2026-W47"] { _ = await week(name, of: school, on: "2026-11-29") }
        #expect(
            try school.statuses(week: "2026-W46") == [
                "2026-11-10 101 joined", "2026-11-10 102 joined", "2026-11-10 104 non-joiner",
            ])
        #expect(try school.statuses().contains("2026-11-16 103 non-joiner"), "of the roll of then")
    }

    @Test(arguments: [
        (["4B", "4B", "4B", "4B", "4B", "4B"], ["4B", "4B", "", "", "", "4C"], "106"),  // a third of 4B, and one in 4C
        (["4B", "4B", "4B", "4B", "4C", "4C"], ["4B", "", "", "", "4C", "4C"], "104"),  // 4C whole, of 4B only one
    ])
    func `a newer list that has part of a class leaves the rest of the older one in doubt`(
        older: [String], newer: [String], id: String
    ) async throws {
        let school = try school([])
        func list(_ groups: [String]) -> String {
            Self.roster(groups).replacing("Reg Group", with: "Class")
        }
        try school.overwrite("roster/pupils.csv", list(older), ageInSeconds: 90_000)
        try school.overwrite("roster/pupils-new.csv", list(newer))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch", "Cleo Cedar"])
        _ = await week(of: school, on: "2026-11-22")
        let statuses = try school.statuses()
        #expect(statuses.contains("2026-11-16 \(id) possible"), "\(statuses)")
    }

    @Test func `a list that leaves a pupil in doubt today leaves a lesson gone by as it was`() async throws {
        let school = try school(Self.all)
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: Array(Self.names.dropLast()))
        _ = await week("2026-W46", of: school, on: "2026-11-15")
        try school.overwrite("roster/pupils.csv", Self.roster(Self.all), ageInSeconds: 90_000)
        try school.overwrite("roster/pupils-new.csv", Self.roster(Self.half))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: Array(Self.names.prefix(3)))
        _ = await week(of: school, on: "2026-11-22")
        #expect(try school.statuses().contains("2026-11-16 106 possible"))
        _ = await week("2026-W46", of: school, on: "2026-11-22")
        #expect(try school.statuses(week: "2026-W46").contains("2026-11-10 106 non-joiner"))
    }
}
