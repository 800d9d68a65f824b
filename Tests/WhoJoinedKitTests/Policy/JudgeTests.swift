import Testing

@testable import WhoJoinedKit

struct JudgeTests {
    @Test func `of a session of another week the history learns what it learns of a judged one`() {
        var stage = Stage()
        stage.ordinary(without: 2)
        stage.unnamed("09:00-09:30")
        stage.other(.uninvited, "Somebody", "09:10-09:20")
        let judge = Judge(stage.school, matcher: Matcher(stage.school), linked: [])
        let (linked, judged) = (judge.learn(from: stage.session), judge.learn(from: judge.judge(stage.session)))
        #expect(linked.past.record == judged.past.record)
        #expect(linked.findings == judged.findings && !linked.past.counts.isEmpty)
        #expect(linked.files == judged.files && linked.flagged == judged.flagged && linked.flagged.contains { $0 > 0 })
    }

    @Test func `the lessons of a class share its roll, those of others do not`() {
        var stage = Stage()
        stage.ordinary()
        let judge = Judge(stage.school, matcher: Matcher(stage.school), linked: [])
        let first = judge.learn(from: stage.session).past.statuses
        #expect(first.map(\.0.text) == ["p0", "p1", "p2", "p3"])
        #expect(judge.learn(from: stage.session).past.statuses.roll === first.roll)
        stage.session.enrolled = [0, 1]
        let other = judge.learn(from: stage.session).past.statuses
        #expect(other.roll !== first.roll && other.roll.ids.map(\.text) == ["p0", "p1"])
    }
}
