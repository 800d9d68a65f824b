import Testing

@testable import WhoJoinedKit

/// What a platform's log tells beside who was there: recordings, presentations, doors, abuse reports.
struct LogRulesTests {
    /// Staff and four pupils for the whole lesson, and a log.
    private func stage(_ rules: String = "", _ events: (inout Stage) -> Void = { _ in }) -> Stage {
        var stage = Stage(rules)
        stage.ordinary()
        events(&stage)
        return stage
    }

    private static let account = Link(.pupil, pupil: 1, certainty: .certain, step: .schoolEmail)
    private static let teacher = Link(.staff, staff: 0, certainty: .certain, step: .staffEmail)

    // MARK: pupil-recorded, pupil-presented

    @Test(arguments: [
        (MeetingEvent.Kind.recordingStarted, RuleID.pupilRecorded, ["p1"]),
        (.recordingActivity, .pupilRecorded, ["p1"]), (.recordingStopped, .pupilRecorded, []),
        (.presentationStarted, .pupilPresented, ["p1"]), (.presentationStopped, .pupilPresented, []),
        (.handRaised, .pupilPresented, []),
    ])
    func `what a pupil's own account did is told, its end is not`(
        kind: MeetingEvent.Kind, rule: RuleID, expected: [String]
    ) {
        var stage = stage()
        stage.event(kind, at: "09:10:00", by: "Ben Best", "ben@oak.example", Self.account)
        stage.event(kind, at: "09:20:00", by: "Ben Best", "ben@oak.example", Self.account)
        #expect(stage.said(rule) == expected)
        #expect(stage.said(.needsALook).isEmpty)
    }

    @Test(arguments: [RuleID.pupilRecorded, .pupilPresented])
    func `a typed name accuses nobody: a person must look`(rule: RuleID) {
        let kind: MeetingEvent.Kind = rule == .pupilRecorded ? .recordingStarted : .presentationStarted
        let byName = Link(.pupil, pupil: 1, certainty: .certain, step: .fits(.fullName, .letterByLetter))
        var stage = stage()
        stage.event(kind, at: "09:10:00", by: "Ben Best", nil, byName)
        #expect(stage.said(rule).isEmpty)
        let looks = stage.findings(.needsALook)
        #expect(looks.map(\.subject) == [.entrant] && looks.allSatisfy { $0.pupil == nil })
        #expect(looks.first?.detail.hasPrefix("Not proven") == true)
    }

    @Test func `a person's decision proves who it was, an account with another's name does not`() {
        var settled = Self.account
        (settled.step, settled.decidedBy) = (.settled(by: "", source: "decisions.csv"), "decisions.csv:2")
        var stage = stage()
        stage.event(.recordingStarted, at: "09:10:00", by: "birdie", nil, settled)
        #expect(stage.said(.pupilRecorded) == ["p1"])
        var other = self.stage()
        let open = Link(.ambiguous, candidates: [1, 2], step: .emailAgainstName)
        other.event(.recordingStarted, at: "09:10:00", by: "Cat Cole", "ben@oak.example", open)
        #expect(other.said(.pupilRecorded).isEmpty && other.said(.needsALook) == ["Cat Cole"])
    }

