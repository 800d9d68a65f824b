/// What a platform's log tells of a session, in lines for people: `09:04:10  recording started, by Ada Hart (staff)`.
struct SessionEvents {
    private let session: LinkedSession
    private let school: School
    /// More would fill the page.
    private static let limit = 30

    init(_ session: LinkedSession, _ school: School) { (self.session, self.school) = (session, school) }

    /// One line for what the same person did again and again, by the first time. Abuse reports are the safeguarding
    /// lead's alone.
    var lines: [String] {
        struct Deed: Hashable {
            var kind: MeetingEvent.Kind
            var actor: MeetingEvent.Account?
            var target: MeetingEvent.Account?
        }
        var order: [Deed] = []
        var events: [Deed: [PlacedEvent]] = [:]
        for placed in session.events where placed.event.kind != .abuseReport {
            let deed = Deed(kind: placed.event.kind, actor: placed.event.actor, target: placed.event.target)
            if events[deed] == nil { order.append(deed) }
            events[deed, default: []].append(placed)
        }
        let lines = order.compactMap { deed in events[deed].map { line(deed.kind, $0) } }
        guard lines.count > Self.limit else { return lines }
        return lines.prefix(Self.limit) + [SharedWords.more(lines.count - Self.limit)]
    }

    private func line(_ kind: MeetingEvent.Kind, _ events: [PlacedEvent]) -> String {
        let first = events[0]
        var line = "\(school.settings.zone.time(of: first.event.at).full)  \(kind.words)"
        if let account = first.event.actor { line += LessonWords.byWhom(who(account, first.actor)) }
        if let account = first.event.target { line += LessonWords.ofWhom(who(account, first.target)) }
        if let count = first.event.count, count > 1 { line += LessonWords.people(count) }
        if events.count > 1 { line += LessonWords.times(events.count) }
        return line
    }

    /// A name that no account proves is told as the name that it is.
    private func who(_ account: MeetingEvent.Account, _ link: Link?) -> String {
        let shown = "\"\(PlainText.shown(account.shownName))\""
        guard let link else { return shown }
        let hasAccount = account.email != nil || link.decidedBy != nil
        switch link.outcome {
        case .pupil, .otherClass:
            guard hasAccount, let pupil = link.pupil else { return LessonWords.notProvenPupil(shown) }
            return LessonWords.pupil(PlainText.shown(school.roster.pupils[pupil].display.full))
        case .staff:
            let name = link.staff.map { PlainText.shown(school.roster.staff[$0].shownName) } ?? shown
            return hasAccount ? LessonWords.staffMember(name) : LessonWords.notProvenStaff(shown)
        case .contact, .ambiguous, .unnamed: return LessonWords.other(shown, link.outcome)
        case .uninvited: return LessonWords.notKnown(shown)
        }
    }
}
