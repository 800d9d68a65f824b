/// The events of Meet's log, by the names that the admin console prints and those of the reporting interface
/// (`recording_activity`), in whatever case.
enum MeetEventNames {
    /// The kind of an event, or `nil` if nobody here knows its name.
    /// - Parameter text: what the row says beside the name: whether a recording began or ended.
    static func kind(of name: String, saying text: String) -> MeetingEvent.Kind? {
        let words = words(of: name)
        if let kind = phrases[words.joined(separator: " ")] { return settled(kind, words, text) }
        if words.first == "host", words.count > 2, controls.contains(words[1]) {
            return words.contains("chat") || words.contains("messages") ? .chatControl : .hostControl
        }
        for count in [1, 2, 3] where words.count > count {
            guard let kind = subjects[words.prefix(count).joined(separator: " ")],
                verbs.contains(words.dropFirst(count).joined(separator: " "))
            else { continue }
            return settled(kind, words, text)
        }
        return nil
    }

    private static func words(of text: String) -> [String] {
        Cells.folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// Whether it began or ended stands in the name or in the description.
    private static func settled(_ kind: MeetingEvent.Kind, _ name: [String], _ text: String) -> MeetingEvent.Kind {
        guard kind == .recordingActivity || kind == .presentationStarted else { return kind }
        let isNamed = !ends.isDisjoint(with: name) || !beginnings.isDisjoint(with: name)
        let told = Set(isNamed ? name : words(of: text))
        let (hasEnded, hasBegun) = (!ends.isDisjoint(with: told), !beginnings.isDisjoint(with: told))
        if kind == .presentationStarted { return hasEnded ? .presentationStopped : .presentationStarted }
        if hasEnded { return .recordingStopped }
        return hasBegun ? .recordingStarted : .recordingActivity
    }

    private static let ends: Set<String> = [
        "stopped", "stop", "stops", "ended", "end", "ends", "finished", "inactive", "off",
    ]
    private static let beginnings: Set<String> = [
        "started", "start", "starts", "starting", "began", "active", "on", "resumed",
    ]
    private static let controls: Set<String> = [
        "let", "lets", "allowed", "prevented", "turned", "disabled", "enabled", "changed", "locked", "unlocked",
        "muted", "stopped", "blocked", "restricted",
    ]

    private static let verbs: Set<String> = [
        "activity", "started", "stopped", "start", "stop", "starting", "active", "ended", "created", "deleted",
        "edited", "opened", "closed", "changed", "updated", "enabled", "disabled", "turned on", "turned off", "locked",
        "unlocked", "answered", "responded", "voted", "published", "sent", "missed", "accepted", "declined",
        "cancelled", "raised", "lowered", "joined", "left", "assigned", "moved", "submitted", "watched", "viewed",
        "generated", "requested", "paused", "resumed", "shared", "exported",
    ]

    /// Of these, any of the words above may be told.
    private static let subjects: [String: MeetingEvent.Kind] = table([
        .recordingActivity: ["recording", "meeting recording", "call recording"],
        .presentationStarted: ["presentation", "screen share", "screen sharing", "screenshare", "presenting"],
        .poll: ["poll", "polls"],
        .question: ["question", "questions", "q a", "q and a"],
        .breakoutRooms: ["breakout", "breakout room", "breakout rooms", "breakout session", "breakout sessions"],
        .livestream: ["broadcast", "in meet broadcast", "livestream", "live stream", "streaming"],
        .transcription: ["transcription", "transcript", "meeting transcript"],
        .noteTaking: ["smart notes", "note taking", "notes", "meeting notes", "gemini notes", "take notes for me"],
        .attendanceReport: ["attendance", "attendance report", "attendance tracking"],
        .captions: [
            "captions", "closed captions", "live captions", "translated captions", "speech translation",
            "live translation",
        ],
        .handRaised: ["hand"],
        .reaction: ["reaction", "emoji", "reactions"],
        .whiteboard: ["whiteboard", "whiteboarding", "jamboard"],
        .watermark: ["watermark", "watermarking"],
        .invitation: ["invitation", "invite"],
        .ring: ["ring", "call ring"],
        .abuseReport: ["abuse report"],
        .chatControl: ["chat", "meeting chat", "in call messages", "chat access", "chat setting", "chat settings"],
        .hostControl: [
            "host control", "host controls", "host management", "quick access", "meeting access", "access type",
            "audio lock", "video lock", "presentation lock", "microphone lock", "camera lock", "moderation",
            "meeting moderation", "meeting settings", "co host",
        ],
    ])

    /// Names that stand for themselves.
    private static let phrases: [String: MeetingEvent.Kind] = table([
        .admitted: ["knocking accepted", "knock accepted", "knocking admitted"],
        .turnedAway: ["knocking denied", "knock denied", "knocking rejected", "knocking declined"],
        .abuseReport: ["abuse report submitted", "abuse reported"],
        .chatControl: [
            "send chat everyone", "send chat hosts", "send chat contributors", "send chat participants",
            "see chat everyone", "see chat participants", "see chat hosts", "see chat contributors",
        ],
        .hostControl: ["host changed", "participant muted", "everyone muted", "co host added", "co host removed"],
        .removed: [
            "participant removed", "participant ejected", "endpoint removed", "endpoint ejected", "user removed",
            "removed participant",
        ],
        .livestreamWatched: ["livestream watched", "broadcast watched", "live stream watched"],
        .dialledOut: ["dialed out", "dialled out", "dial out", "phone dialed out"],
        .room: ["room check in", "room check out", "room checkin", "room checkout"],
        .handRaised: ["hand raise", "raised hand", "lowered hand"],
        .recordingActivity: ["recording"],
        .transcription: ["transcription"],
    ])

    private static func table(_ names: [MeetingEvent.Kind: [String]]) -> [String: MeetingEvent.Kind] {
        Dictionary(names.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { a, _ in a })
    }
}
