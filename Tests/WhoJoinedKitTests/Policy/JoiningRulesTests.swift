import Testing

@testable import WhoJoinedKit

/// non-joiner, late, left-early, short-stay, came-and-went, waiting-room.
struct JoiningRulesTests {
    @Test func `who is not seen and not excused is a non-joiner`() {
        var stage = Stage()
        stage.ordinary(without: 1)
        #expect(stage.said(.nonJoiner) == ["p1"] && stage.status(1) == .nonJoiner)
        #expect(stage.findings(.nonJoiner)[0].isOnlyPossible == false)
    }

    @Test(arguments: [
        ("ends when the lesson begins", "08:00", "09:00:00", PupilStatus.nonJoiner),
        ("ends a second later", "08:00", "09:00:01", .excused),
        ("begins when the lesson ends", "09:45:00", "12:00", .nonJoiner),
        ("begins a second before", "09:44:59", "12:00", .excused),
    ])
    func `a known absence excuses if it overlaps at all`(what: String, from: String, to: String, expected: PupilStatus)
    {
        var stage = Stage()
        stage.ordinary(without: 1)
        stage.school.records.absences = [
            KnownAbsence(pupil: 1, span: Interval(stage.at(from), stage.at(to)), reason: "dentist")
        ]
        #expect(stage.status(1) == expected, "\(what)")
        #expect(stage.said(.nonJoiner).isEmpty == (expected == .excused))
    }

    @Test func `a mark excuses its half day, another arrangement the whole`() {
        var stage = Stage()
        stage.ordinary(without: 1, 2, 3)
        stage.school.roster.marks = [
            AttendanceMark(pupil: 1, day: Stage.monday, half: .am, code: "I", excuses: true),
            AttendanceMark(pupil: 2, day: Stage.monday, half: .pm, code: "I", excuses: true),
            AttendanceMark(pupil: 3, day: Stage.monday, half: .am, code: "N", excuses: false),
        ]
        #expect(stage.said(.nonJoiner) == ["p2", "p3"])
        stage.approve(.alternative, 2)
        #expect(stage.said(.nonJoiner) == ["p3"])
    }

    @Test func `an unnamed entrant makes every miss only possible, a family's number only that family's`() {
        var stage = Stage()
        stage.ordinary(without: 1, 2)
        stage.unnamed("09:00-09:45", name: "+44 7700 900123", candidates: [1])
        #expect(stage.status(1) == .possible && stage.status(2) == .nonJoiner)
        stage.unnamed("09:00-09:45")
        #expect(stage.status(2) == .possible)
        #expect(stage.findings(.nonJoiner).allSatisfy { $0.isOnlyPossible })
    }

    @Test func `an ambiguous entrant or a parent's account makes the miss possible for the pupils concerned`() {
        var stage = Stage()
        stage.ordinary(without: 1, 2, 3)
        stage.other(.ambiguous, "Best", "09:00-09:45", candidates: [1, 2])
        #expect([1, 2, 3].map(stage.status) == [.possible, .possible, .nonJoiner])
        stage.other(.contact, "Mrs Dale", "09:00-09:45", pupil: 3)
        #expect(stage.status(3) == .possible && stage.said(.adultPresent) == ["Mrs Dale"])
        stage.session.entrants[stage.session.entrants.count - 2].link.named = [1, 2]
        #expect([1, 2].map(stage.status) == [.joined, .joined])
    }

    @Test func `a damaged export accuses nobody, a missing one neither`() {
        var stage = Stage()
        stage.ordinary(without: 1)
        stage.session.exports[0].isComplete = false
        #expect(stage.status(1) == .possible && stage.findings(.nonJoiner).allSatisfy { $0.isOnlyPossible })
        stage.session.entrants = []
        stage.session.exports = []
        #expect((0..<4).allSatisfy { stage.status(Pupil.Index($0)) == .noData })
        #expect(stage.said(.nonJoiner).isEmpty && stage.said(.noExport) == ["session"])
    }

    @Test func `who waited and was not admitted is a non-joiner for SLT, not for the family`() {
        var stage = Stage()
        stage.ordinary(without: 1)
        stage.pupil(1, waiting: ["09:00-09:11"])
        #expect(stage.said(.nonJoiner) == ["p1"])
        #expect(stage.findings(.nonJoiner)[0].audiences == [.slt])
        #expect(stage.said(.uninvited).isEmpty)
    }