    @Test func `staff, strangers and a log without such rows say nothing of pupils`() {
        var stage = stage()
        stage.event(.recordingStarted, at: "09:10:00", by: "Mo Daly", "mo@oak.example", Self.teacher)
        stage.event(.presentationStarted, at: "09:10:00", by: "Xan", nil, Link(.uninvited, step: .nobody))
        stage.event(.presentationStarted, at: "09:10:00", by: "", nil, nil)
        for rule in [RuleID.pupilRecorded, .pupilPresented, .needsALook] { #expect(stage.said(rule).isEmpty) }
        #expect(self.stage().said(.pupilRecorded).isEmpty && self.stage().said(.pupilPresented).isEmpty)
    }

    // MARK: recorded-without-approval

    @Test func `a log that tells of a recording is evidence of it; a note beats it, an approval allows it`() {
        #expect(stage().said(.recordedWithoutApproval).isEmpty)
        var stage = stage()
        stage.event(.recordingStarted, at: "09:10:00", by: "Mo Daly", "mo@oak.example", Self.teacher)
        let found = stage.findings(.recordedWithoutApproval)
        #expect(found.count == 1 && found[0].detail.hasSuffix("Mo Daly started a recording at 09:10:00."))
        #expect(found[0].evidence == [Evidence(file: "a.csv", line: 100)])
        #expect(stage.said(.notRecorded).isEmpty && stage.judged().log.recorded == "yes")
        var noted = stage
        noted.note(.notRecorded)
        #expect(noted.said(.recordedWithoutApproval).isEmpty)
        stage.approve(.recording)
        #expect(stage.said(.recordedWithoutApproval).isEmpty)
    }

    @Test(arguments: [
        ("ended the day before", "2026-11-13", "2026-11-15", ["session"]),
        ("its last day", "2026-11-13", "2026-11-16", []), ("its first day", "2026-11-16", "2026-11-20", []),
        ("begins the day after", "2026-11-17", "2026-11-20", ["session"]),
    ]) func `an approval of a recording holds on its days`(what: String, from: String, to: String, expected: [String]) {
        var stage = stage()
        stage.event(.recordingStarted, at: "09:10:00", by: "Mo Daly", "mo@oak.example", Self.teacher)
        stage.approve(.recording, from: from, to: to)
        #expect(stage.said(.recordedWithoutApproval) == expected, "\(what)")
    }

    // MARK: abuse-report

    @Test func `an abuse report is for the safeguarding lead alone, and nobody is named`() {
        #expect(stage().said(.abuseReport).isEmpty)
        var stage = stage()
        stage.event(.abuseReport, at: "09:10:00", by: "Ben Best", "ben@oak.example", Self.account)
        let found = stage.findings(.abuseReport)
        #expect(found.map(\.severity) == [.safeguarding] && found.map(\.audiences) == [.dsl])
        #expect(found.allSatisfy { $0.subject == .session && !$0.detail.contains("Ben") })
    }

    // MARK: pupil-host

    @Test(arguments: [
        ("the account of a pupil", "ben@oak.example", ["p1"]), ("of staff", "mo@oak.example", []),
        ("an unknown address", "x@y.example", []), ("no address: cannot tell", nil, []),
        ("an address that a parent has too", "shared@home.example", []),
    ])
    func `the host's account`(what: String, host: String?, expected: [String]) {
        var stage = stage()
        stage.school.roster.pupils[1].email = "ben@oak.example"
        stage.school.roster.pupils[2].email = "shared@home.example"
        stage.school.roster.pupils[2].contacts = [Contact(order: 1, full: "Di Cole", email: "shared@home.example")]
        stage.session.exports[0].hostEmail = host
        #expect(stage.said(.pupilHost) == expected, "\(what)")
    }

    // MARK: admitted-late

    @Test(arguments: [
        ("just under", "09:04:59", [String]()), ("exactly at the lock time", "09:05:00", []),
        ("a second after", "09:05:01", ["session 09:05:00-09:05:01"]),
        ("a second before the end", "09:44:59", ["session 09:05:00-09:44:59"]), ("exactly at the end", "09:45:00", []),
        ("after the lesson", "09:46:00", []),
    ])
    func `a door opened after the lock time`(what: String, at: String, expected: [String]) {
        var stage = stage()
        stage.event(
            .admitted, at: at, by: "Mo Daly", "mo@oak.example", Self.teacher, of: "iPad",
            Link(.unnamed, step: .device))
        #expect(stage.said(.admittedLate) == expected, "\(what)")
    }

    @Test func `who knocked is the target, else whoever is not staff; staff and those who come back are not told`() {
        var stage = stage()
        stage.event(.admitted, at: "09:12:00", by: "Mo Daly", "mo@oak.example", Self.teacher)
        stage.event(.admitted, at: "09:13:00", by: "Gran's phone", nil, Link(.unnamed, step: .device))
        #expect(stage.said(.admittedLate) == ["session 09:05:00-09:12:00", "session 09:05:00-09:13:00"])
        var others = self.stage()
        others.event(
            .admitted, at: "09:12:00", by: "Mo Daly", "mo@oak.example", Self.teacher, of: "Ife Oke",
            Link(.staff, staff: 1, certainty: .certain, step: .staffName))
        others.event(
            .admitted, at: "09:13:00", by: "Mo Daly", "mo@oak.example", Self.teacher, of: "Ben Best", Self.account)
        #expect(others.said(.admittedLate).isEmpty, "Ben was in the call from 08:58 on")
    }

    @Test func `the waiting room tells too; without either, or a slot, nobody can tell`() {
        var stage = Stage()
        stage.ordinary(without: 3)
        stage.pupil(3, "09:09:00-09:45", waiting: ["09:07:00-09:09:00"])
        #expect(stage.said(.admittedLate) == ["session 09:05:00-09:09:00"])
        var late = Stage()
        late.ordinary(without: 3)
        late.pupil(3, "09:09:00-09:45")
        #expect(late.said(.admittedLate).isEmpty)
        var unscheduled = Stage(isScheduled: false)
        unscheduled.ordinary()
        unscheduled.event(.admitted, at: "09:30:00", by: "", nil, nil)
        #expect(unscheduled.said(.admittedLate).isEmpty)
    }

    // MARK: admitted-in-bulk

    @Test(arguments: [
        ("one at a time", ["08:58:01", "08:58:09", "08:58:20", "08:58:33"], [String]()),
        ("three at once is the limit", ["08:58:01", "08:58:02", "08:58:03", "08:59:09"], []),
        (
            "four within five seconds", ["08:58:01", "08:58:02", "08:58:03", "08:58:06"],
            ["session 08:58:01-08:58:06"]
        ),
        ("the fourth a second later", ["08:58:01", "08:58:02", "08:58:03", "08:58:07"], []),
        ("whole minutes: cannot tell", ["08:58:00", "08:58:00", "08:58:00", "08:58:00"], []),
    ])
    func `let in from the waiting room`(what: String, times: [String], expected: [String]) {
        var stage = Stage()
        stage.staff(0, "08:50-09:50")
        stage.staff(1, "08:50-09:50")
        for (index, time) in times.enumerated() {
            stage.pupil(Pupil.Index(index), "\(time)-09:45", waiting: ["08:55:00-\(time)"])
        }
        #expect(stage.said(.admittedInBulk) == expected, "\(what)")
    }

    @Test func `one click that lets in many counts them all; without doors nobody can tell`() {
        var stage = stage()
        stage.event(.admitted, at: "08:58:00", by: "Mo Daly", "mo@oak.example", Self.teacher, count: 12)
        #expect(stage.findings(.admittedInBulk).map(\.detail) == ["12 people were let in within 1 s."])
        #expect(self.stage().said(.admittedInBulk).isEmpty)
    }

    // MARK: nobody is missing whom the log shows

    @Test func `whom the log shows at work without a stay is at most possible`() {
        var stage = Stage()
        stage.ordinary(without: 1)
        #expect(stage.status(1) == .nonJoiner)
        stage.event(.handRaised, at: "09:10:00", by: "Ben Best", "ben@oak.example", Self.account)
        #expect(stage.status(1) == .possible)
    }

    @Test func `who knocked and was not let in is at most possible`() {
        var stage = Stage()
        stage.ordinary(without: 1)
        stage.event(
            .turnedAway, at: "09:10:00", by: "Mo Daly", "mo@oak.example", Self.teacher, of: "Ben Best", Self.account)
        #expect(stage.status(1) == .possible)
    }
}
