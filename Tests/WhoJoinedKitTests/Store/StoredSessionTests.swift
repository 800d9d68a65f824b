import Testing

@testable import WhoJoinedKit

struct StoredSessionTests {
    private static let export = ExportID(name: "a.csv", sha256: "ab")

    private func stored(_ stage: Stage, _ rolls: RollCache) -> StoredSession {
        StoredSession(
            stage.judged(), of: stage.school, exports: ["a.csv": Self.export], rolls: rolls,
            people: PersonBook(stage.school.roster), isReported: false)
    }

    @Test func `of a session its counts, its findings and its exports are kept`() throws {
        var stage = Stage()
        stage.ordinary(without: 2)
        stage.unnamed("09:00-09:30")
        stage.other(.uninvited, "Somebody", "09:10-09:20")
        let kept = stored(stage, RollCache(of: stage.school.roster.pupils))
        #expect(kept.past.isScheduled && kept.past.joined == 3 && kept.past.expected == 4)
        #expect(kept.past.unsettled == 1 && kept.past.counts[.unnamed] == 1 && kept.past.counts[.uninvited] == 1)
        #expect(kept.findings.contains { $0.rule == .uninvited })
        #expect(kept.past.exports == [Self.export])
    }

    @Test func `the lessons of a class share its roll, those of others do not`() {
        var stage = Stage()
        stage.ordinary()
        let rolls = RollCache(of: stage.school.roster.pupils)
        let first = stored(stage, rolls).past.statuses
        #expect(first.map(\.0.text) == ["p0", "p1", "p2", "p3"])
        #expect(stored(stage, rolls).past.statuses.roll === first.roll)
        stage.session.enrolled = [0, 1]
        let other = stored(stage, rolls).past.statuses
        #expect(other.roll !== first.roll && other.roll.ids.map(\.text) == ["p0", "p1"])
    }
}
