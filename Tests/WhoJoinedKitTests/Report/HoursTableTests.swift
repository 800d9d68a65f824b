import Testing

@testable import WhoJoinedKit

struct HoursTableTests {
    /// A week of one judged session, whose policy is an online provision's.
    private func table(_ stage: Stage, _ preset: String = "online-provision") -> [[String: String]]? {
        var school = stage.school
        school.settings.policy.preset = preset
        let result = WeekResult(
            school: school, week: Stage.monday.week, now: stage.at("12:00"), sessions: [stage.judged()],
            weeklyFindings: [], past: [], inputs: [], tally: RowTally(), problems: [])
        return hoursTable(ReportContext(result)).map(MailPacks.rows)
    }

    private func figures(_ row: [String: String]) -> [String] {
        ["sessions", "planned_minutes", "delivered_minutes", "attended_minutes", "sessions_that_cannot_tell"].map {
            row[$0] ?? ""
        }
    }

    @Test func `hours are counted within the lesson: what staff gave, and what the pupil was there for`() throws {
        var stage = Stage()
        stage.staff(0, "08:55-09:20", "09:25-09:50")
        stage.staff(1, "09:00-09:10")
        stage.pupil(0, "08:50-09:50")
        stage.pupil(1, "09:05-09:15", "09:30-09:40")
        stage.pupil(2, "09:00-09:45")
        let rows = try #require(table(stage))
        #expect(rows.map { $0["name"] } == ["Ann Able", "Ben Best", "Cat Cole", "Dan Dale"])
        #expect(figures(rows[0]) == ["1", "45", "40", "45", "0"])
        #expect(figures(rows[1]) == ["1", "45", "40", "20", "0"])
        #expect(figures(rows[3]) == ["1", "45", "40", "0", "0"], "Dan missed it")
    }

    @Test func `of who is only possibly missing, or without an export, hours cannot be told`() throws {
        var stage = Stage()
        stage.ordinary(without: 3)
        stage.unnamed("09:00-09:45")
        #expect(figures(try #require(table(stage))[3]) == ["1", "45", "45", "0", "1"])
        stage = Stage()
        stage.session.exports = []
        #expect(try #require(table(stage)).map(figures) == Array(repeating: ["1", "45", "0", "0", "1"], count: 4))
    }

    @Test func `a known absence plans nothing, and a school that counts no hours has no such table`() throws {
        var stage = Stage()
        stage.ordinary(without: 3)
        stage.approve(.alternative, 3)
        #expect(try #require(table(stage)).map { $0["name"] } == ["Ann Able", "Ben Best", "Cat Cole"])
        #expect(table(stage, "zoom-primary") == nil)
        #expect(table(Stage(isScheduled: false)) == nil)
    }
}
