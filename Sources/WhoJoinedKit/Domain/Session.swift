/// What an entrant turned out to be: the column `outcome` of entrants.csv.
enum Outcome: String, Sendable, CaseIterable {
    case pupil, ambiguous, unnamed
    case otherClass = "other-class"
    case staff, contact, uninvited
}

/// Our decision who an entrant is, and why: the step of the ladder, the evidence and the rivals.
struct Link: Sendable {
    enum Certainty: String, Sendable { case certain, probable, possible, none = "" }
    /// Look-alike or invisible characters, or one pupil in twice at once.
    enum Impersonation: Sendable { case lookAlike, twoAccounts }

    var outcome: Outcome
    /// The pupil (`pupil`, `otherClass`) or the child of a contact.
    var pupil: Pupil.Index?
    var staff: StaffMember.Index?
    /// Pupils that an `ambiguous` entrant may be, or whom an `unnamed` one may hide (a family's number); ascending.
    var candidates: [Pupil.Index] = []
    /// Whom an `ambiguous` entrant names for certain, as one device names several: none of them is a non-joiner.
    var named: [Pupil.Index] = []
    /// Pupils beside the candidates whose absence is in doubt through it; of a barred contact, the children meant.
    var mayHide: [Pupil.Index] = []
    /// A person must look, though somebody is named.
    var needsALook = false
    /// How many were there at once under this name, on one meeting's own word.
    var atOnce = 1
    /// It may be a stranger: the safeguarding leads see the question.
    var mayBeStranger = false
    /// `(Guest)`, `(External)` … stands behind the name.
    var hasOutsideMark = false
    var certainty = Certainty.none
    var step: MatchStep
    var remarks: [MatchStep.Remark] = []
    /// Of a meeting with parents: somebody whom the data does not know.
    var isUnknownGuest = false
    /// A contact who is barred (court order, no contact).
    var isBarredContact = false
    /// A contact who is barred from pupils (`mayHide`) who are neither in this class nor in the call.
    var isBarredElsewhere = false
    var impersonation: Impersonation?
    /// `decisions.csv:4` when a person settled it.
    var decidedBy: String?

    init(
        _ outcome: Outcome, pupil: Pupil.Index? = nil, staff: StaffMember.Index? = nil, candidates: [Pupil.Index] = [],
        certainty: Certainty = .none,
        step: MatchStep
    ) {
        self.outcome = outcome
        self.pupil = pupil
        self.staff = staff
        self.candidates = candidates
        self.certainty = certainty
        self.step = step
    }

    /// Every candidate is named for certain.
    var namesAllCandidates: Bool {
        !named.isEmpty && named.count == candidates.count && mayHide.isEmpty
    }
    /// A recorder, note-taker or assistant: nobody, and no device of anybody.
    var isProgramme: Bool { outcome == .unnamed && step == .bot }
    /// Invited by guests.csv, and no pupil's contact.
    var isGuest: Bool { if case .guest = step { true } else { false } }

    /// For a teacher: a sentence or two.
    var why: String {
        if isUnknownGuest { return "A guest of a meeting with parents, whom the data does not know." }
        let sentence =
            isBarredContact
            ? "Somebody who must have no contact with a pupil of this class."
            : isBarredElsewhere
                ? "Somebody who must have no contact with a pupil who is not in this class." : step.sentence
        return remarks.isEmpty ? sentence : ([sentence] + remarks.map(\.rawValue)).joined(separator: " ")
    }
}

/// A row of an export: `file:line`.
struct Evidence: Hashable, Comparable, Sendable {
    var file: String
    var line: Int
    static func < (a: Evidence, b: Evidence) -> Bool { (a.file, a.line) < (b.file, b.line) }
}

/// One stay with the export it stands in, after several exports of a session are united.
struct PlacedStay: Sendable {
    var stay: Stay
    /// Index into `Session.exports`.
    var export: Int
}

/// One display name and e-mail of a session, over all its exports: one line of entrants.csv.
struct Entrant: Sendable {
    var displayName: DisplayName
    var originalName: DisplayName?
    var email: String?
    var isPhone = false
    /// Attendance only, by joining time; rows counted once though several exports hold them.
    var stays: [PlacedStay]
    /// Rows in the waiting room.
    var waiting: [PlacedStay]
    /// Rows that another export of the session holds too: counted once above, accounted for in their own file.
    var repeats: [PlacedStay] = []

    /// As the export has it: `New (Original)` after a rename.
    var nameInExport: String { displayName.inExport(renamedFrom: originalName) }

    /// Only ever in the waiting room: not in the call, no line in entrants.csv.
    var onlyWaited: Bool { stays.isEmpty && !waiting.isEmpty }
}

