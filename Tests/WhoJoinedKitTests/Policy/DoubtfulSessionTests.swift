import Testing

@testable import WhoJoinedKit

/// A session must be believable before anybody is missing from it.
struct DoubtfulSessionTests {
    @Test func `a lesson with its teacher and one of four pupils accuses the three others`() {
        var stage = Stage()
        stage.ordinary(without: 1, 2, 3)
        #expect(stage.said(.doubtfulSession).isEmpty && stage.said(.nonJoiner) == ["p1", "p2", "p3"])
    }

    @Test(arguments: [("09:04:59", true), ("09:05:00", false)])
    func `without half of the pupils somebody must have taught for five minutes`(leaves: String, isDoubtful: Bool) {
        var stage = Stage()
        stage.staff(0, "09:00-\(leaves)")
        stage.pupil(0, "09:00-09:45")
        #expect(stage.said(.doubtfulSession) == (isDoubtful ? ["session"] : []))
        #expect(stage.status(1) == (isDoubtful ? .possible : .nonJoiner))
        #expect(stage.said(.nonJoiner).isEmpty == isDoubtful)
    }

    @Test func `without a staff list and a timetable who was seen was seen, and nobody is missing`() {
        var stage = Stage()
        stage.school.timetable.exists = false
        stage.session.lesson = nil
        stage.pupil(0, "09:00-09:45")
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.status(0) == nil)
        stage.school.roster.staff = []
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.said(.nonJoiner).isEmpty)
        #expect(stage.status(0) == .joined && stage.status(1) == .possible)
    }

    @Test func `half of the pupils make a lesson without a teacher`() {
        var stage = Stage()
        stage.pupil(0, "09:00-09:45")
        stage.pupil(1, "09:00-09:45")
        #expect(stage.said(.doubtfulSession).isEmpty && stage.said(.nonJoiner) == ["p2", "p3"])
    }

    @Test func `a teacher alone is nobody's miss, unless a small group was waited for`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.said(.nonJoiner).isEmpty)
        stage.session.expected = [0, 1]
        #expect(stage.said(.doubtfulSession).isEmpty && stage.said(.nonJoiner) == ["p0", "p1"])
    }

    @Test(arguments: [("09:14:59", true), ("09:15:00", false)])
    func `a call that broke down is no lesson before a third of it`(end: String, isDoubtful: Bool) {
        var stage = Stage()
        stage.staff(0, "08:50-\(end)")
        stage.pupil(0, "08:50-\(end)")
        #expect(stage.said(.doubtfulSession).isEmpty != isDoubtful)
    }

    @Test func `ten minutes with half of the pupils are a lesson, though it was cut short`() {
        var stage = Stage()
        stage.pupil(0, "09:00-09:10")
        stage.pupil(1, "09:00-09:10")
        #expect(stage.said(.doubtfulSession).isEmpty)
    }

    @Test func `where more than half were never let in nobody is missing`() {
        var stage = Stage()
        stage.ordinary(without: 1, 2, 3)
        for pupil in 1...2 { stage.pupil(Pupil.Index(pupil), waiting: ["09:00-09:45"]) }
        #expect(stage.said(.doubtfulSession).isEmpty)
        stage.pupil(3, waiting: ["09:00-09:45"])
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.status(1) == .possible)
    }

    @Test func `an export without times is asked for one in ten only, and a list of bare names accuses nobody`() {
        var stage = Stage()
        stage.export.times = false
        stage.pupil(0, "-") { $0.shownSeconds = 600 }
        stage.session.exports[0].abilities.times = false
        #expect(stage.said(.doubtfulSession).isEmpty && stage.status(1) == .nonJoiner)
        stage.session.entrants[0].entrant.stays[0].stay.shownSeconds = nil
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.status(1) == .possible)
    }

    @Test func `what is about safety is said of a session in doubt too, what is about diligence is not`() {
        var stage = Stage()
        stage.pupil(0, "09:20-09:25")
        stage.other(.uninvited, "Gerald Hoskins", "09:20-09:25")
        let rules = Set(stage.judged().findings.map(\.rule))
        #expect(rules.isSuperset(of: [.doubtfulSession, .uninvited, .unsupervised]))
        #expect(rules.isDisjoint(with: DoubtfulSessionRule.leftOut))
    }

    @Test func `without a timetable it is nobody's lesson`() {
        var stage = Stage(isScheduled: false)
        stage.school.timetable.exists = false
        stage.session.expected = [0, 1, 2, 3]
        stage.pupil(0, "20:00-20:04")
        #expect(stage.said(.doubtfulSession) == ["session"] && stage.judged().results.isEmpty)
    }

    @Test func `another class on the link is one question and one finding with its count`() {
        var stage = Stage()
        stage.session.wrongLink = WrongLink(classText: "5C", count: 3, recognised: 3)
        stage.staff(0, "09:00-09:45")
        stage.pupil(4, "09:00-09:45")
        #expect(stage.findings(.doubtfulSession).map(\.detail).joined().contains("3 of 3 are of 5C"))
        #expect(stage.said(.otherClass) == ["session"] && stage.said(.nonJoiner).isEmpty)
    }
}
