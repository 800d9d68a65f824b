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
        return lines.prefix(Self.limit) + ["and \(lines.count - Self.limit) more"]
    }

    private func line(_ kind: MeetingEvent.Kind, _ events: [PlacedEvent]) -> String {
        let first = events[0]
        var line = "\(school.settings.zone.time(of: first.event.at).full)  \(kind.words)"
        if let account = first.event.actor { line += ", by \(who(account, first.actor))" }
        if let account = first.event.target { line += ", of \(who(account, first.target))" }
        if let count = first.event.count, count > 1 { line += " (\(count) people)" }
        if events.count > 1 { line += " (\(events.count) times)" }
        return line
    }

    /// A name that no account proves is told as the name that it is.
    private func who(_ account: MeetingEvent.Account, _ link: Link?) -> String {
        let shown = "\"\(PlainText.shown(account.shownName))\""
        guard let link else { return shown }
        let hasAccount = account.email != nil || link.decidedBy != nil
        switch link.outcome {
        case .pupil, .otherClass:
            guard hasAccount, let pupil = link.pupil else { return "\(shown) (a pupil's name, not proven)" }
            return "\(PlainText.shown(school.roster.pupils[pupil].display.full)) (pupil)"
        case .staff:
            let name = link.staff.map { PlainText.shown(school.roster.staff[$0].shownName) } ?? shown
            return hasAccount ? "\(name) (staff)" : "\(shown) (a name of staff, not proven)"
        case .contact: return "\(shown) (parent or carer)"
        case .ambiguous: return "\(shown) (to settle)"
        case .unnamed: return "\(shown) (unnamed)"
        case .uninvited: return "\(shown) (not known)"
        }
    }
}

extension MeetingEvent.Kind {
    /// A phrase for a page.
    var words: String {
        switch self {
        case .recordingStarted: "recording started"
        case .recordingStopped: "recording stopped"
        case .recordingActivity: "a recording"
        case .presentationStarted: "presentation started"
        case .presentationStopped: "presentation stopped"
        case .admitted: "let in after knocking"
        case .turnedAway: "knocked, and not let in"
        case .abuseReport: "an abuse report"
        case .chatControl: "chat setting changed"
        case .hostControl: "host control changed"
        case .removed: "removed from the call"
        case .poll: "poll"
        case .question: "question"
        case .breakoutRooms: "breakout rooms"
        case .handRaised: "hand raised"
        case .reaction: "reaction"
        case .whiteboard: "whiteboard"
        case .captions: "captions"
        case .livestream: "livestream"
        case .livestreamWatched: "livestream watched"
        case .transcription: "transcription"
        case .noteTaking: "note-taking"
        case .attendanceReport: "attendance report"
        case .watermark: "watermark"
        case .invitation: "invitation sent"
        case .ring: "call to a participant"
        case .dialledOut: "telephoned out"
        case .room: "a room's device"
        case .meetingHeld: "held, by the platform's list of meetings"
        }
    }
}