/// An entrant and our decision who that was.
struct LinkedEntrant: Sendable {
    /// The place among the entrants of one session.
    typealias Index = TypedIndex<LinkedEntrant>

    var entrant: Entrant
    var link: Link

    var displayName: DisplayName { entrant.displayName }
    var originalName: DisplayName? { entrant.originalName }
    var email: String? { entrant.email }
    var stays: [PlacedStay] { entrant.stays }
    var waiting: [PlacedStay] { entrant.waiting }
    var repeats: [PlacedStay] { entrant.repeats }
    var nameInExport: String { entrant.nameInExport }
    var onlyWaited: Bool { entrant.onlyWaited }
}

/// The export behind a session, without its rows.
struct ExportSummary: Sendable {
    var file: String
    var platform: Platform
    var variant: String
    var abilities: ExportAbilities
    var dates: DateDecision
    var isComplete: Bool
    var hostEmail: String?
    var meetingID: String?
    var topic: String?
    /// The last time stamp of the file.
    var lastMoment: Instant?
}

/// A session as the exports tell it, before anybody has asked who its entrants were.
typealias FoundSession = Session<Entrant>
/// A session with a decision on every entrant: what rules and reports go by.
typealias LinkedSession = Session<LinkedEntrant>

/// One lesson or meeting that was expected or took place, with those who entered it.
struct Session<Person: Sendable>: Sendable {
    /// Short, stable, the same in every file of the report.
    var key: String
    var day: Day
    /// The timetable's start, else the first admission.
    var start: Instant
    /// The timetable's end, else the last leaving.
    var end: Instant
    var kind: SessionKind
    /// As findings print it: `4B`, `4B;4C`, empty when unknown.
    var classText: String
    var classes: [ClassCode]
    var subject: String
    var platform: Platform?
    var meetingID: String?
    /// `nil`: unscheduled, or the school has no timetable.
    var lesson: Lesson?
    /// Of a session that meets no slot: the nearest one of its classes or its host.
    var nearest: Lesson?
    /// Which sign placed the exports here: said in the report.
    var placedBy: String
    var exports: [ExportSummary]
    var entrants: [Person]
    /// Pupils of the session's classes on that day, ascending.
    var enrolled: [Pupil.Index]
    /// Those of them who are expected (one-to-one: the approved), ascending; empty in unscheduled sessions.
    var expected: [Pupil.Index]
    /// The entrants are another class's: nobody is judged by it.
    var wrongLink: WrongLink?
    /// Pupils of today's roll who were on no roll of the class then, ascending: they cannot have missed it.
    var notOnRollThen: [Pupil.Index] = []
    /// Of whom no list said for certain then that they were on the roll, and none says it now; ascending.
    var rollDoubts: [Pupil.Index] = []
    /// Who were on the roll of then for certain; empty where no list of today is in doubt.
    var certainThen: [Pupil.Index] = []
    /// Expected pupils who were in the call of another session at that time.
    var elsewhere: [Pupil.Index: Elsewhere] = [:]
    /// What the platform's log tells beside who was there, by time.
    var events: [PlacedEvent] = []

    /// Every export is whole: only then a pupil who was not seen is a non-joiner.
    var isWhole: Bool { exports.allSatisfy(\.isComplete) }
    /// Joining and leaving times are known in at least one export.
    var hasTimes: Bool { exports.contains(where: \.abilities.times) }
}

extension FoundSession {
    func linked(_ entrants: [LinkedEntrant]) -> LinkedSession {
        LinkedSession(
            key: key, day: day, start: start, end: end, kind: kind, classText: classText, classes: classes,
            subject: subject, platform: platform, meetingID: meetingID, lesson: lesson, nearest: nearest,
            placedBy: placedBy,
            exports: exports, entrants: entrants, enrolled: enrolled, expected: expected, wrongLink: wrongLink,
            notOnRollThen: notOnRollThen, rollDoubts: rollDoubts, certainThen: certainThen, events: events)
    }
}

extension LinkedSession {
    /// Why nobody can tell whether the pupil was on the roll that day.
    func rollDoubt(of pupil: Pupil.Index, _ school: School) -> String? {
        if certainThen.hasSorted(pupil) { return nil }
        if let doubt = school.roster.pupils[pupil].rollDoubt(on: day) { return doubt }
        if rollDoubts.hasSorted(pupil) { return "the roster did not have this pupil in the class then" }
        return school.isInDoubt(pupil, inClasses: classes)
            ? "the newer of two lists has this pupil in another class" : nil
    }

    /// There is at least one usable row.
    var hasData: Bool { entrants.contains { !$0.stays.isEmpty || !$0.waiting.isEmpty } }
}
