/// The rules, in the order in which Rules.md lists them.
enum RuleID: String, Sendable, CaseIterable, Comparable {
    case nonJoiner = "non-joiner"
    case unnamed, renamed
    case cameraOff = "camera-off"
    case cameraUnknown = "camera-unknown"
    case uninvited
    case otherClass = "other-class"
    case adultPresent = "adult-present"
    case outsideAccount = "outside-account"
    case needsALook = "needs-a-look"
    case impersonation, late
    case leftEarly = "left-early"
    case shortStay = "short-stay"
    case cameAndWent = "came-and-went"
    case unsupervised
    case oneAdult = "one-adult"
    case oneToOne = "one-to-one"
    case afterRemoval = "after-removal"
    case rejoinedAfterRemoval = "rejoined-after-removal"
    case waitingRoom = "waiting-room"
    case outOfHours = "out-of-hours"
    case unapprovedPlatform = "unapproved-platform"
    case personalAccount = "personal-account"
    case personalMeetingID = "personal-meeting-id"
    case noAgreement = "no-agreement"
    case recordedWithoutApproval = "recorded-without-approval"
    case notRecorded = "not-recorded"
    case unscheduled
    case noExport = "no-export"
    case staffByNameOnly = "staff-by-name-only"
    case recordingBot = "recording-bot"
    case pupilHost = "pupil-host"
    case pupilPresented = "pupil-presented"
    case pupilRecorded = "pupil-recorded"
    case abuseReport = "abuse-report"
    case admittedLate = "admitted-late"
    case admittedInBulk = "admitted-in-bulk"
    case doubtfulSession = "doubtful-session"
    case overUse = "over-use"
    case unableToAccess = "unable-to-access"

    /// The place in that order, from 0.
    var rank: Int { RuleID.inOrder.firstIndex(of: self)! }
    private static let inOrder = allCases

    static func < (a: RuleID, b: RuleID) -> Bool { a.rank < b.rank }
    /// By itself it would hash its text.
    func hash(into hasher: inout Hasher) { hasher.combine(rank) }
}

enum Severity: String, Sendable, Comparable {
    case inform
    case followUp = "follow-up"
    case safeguarding
    private var rank: Int { self == .inform ? 0 : self == .followUp ? 1 : 2 }
    static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// What one rule says of one session: one line of findings.csv.
///
/// A class, for a finding stands in several lists: as a value it would be copied into each with its texts and rows.
final class Finding: Sendable {
    enum Subject: String, Sendable { case pupil, entrant, staff, `class`, session }
    /// For whose eyes it is.
    struct Audiences: OptionSet, Sendable {
        let rawValue: UInt8
        static let parents = Audiences(rawValue: 1)
        static let slt = Audiences(rawValue: 2)
        static let dsl = Audiences(rawValue: 4)
        static let teacher = Audiences(rawValue: 8)
    }

    let rule: RuleID
    let severity: Severity
    let audiences: Audiences
    let subject: Subject
    /// `Session.key`; empty for weekly rules.
    let session: String
    let day: Day
    /// `nil` for weekly rules.
    let start: Instant?
    let classText: String
    let pupil: Pupil.Index?
    let staff: StaffMember.Index?
    /// The roster's name for pupils, the list's for staff, the display name for entrants.
    let name: String
    let interval: Interval?
    /// Where minutes are known without a from and to (over-use); otherwise those of `interval`.
    let minutes: Int?
    /// A non-joiner who is only *possible*, because an unnamed or ambiguous entrant may be that pupil.
    let isOnlyPossible: Bool
    let detail: String
    let evidence: [Evidence]

    init(
        rule: RuleID, severity: Severity, audiences: Audiences, subject: Subject, session: String, day: Day,
        start: Instant? = nil, classText: String,
        pupil: Pupil.Index? = nil, staff: StaffMember.Index? = nil, name: String, interval: Interval? = nil,
        minutes: Int? = nil,
        isOnlyPossible: Bool = false, detail: String,
        evidence: [Evidence]
    ) {
        (self.rule, self.severity, self.audiences, self.subject) = (rule, severity, audiences, subject)
        (self.session, self.day, self.start, self.classText) = (session, day, start, classText)
        (self.pupil, self.staff, self.name) = (pupil, staff, name)
        (self.interval, self.minutes, self.isOnlyPossible) = (interval, minutes, isOnlyPossible)
        (self.detail, self.evidence) = (detail, evidence)
    }

    /// The same of more rows, as severe as the worst of them.
    init(_ finding: Finding, unitedWith others: [Finding]) {
        (rule, audiences, subject) = (finding.rule, finding.audiences, finding.subject)
        (session, day, start, classText) = (finding.session, finding.day, finding.start, finding.classText)
        (pupil, staff, name) = (finding.pupil, finding.staff, finding.name)
        (interval, minutes, isOnlyPossible, detail) = (
            finding.interval, finding.minutes, finding.isOnlyPossible, finding.detail
        )
        severity = others.reduce(finding.severity) { max($0, $1.severity) }
        var rows = finding.evidence + others.flatMap(\.evidence)
        rows.sortOnce()
        evidence = rows
    }

