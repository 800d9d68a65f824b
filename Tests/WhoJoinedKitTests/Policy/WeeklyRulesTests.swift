import Testing

@testable import WhoJoinedKit

/// over-use and unable-to-access, and the line of the session log.
struct WeeklyRulesTests {
    private func weekly(_ stage: Stage, _ sessions: [JudgedSession], past: [PastSession] = []) -> [Finding] {
        Judge(stage.school, matcher: Matcher(stage.school), linked: []).weeklyFindings(
            of: sessions, past: past, week: Stage.monday.week)
    }

    @Test(arguments: [("09:30:00", 0), ("09:30:01", 1)])
    func `a class is over with one second more than the limit`(end: String, count: Int) {
        var stage = Stage("[rules.over-use]\non = true\nminutes-per-week = 60")
        stage.staff(0, "08:00-10:00")
        stage.pupil(0, "09:00-09:20")
        stage.pupil(1, "09:10-09:30")
        let first = stage.judged()
        stage.session.entrants[2].entrant.stays[0].stay.left = stage.at(end)
        let found = weekly(stage, [first, stage.judged()]).filter { $0.rule == .overUse }
        #expect(found.count == count)
        if let finding = found.first {
            #expect(finding.subject == .class && finding.classText == "4B" && finding.shownMinutes == 60)
        }
    }

    @Test func `a pupil alone is over only if the class is not`() {
        var stage = Stage("[rules.over-use]\non = true\nminutes-per-week = 60")
        stage.pupil(0, "09:00-09:50")
        let own = stage.judged()
        stage.session.classes = [ClassCode("5C")]
        stage.session.entrants[0].entrant.stays[0].stay.left = stage.at("09:10:01")
        let elsewhere = stage.judged()
        #expect(weekly(stage, [own, elsewhere]).filter { $0.rule == .overUse }.map(\.pupil) == [0])
        #expect(weekly(stage, [own, own]).filter { $0.rule == .overUse }.map(\.subject) == [.class])
    }

    private func past(_ day: String, _ status: PupilStatus) -> PastSession {
        PastSession(
            key: day, day: Day(iso: day)!, start: SchoolZone.london.interval(of: Day(iso: day)!).start, classText: "4B",
            kind: .lesson, isScheduled: true,
            statuses: [PupilID("p1"): status], joined: 0, expected: 1, unsettled: 0, counts: [:])
    }

    @Test(arguments: [
        ("three in a row, over weeks", [PupilStatus.nonJoiner, .nonJoiner], 1),
        ("two in a row", [.joined, .nonJoiner], 0),
        ("joined in between", [.nonJoiner, .nonJoiner, .joined], 0),
        (
            "excused, possible and data-less neither count nor break",
            [.nonJoiner, .excused, .possible, .noData, .nonJoiner], 1
        ),
        ("possible does not count", [.possible, .possible], 0),
    ])
    func `unable to access after three misses in a row`(what: String, before: [PupilStatus], count: Int) {
        var stage = Stage()
        stage.ordinary(without: 1)
        let earlier = before.enumerated().map { past((Day(iso: "2026-11-09")! + $0).iso, $1) }
        let found = weekly(stage, [stage.judged()], past: earlier).filter { $0.rule == .unableToAccess }
        #expect(found.map(\.pupil) == Array(repeating: 1, count: count), "\(what)")
    }

    @Test func `a row that ended last week is not told again`() {
        var stage = Stage()
        stage.ordinary()
        let earlier = ["2026-11-09", "2026-11-10", "2026-11-11"].map { past($0, .nonJoiner) }
        #expect(weekly(stage, [stage.judged()], past: earlier).isEmpty)
    }

    @Test(arguments: [
        ("No laptop at home", 1), ("sharing one tablet", 1), ("no Wi-Fi", 1), ("cannot log in", 1),
        ("two devices only", 1), ("brother ill", 0), ("inaccessible", 0),
    ])
    func `a noted lack of a device or access is unable to access`(text: String, count: Int) {
        var stage = Stage()
        stage.ordinary()
        stage.note(.reason, "Ben Best", text: text)
        #expect(weekly(stage, [stage.judged()]).filter { $0.rule == .unableToAccess }.count == count)
    }

    @Test func `the session log says who led, who else, and from when to when`() {
        var stage = Stage()
        stage.session.lesson?.leadStaff = ""
        stage.staff(1, "08:56:00-09:46:40")
        stage.staff(0, "08:57-09:20")
        stage.pupil(0, "09:00-09:45")
        stage.pupil(1, "09:00-09:45")
        stage.unnamed("09:00-09:10")
        stage.note(.incident, text: "Sound failed")
        stage.note(.reason, text: "Fractions")
        let log = stage.judged().log
        #expect(log.leadStaff == "IOK Ife Oke" && log.secondStaff == "MDA Mo Daly")
        #expect(log.staffTimes == "IOK 08:56:00-09:46:40; MDA 08:57:00-09:20:00")
        #expect(log.minutes == 51 && log.pupilsJoined == 2 && log.othersPresent == 1 && log.participants == 5)
        #expect(log.whatWentWrong == "Sound failed" && log.reason == "Fractions" && log.isComplete)
        #expect(log.retainUntil == Stage.monday + 365)
    }
}
