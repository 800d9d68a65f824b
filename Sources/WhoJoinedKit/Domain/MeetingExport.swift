enum Platform: String, Sendable, Hashable, CaseIterable {
    case zoom, meet, teams, webex, schoolcloud, bigbluebutton, collaborate, telephone
    /// Any other that gives a list; names of which nobody knows whence they are.
    case other

    /// It exports who was there.
    var givesLists: Bool { self != .schoolcloud && self != .telephone }
}

/// Text that anybody who had the link chose. Never printed but through `Report/PlainText.swift`.
struct DisplayName: Hashable, Sendable {
    var text: String
    init(_ text: String) { self.text = text }

    /// As an export has it: `New (Original)` after a rename.
    func inExport(renamedFrom original: DisplayName?) -> String { original.map { "\(text) (\($0.text))" } ?? text }
}

enum Camera: String, Sendable { case on, off, unknown }

/// One join-to-leave interval of one device: one row of an export.
///
/// Packed into 24 bytes: a term of exports holds millions.
struct Stay: Sendable {
    enum Role: String, Sendable, CaseIterable { case organizer, presenter, attendee }

    private var joinedSeconds = UInt32.max
    private var leftSeconds = UInt32.max
    private var shown = Int32.min
    private var video = Int32.min
    private var lineNumber: UInt32
    private var offset = Int16.min
    private var flags: UInt16 = 0

    init(
        joined: Instant? = nil, left: Instant? = nil, shownSeconds: Int? = nil, cameraSeconds: Int? = nil,
        camera: Camera = .unknown, isExternal: Bool? = nil, isWaitingRoom: Bool? = nil, hasConsented: Bool = false,
        isJoinApproximate: Bool = false, role: Role? = nil, zoneOffsetMinutes: Int? = nil, line: Int
    ) {
        lineNumber = UInt32(clamping: line)
        self.joined = joined
        self.left = left
        self.shownSeconds = shownSeconds
        self.cameraSeconds = cameraSeconds
        self.camera = camera
        self.isExternal = isExternal
        self.isWaitingRoom = isWaitingRoom
        self.hasConsented = hasConsented
        self.isJoinApproximate = isJoinApproximate
        self.role = role
        self.zoneOffsetMinutes = zoneOffsetMinutes
    }

    /// `nil`: the file does not say.
    var joined: Instant? {
        get { joinedSeconds == .max ? nil : Instant(seconds: Int(joinedSeconds)) }
        set { joinedSeconds = newValue.map { UInt32(clamping: $0.seconds) } ?? .max }
    }
    var left: Instant? {
        get { leftSeconds == .max ? nil : Instant(seconds: Int(leftSeconds)) }
        set { leftSeconds = newValue.map { UInt32(clamping: $0.seconds) } ?? .max }
    }
    /// The duration as the file shows it, in seconds.
    var shownSeconds: Int? {
        get { shown == .min ? nil : Int(shown) }
        set { shown = newValue.map { Int32(clamping: $0) } ?? .min }
    }
    /// Seconds of video sent in this stay, where the file counts them (Meet log).
    var cameraSeconds: Int? {
        get { video == .min ? nil : Int(video) }
        set { video = newValue.map { Int32(clamping: $0) } ?? .min }
    }
    var camera: Camera {
        get { bits(0) == 1 ? .on : bits(0) == 2 ? .off : .unknown }
        set { setBits(0, newValue == .on ? 1 : newValue == .off ? 2 : 0) }
    }
    /// The platform says: from outside the account or organisation. `nil`: it does not say.
    var isExternal: Bool? {
        get { bits(2) == 0 ? nil : bits(2) == 1 }
        set { setBits(2, newValue.map { $0 ? 1 : 2 } ?? 0) }
    }
    /// True: this row is time in the waiting room, not attendance. `nil`: the file has no such column.
    var isWaitingRoom: Bool? {
        get { bits(4) == 0 ? nil : bits(4) == 1 }
        set { setBits(4, newValue.map { $0 ? 1 : 2 } ?? 0) }
    }
    var role: Role? {
        get {
            switch bits(6) {
            case 1: .organizer
            case 2: .presenter
            case 3: .attendee
            default: nil
            }
        }
        set { setBits(6, newValue == .organizer ? 1 : newValue == .presenter ? 2 : newValue == .attendee ? 3 : 0) }
    }
    var hasConsented: Bool {
        get { bits(8) == 1 }
        set { setBits(8, newValue ? 1 : 0) }
    }
    /// The true join is at or before `joined` (Teams "Joined before").
    var isJoinApproximate: Bool {
        get { bits(10) == 1 }
        set { setBits(10, newValue ? 1 : 0) }
    }
    /// Offset from UTC in minutes that the file itself gave for these times.
    var zoneOffsetMinutes: Int? {
        get { offset == .min ? nil : Int(offset) }
        set { offset = newValue.map { Int16(clamping: $0) } ?? .min }
    }
    /// Physical line in the export, from 1.
    var line: Int {
        get { Int(lineNumber) }
        set { lineNumber = UInt32(clamping: newValue) }
    }