    /// Rounded to whole minutes; `nil` where the rule has no times.
    var shownMinutes: Int? { minutes ?? interval.map { roundedMinutes($0.seconds) } }
}

/// What became of one enrolled pupil in one session: one line of pupils.csv.
enum PupilStatus: String, Sendable, CaseIterable {
    case joined
    case nonJoiner = "non-joiner"
    case possible, excused
    case noData = "no-data"
}

struct PupilResult: Sendable {
    var pupil: Pupil.Index
    var status: PupilStatus
    var joined: Instant?
    var left: Instant?
    /// Seconds present, overlaps counted once.
    var seconds: Int
    var stays: Int
    var reason: String
}

/// For how long one pupil was in one call.
struct TimeInCall: Sendable {
    var pupil: Pupil.Index
    /// Overlaps counted once; 0 where the file has no times.
    var seconds: Int
    var first: Instant?
    var last: Instant?
}

/// A session with its results: what reports are made of.
///
/// A class: whoever goes through a week's sessions holds one after the other, and copies none with its dozens of texts
/// and lists.
final class JudgedSession: Sendable {
    let session: LinkedSession
    /// Every enrolled pupil exactly once, in the roster's order.
    let results: [PupilResult]
    let findings: [Finding]
    let log: SessionLogEntry
    /// Every pupil of the school who was in the call, of this class or another, ascending.
    let timesInCall: [TimeInCall]
    /// Whom an entrant names who was never let in from the waiting room.
    let pupilsNotAdmitted: [Pupil.Index]
    /// How many entrants are unsettled.
    let unsettledCount: Int
    /// It was no lesson that anybody can have missed.
    let isDoubtful: Bool
    /// Of the rules whose demand arose, whether the evidence would show a breach; empty unless it was asked for.
    let telling: [RuleID: Bool]

    init(
        session: LinkedSession, results: [PupilResult], findings: [Finding], log: SessionLogEntry,
        timesInCall: [TimeInCall] = [], isDoubtful: Bool = false, telling: [RuleID: Bool] = [:]
    ) {
        (self.isDoubtful, self.telling) = (isDoubtful, telling)
        (self.session, self.results, self.findings, self.log, self.timesInCall) = (
            session, results, findings, log, timesInCall
        )
        // Told of all entrants here, while they are at hand: to go through a week's once more takes longer than what is
        // asked of them.
        let entrants = session.entrants
        pupilsNotAdmitted = entrants.indices.lazy.filter { entrants[$0].onlyWaited }.compactMap {
            entrants[$0].link.pupil
        }
        unsettledCount = session.unsettledCount
    }
}

/// One line of session-log.csv. Empty text is printed as `MISSING` where the policy demands the field.
struct SessionLogEntry: Sendable {
    var day: Day
    var start: Instant
    var end: Instant?
    var minutes: Int?
    var platform: Platform?
    var meetingID: String
    var classText: String
    var kind: SessionKind
    var reason: String
    /// Staff codes (or the timetable's cell where nobody of the list is meant).
    var leadStaff: String
    var secondStaff: String
    /// `MDA 09:00:00-09:41:10; …`
    var staffTimes: String
    var pupilsJoined: Int
    var othersPresent: Int
    var participants: Int
    /// `yes`, `no`, `unknown`
    var recorded: String
    var isOneToOne: Bool
    /// A one-to-one, unless the unnamed device beside the pupil is another.
    var isOneToOneUnclear = false
    var approvedBy: String
    var parentPresent: String
    var whatWentWrong: String
    var isComplete: Bool
    var retainUntil: Day
    /// What the host ticked, and what not.
    var hostChecks = ""
    var wantsHostChecks = false
    /// `nil`: nothing is noted of them.
    var hostTicks: [HostCheck]?
    /// Where the recording is, as the host noted it: for SLT alone.
    var recordingPlace = ""
    /// `recorded by SchoolCloud`, `by telephone`: no export can be had.
    var heldElsewhere = ""
}

/// A session of another week (or of this one, from the history), without its rows: what streaks and trends need.
struct PastSession: Sendable {
    var key: String
    var day: Day
    var start: Instant
    var classText: String
    var kind: SessionKind
    var isScheduled: Bool
    /// Status of every enrolled pupil, by the pupil's printed id.
    var statuses: PupilStatuses
    /// Seen by name / expected / unnamed or ambiguous: the trend and its range.
    var joined: Int
    var expected: Int
    var unsettled: Int
    /// How many findings of each rule.
    var counts: [RuleID: Int]
    /// What it was read from.
    var exports: [ExportID] = []
    /// Pupils of the roll of whom no list said for certain then that they were on it, ascending.
    var rollDoubts: [PupilID] = []

    /// A key is of one day: what tells the sessions of a history apart.
    struct Place: Hashable {
        let day: Day
        let key: String
    }

    var place: Place { Place(day: day, key: key) }

    /// By start, then key.
    static func isBefore(_ a: PastSession, _ b: PastSession) -> Bool {
        a.start == b.start ? a.key < b.key : a.start < b.start
    }
}

extension Finding {
    /// About the call, and not about a person.
    var isOfSession: Bool { subject == .session || subject == .class }
}

extension [PastSession] {
    /// Whoever is on a roll. Of a term's lessons most have one of a few rolls, and each is read once.
    var everybody: Set<PupilID> {
        var (people, read): (Set<PupilID>, Set<ObjectIdentifier>) = ([], [])
        for session in self where read.insert(ObjectIdentifier(session.statuses.roll)).inserted {
            people.formUnion(session.statuses.roll.ids)
        }
        return people
    }

    /// By start, then key.
    var sortedByStart: [PastSession] { sorted(by: PastSession.isBefore) }
}
