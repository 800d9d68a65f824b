extension School {
    /// Where a session was held of which no platform gives a list, in the words of the log; `nil`: a list can be had.
    func heldElsewhere(_ session: LinkedSession) -> String? {
        guard let lesson = session.lesson, !session.hasData else { return nil }
        if let platform = lesson.platform, !platform.givesLists {
            return platform == .telephone ? "by telephone" : "recorded by SchoolCloud"
        }
        let isForOthers = session.expected.allSatisfy { pupil in
            records.approvals.contains { $0.kind == .alternative && $0.pupil == pupil && $0.holds(on: session.day) }
        }
        return !session.expected.isEmpty && isForOthers ? "by another arrangement" : nil
    }

    /// An expected session of which an export can be had, and has to be.
    func wantsExport(of session: LinkedSession) -> Bool {
        guard session.lesson != nil, heldElsewhere(session) == nil else { return false }
        return session.kind != .staffMeeting || settings.policy[NoExportRule.staffMeetings]
    }
}