    private func bits(_ at: UInt16) -> UInt16 { flags >> at & 3 }
    private mutating func setBits(_ at: UInt16, _ value: UInt16) { flags = flags & ~(3 << at) | value << at }
}

/// All stays of one display name and e-mail in one meeting of one export.
struct Participant: Sendable {
    var displayName: DisplayName
    /// The name before a rename (`New (Original)`).
    var originalName: DisplayName?
    /// As in the file, trimmed; empty is `nil`.
    var email: String?
    /// The display name is a telephone number.
    var isPhone = false
    var stays: [Stay]
}

/// One meeting as one export tells it. A file may hold several.
struct Meeting: Sendable {
    /// Zoom: digits only. Meet: the code as written.
    var id: String?
    var topic: String?
    var start: Instant?
    var end: Instant?
    var zoneOffsetMinutes: Int?
    var hostEmail: String?
    /// The file's name said `id`, not the file itself.
    var isIDFromFileName = false
    var participants: [Participant]
    /// Invited but absent, where the file lists them.
    var notAttended: [(displayName: DisplayName, email: String?)] = []
    /// What the platform's log tells beside, by time.
    var events: [MeetingEvent] = []

    init(
        id: String? = nil, topic: String? = nil, start: Instant? = nil, end: Instant? = nil, hostEmail: String? = nil,
        participants: [Participant] = []
    ) {
        self.id = id
        self.topic = topic
        self.start = start
        self.end = end
        self.hostEmail = hostEmail
        self.participants = participants
    }

    /// Whose meeting it is: the host's e-mail, in a Teams report that of the participant in the organiser's role.
    var organiser: String? {
        hostEmail ?? participants.first { $0.email != nil && $0.stays.contains { $0.role == .organizer } }?.email
    }
}

/// How day and month were told apart, and by what.
struct DateDecision: Sendable, Hashable {
    enum Order: String, Sendable { case monthFirst = "mdy", dayFirst = "dmy", yearFirst = "ymd", named, none }
    var order: Order
    /// The values alone would allow both orders.
    var isAmbiguous = false
    /// Told by clock style or the school's setting only: another export of the same organiser would tell better.
    var isWeak = false
    /// `value>12 on line 9`, `--date-order`, `timetable` …: said in the report.
    var decidedBy: String

    /// Day or month first, and by the values themselves.
    var isCertain: Bool { !isAmbiguous && (order == .dayFirst || order == .monthFirst) }
}

/// What a format can tell at all; a rule without its evidence says "cannot tell".
struct ExportAbilities: Sendable, Hashable {
    var times = true
    var camera = false
    var waitingRoom = false
    var consent = false
    var external = false
}

/// One file of the inbox, read.
struct MeetingExport: Sendable {
    /// Path relative to the inbox (or as given on the command line): what reports and evidence print.
    var file: String
    var platform: Platform
    /// `zoom/participants+meeting` …: platform and layout.
    var variant: String
    var dates: DateDecision
    var abilities: ExportAbilities
    var meetings: [Meeting]
    /// The account of the rows: `rowsRead` = distinct lines of stays + `rowsWithoutStay` + `rowsRejected`.
    var rowsRead = 0
    var rowsRejected = 0
    /// Rows that are neither a stay's own row nor rejected: "did not attend", a Teams `Left` (its stay bears the line
    /// of the `Joined`), other events of a log. Repeated headers, footers and blank rows are no rows at all.
    var rowsWithoutStay = 0
    /// Cut short, damaged or read in part: nobody may be called a non-joiner on its word.
    var isComplete = true
    /// `incomplete_last_row` …
    var warnings: [String] = []
    var problems: [Problem] = []
    /// The last time stamp of the file: a stay without an end is unknown after it.
    var lastMoment: Instant?

    /// The days on which somebody was there, first and last.
    func days(in zone: SchoolZone) -> ClosedRange<Day>? {
        var first: Instant?
        var last: Instant?
        func see(_ moment: Instant?) {
            guard let moment else { return }
            first = min(first ?? moment, moment)
            last = max(last ?? moment, moment)
        }
        for meeting in meetings {
            see(meeting.start)
            see(meeting.end)
            for event in meeting.events { see(event.at) }
            for participant in meeting.participants {
                for stay in participant.stays {
                    see(stay.joined)
                    see(stay.left)
                }
            }
        }
        guard let first, let last else { return nil }
        return zone.day(of: first)...zone.day(of: last)
    }
}
