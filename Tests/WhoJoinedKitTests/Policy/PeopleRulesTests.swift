import Testing

@testable import WhoJoinedKit

/// Rules about who somebody is, what they did, and the school's own files.
struct PeopleRulesTests {
    @Test func `every rule id has one rule, in the list's order`() {
        #expect(RuleBook.rules.map(\.id) + RuleBook.weekly.map(\.id) == RuleID.allCases)
        #expect(RuleBook.rules.allSatisfy { !$0.source.isEmpty } && RuleBook.weekly.allSatisfy { !$0.source.isEmpty })
    }

    @Test func `an ordinary lesson has no finding at all`() {
        var stage = Stage()
        stage.ordinary()
        #expect(stage.judged().findings.isEmpty)
    }

    @Test func `each kind of entrant gets the one rule that is theirs`() {
        var stage = Stage()
        stage.ordinary()
        stage.unnamed("09:00-09:45") { $0.camera = .on }
        stage.other(.uninvited, "Dave_2009", "09:00-09:45")
        stage.other(.contact, "Mrs Able", "09:00-09:45", pupil: 0)
        stage.other(.ambiguous, "Bst", "09:00-09:45", candidates: [1])
        stage.pupil(4, "09:00-09:45")
        #expect(stage.said(.unnamed) == ["iPad"])
        #expect(stage.said(.uninvited) == ["Dave_2009"])
        #expect(stage.said(.adultPresent) == ["Mrs Able"])
        #expect(stage.said(.needsALook) == ["Bst"])
        #expect(stage.said(.otherClass) == ["p4"])
        #expect(stage.findings(.needsALook)[0].detail == "May be Ben Best (p1). \(MatchStep.ofNoMatter.sentence)")
        #expect(stage.judged().findings.count == 5)
    }

    @Test func `a barred contact is uninvited, for the safeguarding lead`() {
        var stage = Stage()
        stage.ordinary()
        stage.other(.uninvited, "Mr Able", "09:00-09:45", pupil: 0)
        stage.session.entrants[stage.session.entrants.count - 1].link.isBarredContact = true
        #expect(stage.findings(.uninvited).map(\.severity) == [.safeguarding])
    }

    @Test func `two devices of one name are one line with both rows`() {
        var stage = Stage()
        stage.ordinary()
        stage.unnamed("09:00-09:45")
        stage.add("ipad", Link(.unnamed, step: .ofNoMatter), ["09:00-09:45"], email: "x@home.example")
        #expect(stage.findings(.unnamed).map(\.evidence.count) == [2])
    }

