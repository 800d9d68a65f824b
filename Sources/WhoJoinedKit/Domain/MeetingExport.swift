enum Platform: String, Sendable, Hashable { case zoom, meet, teams, webex, schoolcloud }

/// Text that anybody who had the link chose. Never printed but through `Report/PlainText.swift`.
struct DisplayName: Hashable, Sendable {
    var text: String
    init(_ text: String) { self.text = text }
}

enum Camera: String, Sendable { case on, off, unknown }

/// One join-to-leave interval of one device: one row of an export.
struct Stay: Sendable {
    enum Role: String, Sendable { case organizer, presenter, attendee }

    /// `nil`: the file does not say.
    var joined: Instant?
    var left: Instant?
    /// The duration as the file shows it, in seconds.
    var shownSeconds: Int?
    /// Seconds of video sent in this stay, where the file counts them (Meet log).
    var cameraSeconds: Int?
    var camera = Camera.unknown
    /// The platform says: from outside the account or organisation. `nil`: it does not say.
    var isExternal: Bool?
    /// True: this row is time in the waiting room, not attendance. `nil`: the file has no such column.
    var isWaitingRoom: Bool?
    var hasConsented = false
    /// The true join is at or before `joined` (Teams "Joined before").
    var isJoinApproximate = false
    var role: Role?
    /// Offset from UTC in minutes that the file itself gave for these times.
    var zoneOffsetMinutes: Int?
    /// Physical line in the export, from 1.
    var line: Int
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
    var participants: [Participant]
    /// Invited but absent, where the file lists them.
    var notAttended: [(displayName: DisplayName, email: String?)] = []

    init(id: String? = nil, topic: String? = nil, start: Instant? = nil, end: Instant? = nil, hostEmail: String? = nil, participants: [Participant] = []) {
        self.id = id
        self.topic = topic
        self.start = start
        self.end = end
        self.hostEmail = hostEmail
        self.participants = participants
    }
}

/// How day and month were told apart, and by what.
struct DateDecision: Sendable, Hashable {
    enum Order: String, Sendable { case monthFirst = "mdy", dayFirst = "dmy", yearFirst = "ymd", named, none }
    var order: Order
    var isAmbiguous = false
    /// `value>12 on line 9`, `--date-order`, `timetable` …: said in the report.
    var decidedBy: String
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
    /// `zoom/participants+meeting` …: `formats/exports.md` §1.
    var variant: String
    var dates: DateDecision
    var abilities: ExportAbilities
    var meetings: [Meeting]
    /// The account of the rows: every data row is used by some stay (or listed as not attended), or rejected.
    var rowsRead = 0
    var rowsRejected = 0
    /// Rows that are neither stays nor rejected (repeated headers, footers are no rows at all; "did not attend" rows are).
    var rowsWithoutStay = 0
    /// Cut short, damaged or read in part: nobody may be called a non-joiner on its word.
    var isComplete = true
    /// `incomplete_last_row` …
    var warnings: [String] = []
    var problems: [Problem] = []
    /// The last time stamp of the file: a stay without an end is unknown after it.
    var lastMoment: Instant?
}
