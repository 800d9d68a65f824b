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
