/// Something that the platform's log tells of a meeting beside who was there.
struct MeetingEvent: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        /// A recording; `recordingActivity`: the log does not say whether it began or ended.
        case recordingStarted, recordingStopped, recordingActivity
        case presentationStarted, presentationStopped
        /// Somebody who knocked was let in, or was not.
        case admitted, turnedAway
        case abuseReport
        /// Who may write in the chat, and the other switches of the host.
        case chatControl, hostControl
        case removed
        case poll, question, breakoutRooms, handRaised, reaction, whiteboard, captions
        /// Sent out to people outside the call; `livestreamWatched`: one of them watched.
        case livestream, livestreamWatched
        case transcription, noteTaking, attendanceReport, watermark
        /// People who were asked in, by message or by telephone.
        case invitation, ring, dialledOut
        /// A room's own device.
        case room
        /// A list of calls has this one, without anybody's name.
        case meetingHeld

        /// Whoever did it was in the call.
        var isFromWithin: Bool {
            switch self {
            case .livestreamWatched, .attendanceReport, .room, .turnedAway, .ring, .invitation, .watermark: false
            default: true
            }
        }

        var isOfRecording: Bool { Kind.recordings.contains(self) || self == .recordingStopped }

        /// A recording began, or may have begun.
        static let recordings: Set<Kind> = [.recordingStarted, .recordingActivity]
    }

    /// Who did it, or to whom it was done, as far as the log says.
    struct Account: Sendable, Hashable {
        var name = ""
        var email: String?
        /// From outside the school's organisation; `nil`: the log does not say.
        var isExternal: Bool?
    }

    var kind: Kind
    /// As the log calls it.
    var name: String
    var at: Instant
    var actor: Account?
    var target: Account?
    /// How many it was done to at once, where the log says.
    var count: Int?
    /// The reason that was given.
    var reason = ""
    /// Physical line in the export, from 1.
    var line: Int
}

/// An event of a session, and who was at work in it.
struct PlacedEvent: Sendable {
    var event: MeetingEvent
    /// Index into `Session.exports`.
    var export: Int
    /// `nil`: the log names nobody.
    var actor: Link?
    var target: Link?

    /// Whom it happened to; of somebody who knocked some logs tell the name where others tell the host's.
    var knocker: (account: MeetingEvent.Account, link: Link)? {
        if let account = event.target, let target { return (account, target) }
        guard let account = event.actor, let actor, actor.outcome != .staff else { return nil }
        return (account, actor)
    }

    /// The pupil whose own account did it, or who was settled by a person: a typed name proves nobody.
    var provenPupil: Pupil.Index? {
        guard let actor, actor.outcome == .pupil || actor.outcome == .otherClass else { return nil }
        if actor.decidedBy != nil { return actor.pupil }
        guard event.actor?.email != nil, actor.step == .schoolEmail || actor.step == .schoolEmailAndName else {
            return nil
        }
        return actor.pupil
    }

    /// It may have been a pupil, and nothing proves that it was.
    var mayBePupil: Bool {
        guard provenPupil == nil, let actor else { return false }
        return switch actor.outcome {
        case .pupil, .otherClass: true
        case .ambiguous: !actor.candidates.isEmpty
        default: false
        }
    }
}

extension Link {
    /// The pupils whom this link is about, decided or not.
    var pupilsMeant: [Pupil.Index] {
        switch outcome {
        case .pupil, .otherClass, .contact: [pupil].compactMap(\.self)
        case .ambiguous: candidates
        default: []
        }
    }
}