    @Test(
        arguments: [
            ("ann@oak.example", nil, 0), ("ann@pupils.oak.example", nil, 0), ("ann@home.example", nil, 1),
            (nil, nil, 0), (nil, true, 1), ("ann@***", nil, 0),
        ]
            as [(String?, Bool?, Int)])
    func `an outside account is an address outside the domains or the platform's marker`(
        email: String?, marker: Bool?, count: Int
    ) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "08:58-09:45", email: email) { $0.isExternal = marker }
        #expect(stage.findings(.outsideAccount).count == count)
    }

    @Test func `staff and hosts with outside addresses use a personal account`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50", email: "mo@home.example")
        stage.staff(1, "08:55-09:50", email: "ife@oak.example")
        #expect(stage.said(.personalAccount) == ["MDA"])
        stage.session.exports[0].hostEmail = "mo@home.example"
        #expect(stage.said(.personalAccount) == ["MDA"])
        stage.session.exports[0].hostEmail = "who@else.example"
        #expect(stage.said(.personalAccount) == ["session", "MDA"])
    }

    @Test(arguments: [("Slayer", 1), ("ann able", 0), ("she/her", 0), ("they / them", 0)])
    func `renamed is another name, not pronouns`(original: String, count: Int) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "08:58-09:45", original: original)
        #expect(stage.findings(.renamed).count == count)
    }

    @Test(arguments: [(1349, [String]()), (1350, []), (1199, ["p0"])])
    func `camera off is less than half of the time present`(seconds: Int, expected: [String]) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "09:00-09:40") { $0.cameraSeconds = seconds }
        #expect(stage.said(.cameraOff) == expected)
    }

    @Test func `unknown video counts for the pupil, devices at one time are united`() {
        var stage = Stage()
        stage.ordinary(without: 0, 1, 2)
        stage.pupil(0, "09:00-09:40") { $0.cameraSeconds = 0 }
        stage.pupil(0, "09:01-09:40") { $0.cameraSeconds = 2300 }
        stage.pupil(1, "09:00-09:10") { $0.camera = .off }
        stage.pupil(1, "09:10-09:40")
        stage.pupil(2, "09:00-09:10")
        stage.pupil(2, "09:10-09:40") { $0.cameraSeconds = 100 }
        stage.unnamed("09:00-09:40") { $0.camera = .off }
        #expect(stage.said(.cameraOff) == ["p2", "iPad"])
    }

    @Test func `a host's note beats the export, an exemption beats both`() {
        var stage = Stage()
        stage.ordinary(without: 0, 1)
        stage.pupil(0, "09:00-09:40") { $0.camera = .off }
        stage.pupil(1, "09:00-09:40") { $0.camera = .on }
        stage.note(.cameraOn, "Ann Able")
        stage.note(.cameraOff, "p1")
        #expect(stage.said(.cameraOff) == ["p1"])
        stage.approve(.cameraExempt, 1, from: "2026-11-01", to: "2026-11-16")
        #expect(stage.said(.cameraOff).isEmpty)
    }

    @Test func `cameras that nobody recorded are said once and never off`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        stage.pupil(0, "09:00-09:40")
        stage.pupil(1, "09:00-09:40")
        #expect(stage.said(.cameraUnknown) == ["session"] && stage.said(.cameraOff).isEmpty)
        stage.pupil(2, "09:00-09:40") { $0.camera = .on }
        #expect(stage.said(.cameraUnknown).isEmpty)
    }

    @Test func `removed and not cleared: in a later session only`() {
        let earlier = Day(iso: "2026-11-12")!
        var stage = Stage()
        stage.ordinary()
        stage.note(.removed, "Ann Able", at: "10:12", day: earlier)
        stage.note(.removed, "Ben Best", at: "09:12")
        #expect(stage.said(.afterRemoval) == ["p0"])
        stage.school.records.followUps = [
            FollowUpNote(day: earlier + 1, pupil: 0, kind: .contacted, by: "", outcome: "")
        ]
        #expect(stage.said(.afterRemoval) == ["p0"])
        stage.school.records.followUps = [FollowUpNote(day: earlier - 1, pupil: 0, kind: .cleared, by: "", outcome: "")]
        #expect(stage.said(.afterRemoval) == ["p0"])
        stage.school.records.followUps = [
            FollowUpNote(day: Stage.monday + 1, pupil: 0, kind: .cleared, by: "", outcome: "")
        ]
        #expect(stage.said(.afterRemoval) == ["p0"])
        stage.school.records.followUps = [
            FollowUpNote(day: Stage.monday, pupil: 0, kind: .cleared, by: "", outcome: "")
        ]
        #expect(stage.said(.afterRemoval).isEmpty)
    }

    @Test(arguments: [("09:12:00", [String]()), ("09:12:01", ["p0 09:12:00-09:12:01"])])
    func `back after a removal is a stay that begins later than the note`(back: String, expected: [String]) {
        var stage = Stage()
        stage.ordinary(without: 0)
        stage.pupil(0, "09:00-09:11", "\(back)-09:45")
        stage.note(.removed, "Ann Able", at: "09:12")
        #expect(stage.said(.rejoinedAfterRemoval) == expected)
        stage.school.records.notes[0].from = nil
        #expect(stage.said(.rejoinedAfterRemoval).isEmpty, "without a time it cannot be told")
    }

    @Test func `a stranger who was removed and comes back is found by display name`() {
        var stage = Stage()
        stage.ordinary()
        stage.other(.uninvited, "Dave_2009", "09:05-09:12", "09:13-09:20")
        stage.note(.removed, "dave_2009", at: "09:12")
        #expect(stage.said(.rejoinedAfterRemoval) == ["Dave_2009 09:12:00-09:13:00"])
    }

    @Test(arguments: ["ZedUnknown", "Unknown, Zed", "Z\u{E9}d Unknown", "Z\u{435}d Unknown", "zed unknown"])
    func `a stranger who comes back under the same name in another guise is the stranger`(name: String) {
        var stage = Stage()
        stage.ordinary()
        stage.other(.uninvited, "Zed Unknown", "09:05-09:12")
        stage.other(.uninvited, name, "09:13-09:20")
        stage.note(.removed, "Zed Unknown", at: "09:12")
        #expect(stage.said(.rejoinedAfterRemoval).count == 1)
    }

    @Test(arguments: [("08:25:00-09:45", [String]()), ("08:24:59-09:45", ["session 08:24:59-08:30:00"])])
    func `out of hours allows five minutes`(times: String, expected: [String]) {
        var stage = Stage()
        stage.staff(0, "08:00-09:50")
        stage.pupil(0, times)
        #expect(stage.said(.outOfHours) == expected)
    }

    @Test func `out of hours on a day off or at a weekend, and only with a pupil in the call`() {
        for day in ["2026-11-18", "2026-11-21"] {
            var stage = Stage(isScheduled: false, on: Day(iso: day)!)
            stage.staff(0, "09:00-09:30")
            #expect(stage.said(.outOfHours).isEmpty)
            stage.pupil(0, "09:00-09:30")
            #expect(stage.said(.outOfHours) == ["session 09:00:00-09:30:00"])
        }
    }

    @Test func `agreements: not on file, signed afterwards, signed that day, and no list at all`() {
        var stage = Stage()
        stage.ordinary(without: 3)
        #expect(stage.said(.noAgreement).isEmpty)
        stage.school.records.agreementKinds = [.acceptableUse]
        stage.school.records.agreements = [
            Agreement(holder: .pupil(0), signedOn: Stage.monday),
            Agreement(holder: .pupil(1), signedOn: Stage.monday + 1),
        ]
        #expect(stage.said(.noAgreement) == ["p1", "p2"])
    }

    @Test func `agreements: one that ran out the day before is none, one that ends that day holds`() {
        var stage = Stage()
        stage.ordinary(without: 3)
        stage.school.records.agreementKinds = [.acceptableUse]
        stage.school.records.agreements = [0, 1, 2].map { pupil in
            Agreement(
                holder: .pupil(Pupil.Index(pupil)), signedOn: Stage.monday - 300,
                until: pupil == 2 ? nil : Stage.monday - 1 + pupil)
        }
        #expect(stage.said(.noAgreement) == ["p0"])
        stage.school.records.agreements.append(
            Agreement(kind: .recording, holder: .pupil(0), signedOn: Stage.monday - 5))
        #expect(stage.said(.noAgreement) == ["p0"], "consent to be recorded is another agreement")
    }

    @Test func `recording: yes, no and unknown`() {
        var stage = Stage()
        stage.ordinary()
        #expect(
            stage.said(.notRecorded).isEmpty && stage.said(.recordedWithoutApproval).isEmpty
                && stage.judged().log.recorded == "unknown")
        stage.export.consent = true
        #expect(stage.said(.notRecorded) == ["session"] && stage.judged().log.recorded == "no")
        stage.session.entrants[2].entrant.stays[0].stay.hasConsented = true
        #expect(stage.said(.recordedWithoutApproval) == ["session"] && stage.said(.notRecorded).isEmpty)
        stage.approve(.recording, to: "2026-11-16")
        #expect(stage.said(.recordedWithoutApproval).isEmpty)
        stage.note(.notRecorded)
        #expect(stage.said(.notRecorded) == ["session"], "a note beats the export")
    }

    @Test func `platforms by the kind of session, and a personal meeting ID`() {
        let rules = "[rules.unapproved-platform]\non = true\npupils = [\"meet\"]\nparents = [\"zoom\"]"
        var stage = Stage(rules)
        stage.ordinary()
        #expect(stage.said(.unapprovedPlatform) == ["session"])
        stage.session.kind = .parentMeeting
        stage.session.lesson?.kind = .parentMeeting
        #expect(stage.said(.unapprovedPlatform).isEmpty)
        stage.session.kind = .staffMeeting
        #expect(stage.said(.unapprovedPlatform).isEmpty, "the school has named no platform for staff")
        stage.school.roster.staff[0].personalMeetingID = "8 1"
        #expect(stage.said(.personalMeetingID) == ["session"])
    }

    @Test func `meetings with parents and of staff have their own few rules`() {
        var stage = Stage(kind: .parentMeeting)
        stage.staff(0, "17:00-18:30", email: "mo@home.example")
        stage.other(.contact, "Mrs Able", "17:00-17:10", pupil: 0)
        stage.unnamed("17:00-17:10")
        stage.other(.uninvited, "Aunt", "17:00-17:10")
        #expect(stage.judged().findings.map(\.rule) == [.personalAccount])
        #expect(
            stage.judged().session.entrants.map(\.link.outcome) == [.staff, .contact, .unnamed, .unnamed],
            "an unknown guest is not uninvited")
        stage.session.kind = .staffMeeting
        stage.session.lesson?.kind = .staffMeeting
        #expect(stage.judged().findings.map(\.rule) == [.uninvited, .uninvited, .personalAccount])
        #expect(stage.judged().results.isEmpty)
    }

    @Test func `nobody was expected in what was not scheduled; its kind is told by who came`() {
        var stage = Stage(isScheduled: false)
        stage.staff(0, "09:00-09:30")
        #expect(stage.judged().session.kind == .staffMeeting && stage.said(.unscheduled) == ["session"])
        stage.other(.contact, "Mrs Able", "09:00-09:30", pupil: 0)
        #expect(stage.judged().session.kind == .parentMeeting)
        stage.pupil(0, "09:20-09:30")
        #expect(stage.judged().session.kind == .lesson && stage.status(1) == .excused)
        #expect(
            stage.said(.nonJoiner).isEmpty && stage.said(.late).isEmpty && stage.said(.shortStay).isEmpty
                && stage.said(.leftEarly).isEmpty)
    }
}
