import Testing

@testable import WhoJoinedKit

/// unsupervised, one-adult, one-to-one: who was alone with whom, to the second.
struct CoverRulesTests {
    @Test(arguments: [
        ("a handover in the same second leaves no gap", "09:20:00", "09:20:00", [String]()),
        ("59 seconds are within the grace", "09:20:00", "09:20:59", []),
        ("exactly 60 seconds are within the grace", "09:20:00", "09:21:00", []),
        ("61 seconds are reported", "09:20:00", "09:21:01", ["session 09:20:00-09:21:01"]),
    ])
    func `one adult`(what: String, leaves: String, comes: String, expected: [String]) {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        stage.staff(1, "08:55-\(leaves)", "\(comes)-09:50")
        stage.pupil(0, "08:58-09:45")
        stage.pupil(1, "08:58-09:45")
        #expect(stage.said(.oneAdult) == expected, "\(what)")
        #expect(stage.said(.unsupervised).isEmpty)
    }

    @Test(arguments: [("09:16:00", [String]()), ("09:16:01", ["session 09:15:00-09:16:01"])])
    func `unsupervised fires after more than the grace, and one adult counts it too`(back: String, expected: [String]) {
        var stage = Stage("[rules.one-adult]\non = true\nminimum = 1")
        stage.staff(0, "08:55-09:15:00", "\(back)-09:50")
        stage.pupil(0, "08:58-09:45")
        stage.pupil(1, "08:58-09:45")
        #expect(stage.said(.unsupervised) == expected)
        #expect(stage.said(.oneAdult) == expected)
    }

    @Test func `a recording that suffices silences one adult and never unsupervised`() {
        var stage = Stage("[rules.one-adult]\non = true\nrecording-suffices = true")
        stage.staff(0, "09:05-09:50")
        stage.pupil(0, "08:58-09:45")
        stage.pupil(1, "08:58-09:45")
        #expect(stage.said(.oneAdult) == ["session 08:58:00-09:45:00"])
        stage.note(.recorded)
        #expect(stage.said(.oneAdult).isEmpty)
        #expect(stage.said(.unsupervised) == ["session 08:58:00-09:05:00"])
    }

    @Test func `an unnamed device alone is no pupil, an ambiguous one is`() {
        var stage = Stage()
        stage.unnamed("08:40-09:45")
        stage.staff(0, "08:55-09:50")
        stage.staff(1, "08:55-09:50")
        #expect(stage.said(.unsupervised).isEmpty)
        stage.other(.ambiguous, "Roberts", "08:50-09:45", candidates: [0, 1])
        #expect(stage.said(.unsupervised) == ["session 08:50:00-08:55:00"])
    }

    @Test func `a second adult who was noted counts for the time noted`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        stage.pupil(0, "09:00-09:45")
        stage.pupil(1, "09:00-09:45")
        stage.note(.secondAdult, "Mrs Tate", at: "09:00", to: "09:31")
        #expect(stage.said(.oneAdult) == ["session 09:31:00-09:45:00"])
        stage.note(.secondAdult, "Mr Ure")
        #expect(stage.said(.oneAdult).isEmpty)
    }

    @Test func `a note of a second adult who came before the call opened needs no start`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        stage.pupil(0, "09:00-09:45")
        stage.pupil(1, "09:00-09:45")
        stage.note(.secondAdult, "Mrs Tate", at: "08:40", to: "09:31", start: nil)
        #expect(stage.said(.oneAdult) == ["session 09:31:00-09:45:00"])
        stage.note(.secondAdult, "Mr Ure", at: "10:10", to: "10:40", start: nil)
        #expect(stage.said(.oneAdult) == ["session 09:31:00-09:45:00"])
    }

    @Test func `without a staff list or without times nothing is said of cover`() {
        var stage = Stage()
        stage.ordinary()
        stage.session.entrants.removeFirst(2)
        #expect(stage.said(.unsupervised).count == 1)
        stage.school.roster.staff = []
        #expect(stage.said(.unsupervised).isEmpty && stage.said(.oneAdult).isEmpty)
    }

    @Test func `after a list's last moment nothing is said of a member of staff who had not left`() {
        var stage = Stage()
        stage.session.exports[0].lastMoment = stage.at("09:30")
        stage.staff(0, "08:55-")
        stage.staff(1, "08:55-09:10")
        stage.pupil(0, "08:58-09:45")
        stage.pupil(1, "08:58-09:45")
        #expect(stage.said(.oneAdult) == ["session 09:10:00-09:30:00"])
        #expect(stage.said(.unsupervised).isEmpty)
    }

    @Test func `one pupil in the whole session needs an approval for that day`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:50")
        stage.staff(1, "08:55-09:50")
        stage.pupil(2, "09:00-09:45")
        #expect(stage.said(.oneToOne) == ["p2"])
        stage.approve(.oneToOne, 2, to: "2026-11-15")
        #expect(stage.said(.oneToOne) == ["p2"])
        stage.approve(.oneToOne, 2, from: "2026-11-01", to: "2026-11-16")
        #expect(stage.said(.oneToOne).isEmpty)
        stage.school.records.approvals = []
        stage.unnamed("09:00-09:10")
        #expect(stage.findings(.oneToOne).map(\.severity) == [.followUp], "unless the device is a second pupil")
        stage.session.entrants.removeAll { $0.link.outcome == .staff || $0.link.outcome == .unnamed }
        #expect(stage.said(.oneToOne).isEmpty, "without an adult it is none")
    }

    @Test(
        arguments: [
            ("09:44:00", nil, [String]()), ("09:43:59", nil, ["p2 09:43:59-09:45:00"]), ("09:50", true, []),
            ("09:50", nil, ["p2"]),
        ] as [(String, Bool?, [String])])
    func `an approved one to one needs two staff and, at a W school, a parent`(
        secondLeaves: String, parent: Bool?, expected: [String]
    ) {
        let rules = secondLeaves == "09:50" ? "[rules.one-to-one]\non = true\nparent-present = true" : ""
        var stage = Stage(rules, kind: .oneToOne)
        stage.staff(0, "08:55-09:50")
        stage.staff(1, "08:55-\(secondLeaves)")
        stage.pupil(2, "09:00-09:45")
        stage.approve(.oneToOne, 2, parent: parent)
        #expect(stage.said(.oneToOne) == expected)
    }

    @Test(arguments: [("09:50:00", [String]()), ("09:50:01", ["p3 09:45:00-09:50:01"])])
    func `the end of a lesson is a one to one after more than five minutes alone`(leaves: String, expected: [String]) {
        var stage = Stage()
        stage.staff(0, "08:55-10:00")
        stage.staff(1, "08:55-09:45:00")
        stage.pupil(0, "09:00-09:45:00")
        stage.pupil(3, "09:00-\(leaves)")
        #expect(stage.said(.oneToOne) == expected)
        stage.approve(.oneToOne, 3)
        #expect(stage.said(.oneToOne).isEmpty)
    }

    @Test func `with two staff or somebody else in the call it is none`() {
        for extra in ["staff", "iPad"] {
            var stage = Stage()
            stage.staff(0, "08:55-10:00")
            stage.pupil(0, "09:00-09:45")
            stage.pupil(3, "09:00-09:59")
            if extra == "staff" { stage.staff(1, "08:55-10:00") } else { stage.unnamed("09:00-10:00") }
            #expect(stage.said(.oneToOne).isEmpty)
        }
    }
}
