import Testing

@testable import WhoJoinedKit

struct LearntSessionTests {
    private func learnt(_ stage: Stage, _ rolls: RollCache) -> LearntSession {
        LearntSession(stage.judged(), of: stage.school, rolls: rolls)
    }

    @Test func `of a session its counts, its findings and its flagged rows are kept`() throws {
        var stage = Stage()
        stage.ordinary(without: 2)
        stage.unnamed("09:00-09:30")
        stage.other(.uninvited, "Somebody", "09:10-09:20")
        let learnt = learnt(stage, RollCache(of: stage.school.roster.pupils))
        #expect(learnt.past.isScheduled && learnt.past.joined == 3 && learnt.past.expected == 4)
        #expect(learnt.past.unsettled == 1 && learnt.past.counts[.unnamed] == 1 && learnt.past.counts[.uninvited] == 1)
        #expect(!learnt.findings.isEmpty && learnt.files.count == learnt.flagged.count && learnt.flagged == [2])
    }

    @Test func `the lessons of a class share its roll, those of others do not`() {
        var stage = Stage()
        stage.ordinary()
        let rolls = RollCache(of: stage.school.roster.pupils)
        let first = learnt(stage, rolls).past.statuses
        #expect(first.map(\.0.text) == ["p0", "p1", "p2", "p3"])
        #expect(learnt(stage, rolls).past.statuses.roll === first.roll)
        stage.session.enrolled = [0, 1]
        let other = learnt(stage, rolls).past.statuses
        #expect(other.roll !== first.roll && other.roll.ids.map(\.text) == ["p0", "p1"])
    }
}
