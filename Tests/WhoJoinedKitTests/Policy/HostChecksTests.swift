import Testing

@testable import WhoJoinedKit

/// What the host ticked, what went wrong, and where a call was held of which there is no export.
struct HostChecksTests {
    @Test(arguments: [
        ("muted, chat off, lock", [HostCheck.muted, .chatOff, .lock]),
        ("Muted; chat off and screen locked", [.muted, .chatOff, .screen, .lock]),
        ("everybody on mute, file transfer off", [.muted, .transferOff]),
        (
            "Ground rules read, reporting routes reminded. Second adult announced",
            [.groundRules, .reportingRoutes, .secondAdult]
        ),
        ("muted, chat not off", [.muted]), ("I forgot to lock it", []), ("didn’t mute", []),
        ("all done", HostCheck.allCases), ("", []), ("tea and biscuits", []),
    ])
    func `a note names the checks in the host's own words`(text: String, expected: [HostCheck]) {
        #expect(HostCheck.ticked(in: text) == expected)
    }

    private func log(_ preset: String, _ note: String?) -> SessionLogEntry {
        var stage = Stage()
        stage.school.settings.policy.preset = preset
        stage.ordinary()
        if let note { stage.note(.hostChecks, text: note) }
        return stage.judged().log
    }

    @Test func `the log demands the checks where a policy does, and tells what was not ticked`() {
        #expect(log("meet-primary", nil).wantsHostChecks && log("meet-primary", nil).hostChecks.isEmpty)
        #expect(!log("none", nil).wantsHostChecks)
        #expect(
            log("meet-primary", "muted, chat off").hostChecks
                == "muted, chat off; not noted: transfer off, screen, lock, ground rules, reporting routes, second adult"
        )
        #expect(log("none", "").hostChecks == "noted without saying which")
        #expect(missingLogFields(log("meet-primary", nil), withHostChecks: true).contains("host_checks"))
        #expect(!missingLogFields(log("meet-primary", nil), withHostChecks: false).contains("host_checks"))
    }

    @Test func `what went wrong holds notes, warnings, removals, restarts and strangers`() {
        var stage = Stage()
        stage.staff(0, "08:55-09:10", "09:12:01-09:50")
        stage.pupil(0, "09:00-09:10", "09:12:01-09:45")
        stage.other(.uninvited, "Xan", "09:00-09:05")
        stage.note(.incident, text: "Sound failed")
        stage.note(.warning, "Ben Best", at: "09:03", text: "language")
        stage.note(.removed, "Xan", at: "09:05")
        #expect(
            stage.judged().log.whatWentWrong
                == "Sound failed; warning Ben Best 09:03: language; removed Xan 09:05; "
                + "the call was empty 09:10:00-09:12:01 and began again; 1 not invited")
    }

    @Test(arguments: [("09:11:00", false), ("09:11:01", true)])
    func `a call that was empty for a minute was not started again`(back: String, isRestart: Bool) {
        var stage = Stage()
        stage.staff(0, "08:55-09:10", "\(back)-09:50")
        #expect(stage.judged().log.whatWentWrong.isEmpty != isRestart)
    }

    @Test func `where the recording is stands in the log alone`() {
        var stage = Stage()
        stage.ordinary()
        stage.note(.recorded, text: "https://zoom.example/rec/1")
        let judged = stage.judged()
        #expect(judged.log.recordingPlace == "https://zoom.example/rec/1")
        #expect(!judged.findings.contains { $0.detail.contains("zoom.example") })
        #expect(judged.log.whatWentWrong.isEmpty)
    }

    @Test(arguments: [
        (Platform.schoolcloud, SessionKind.parentMeeting, "recorded by SchoolCloud"),
        (.telephone, .welfare, "by telephone"), (.telephone, .lesson, "by telephone"), (.meet, .lesson, ""),
    ])
    func `an appointment without a list is held elsewhere, and no export is missing`(
        platform: Platform, kind: SessionKind, words: String
    ) {
        var stage = Stage(kind: kind)
        stage.session.exports = []
        stage.session.lesson?.platform = platform
        #expect(stage.judged().log.heldElsewhere == words)
        #expect(stage.said(.noExport).isEmpty == !words.isEmpty)
        #expect(stage.school.wantsExport(of: stage.session) == words.isEmpty)
    }

    @Test func `a lesson that everybody who was expected has otherwise is held elsewhere`() {
        var stage = Stage(kind: .oneToOne)
        stage.session.exports = []
        stage.session.expected = [1]
        #expect(stage.said(.noExport) == ["session"])
        stage.approve(.alternative, 1)
        #expect(stage.said(.noExport).isEmpty && stage.judged().log.heldElsewhere == "by another arrangement")
    }

    @Test(arguments: [(true, 1), (false, 0)])
    func `meetings of staff can be left out`(asks: Bool, count: Int) {
        var stage = Stage("[rules.no-export]\non = true\nstaff-meetings = \(asks)", kind: .staffMeeting)
        stage.session.exports = []
        #expect(stage.said(.noExport).count == count)
        var lesson = Stage("[rules.no-export]\non = true\nstaff-meetings = \(asks)")
        lesson.session.exports = []
        #expect(lesson.said(.noExport).count == 1)
    }

    @Test(arguments: [
        ("welfare", SessionKind.welfare), ("Welfare call", .welfare), ("Safeguarding calls", .safeguarding),
        ("Parent consultation", .parentMeeting), ("Parents' Evening", .parentMeeting), ("Assembly", .assembly),
        ("one-to-one", .oneToOne),
    ])
    func `kinds of call are known in the school's words`(word: String, kind: SessionKind) {
        #expect(sessionKind(word) == kind)
    }

    @Test func `each kind is kept for its own time`() throws {
        let settings = try readSettings("[retention]\none-to-one = 2555\nlesson = 30\nrecording = 14")
        #expect(settings.retentionDays(of: .oneToOne) == 2555 && settings.retentionDays(of: .lesson) == 30)
        #expect(settings.retentionDays(of: .assembly) == 365 && settings.daysOfRecordings == 14)
        #expect(settings.longestRetention == 2555)
        #expect(throws: SettingsRefusal.self) { try readSettings("[retention]\nlessons = 30") }
        var stage = Stage(kind: .oneToOne)
        stage.school.settings.retentionOfKinds = [.oneToOne: 2555]
        #expect(stage.judged().log.retainUntil == Stage.monday + 2555)
    }
}