    @Test(arguments: [("09:05:00", [String]()), ("09:05:01", ["p0 09:00:00-09:05:01"])])
    func `late is one second after the lock`(arrival: String, expected: [String]) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "\(arrival)-09:45")
        #expect(stage.said(.late) == expected)
    }

    @Test func `nobody is late because the teacher was, and the waiting room counts as arriving`() {
        var stage = Stage()
        stage.staff(0, "09:04-09:50")
        stage.pupil(0, "09:09:00-09:45")
        stage.pupil(1, "09:09:01-09:45")
        stage.pupil(2, "09:20-09:45", waiting: ["09:08-09:20"])
        #expect(stage.said(.late) == ["p1 09:04:00-09:09:01"])
    }

    @Test func `lateness cannot be told of joined before, nor from an incomplete export, nor of an excused pupil`() {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "09:20-09:45") { $0.isJoinApproximate = true }
        #expect(stage.said(.late).isEmpty)
        stage.session.entrants[stage.session.entrants.count - 1].entrant.stays[0].stay.isJoinApproximate = false
        #expect(stage.said(.late).count == 1)
        stage.session.exports[0].isComplete = false
        #expect(stage.said(.late).isEmpty)
        stage.session.exports[0].isComplete = true
        stage.school.records.absences = [
            KnownAbsence(pupil: 0, span: Interval(stage.at("08:00"), stage.at("09:15")), reason: "")
        ]
        #expect(stage.said(.late).isEmpty)
    }

    @Test(arguments: [("09:35:00", [String]()), ("09:34:59", ["p0 09:34:59-09:45:00"])])
    func `left early is one second before the limit`(leaves: String, expected: [String]) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "09:00-\(leaves)")
        #expect(stage.said(.leftEarly) == expected)
    }

    @Test func `the end is when the last member of staff left, and an open end cannot be told`() {
        var stage = Stage()
        stage.staff(0, "09:00-09:30")
        stage.pupil(0, "09:00-09:20:00")
        stage.pupil(1, "09:00-09:19:59")
        #expect(stage.said(.leftEarly) == ["p1 09:19:59-09:30:00"])
        stage.session.exports[0].lastMoment = stage.at("09:10")
        stage.pupil(2, "09:00-")
        #expect(stage.said(.leftEarly) == ["p1 09:19:59-09:30:00"])
        #expect(!stage.said(.shortStay).contains("p2"))
    }

    @Test(arguments: [("09:22:30", [String]()), ("09:22:29", ["p0"])])
    func `a short stay is less than half of the taught time; minutes before do not count`(
        leaves: String, expected: [String]
    ) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "08:30-\(leaves)")
        #expect(stage.said(.shortStay) == expected)
    }

    @Test(arguments: [(1350, [String]()), (1349, ["p0"])])
    func `totals alone must be below the share of the scheduled length`(shown: Int, expected: [String]) {
        var stage = Stage()
        stage.export.times = false
        stage.add("Ann Able", Link(.pupil, pupil: 0, step: .ofNoMatter), ["-"]) { $0.shownSeconds = shown }
        #expect(stage.said(.shortStay) == expected)
        #expect(stage.said(.unsupervised).isEmpty && stage.said(.leftEarly).isEmpty && stage.said(.late).isEmpty)
        #expect(stage.judged().log.isComplete == false)
    }

    @Test func `coming and going counts returns after more than a minute, not restarts or breakout rooms`() {
        func returns(_ gaps: [Int], staff: String = "08:55-09:50") -> [String] {
            var stage = Stage()
            let parts = staff.split(separator: " ").map { String($0) }
            stage.add("Mo Daly", Link(.staff, staff: 0, step: .ofNoMatter), parts)
            var (times, moment) = ([String](), stage.at("09:00"))
            for gap in gaps {
                let zone = stage.school.settings.zone
                times.append("\(zone.time(of: moment).full)-\(zone.time(of: moment + 120).full)")
                moment = moment + 120 + gap
            }
            times.append("\(stage.school.settings.zone.time(of: moment).full)-09:45")
            stage.add("Ann Able", Link(.pupil, pupil: 0, step: .ofNoMatter), times)
            return stage.said(.cameAndWent)
        }
        #expect(returns([61, 61, 61]).isEmpty)
        #expect(returns([61, 61, 61, 60]).isEmpty)
        #expect(returns([61, 61, 61, 61]) == ["p0"])
        #expect(returns([10, 10, 10, 10, 10]).isEmpty)
        #expect(
            returns([61, 61, 61, 61], staff: "08:55-09:02:00 09:02:50-09:50").isEmpty,
            "the call was down in one of the gaps")
    }

    @Test func `waiting room: without a row before the first stay, once when nobody waited, never without the column`()
    {
        var stage = Stage()
        stage.export.waitingRoom = true
        stage.staff(0, "08:55-09:50")
        stage.pupil(0, "09:00-09:20", "09:30-09:45", waiting: ["08:58-09:00"])
        stage.pupil(1, "09:00-09:45")
        stage.unnamed("09:00-09:45")
        #expect(stage.said(.waitingRoom) == ["p1", "iPad"])
        stage.session.entrants[1].entrant.waiting = []
        #expect(stage.said(.waitingRoom) == ["session"])
        stage.export.waitingRoom = false
        #expect(stage.said(.waitingRoom).isEmpty)
    }

    @Test func `in a one to one nobody but the pupil whose turn it is can be missing`() {
        var stage = Stage(kind: .oneToOne)
        stage.staff(0, "08:55-09:50")
        stage.session.expected = [1]
        #expect(stage.status(1) == .nonJoiner && stage.status(0) == .excused)
        stage.session.expected = [0, 1]
        #expect([0, 1].map(stage.status) == [.possible, .possible])
        stage.pupil(0, "09:00-09:45")
        #expect([0, 1].map(stage.status) == [.joined, .excused])
    }
}
