/// The school's own files. An `Id` cell is resolved to a pupil when the file is read.

struct KnownAbsence: Sendable {
    var pupil: Pupil.Index
    /// A date means the whole day.
    var span: Interval
    var reason: String
    /// In absences.csv; `nil`: it stands elsewhere.
    var line: Int?
}

struct Approval: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case oneToOne = "one-to-one", recording, cameraExempt = "camera-exempt", alternative
    }
    var kind: Kind
    var pupil: Pupil.Index?
    var classCode: ClassCode?
    var from: Day
    var to: Day
    var approvedBy: String
    /// `nil`: not said.
    var parentPresent: Bool?
    var reason: String
    /// With whom at home it was agreed beforehand, and when; empty and `nil`: not said.
    var agreedWith = ""
    var agreedOn: Day?
    /// In approvals.csv.
    var line: Int?

    func holds(on day: Day) -> Bool { from <= day && day <= to }
}

/// One signature of agreements.csv.
struct Agreement: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case acceptableUse = "acceptable-use"
        /// Consent to be recorded.
        case recording
        /// A member of staff was trained for video lessons.
        case training
    }
    enum Holder: Sendable, Hashable {
        case pupil(Pupil.Index)
        case staff(StaffMember.Index)
    }
    var kind = Kind.acceptableUse
    var holder: Holder
    var signedOn: Day
    /// The last day on which it holds; `nil`: it has no end.
    var until: Day?

    func holds(on day: Day) -> Bool { signedOn <= day && (until.map { day <= $0 } ?? true) }
}

struct HostNote: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case incident, removed, reason, recorded
        case cameraOff = "camera-off"
        case cameraOn = "camera-on"
        case secondAdult = "second-adult"
        case notRecorded = "not-recorded"
        case hostChecks = "host-checks"
        case parentPresent = "parent-present"
        case warning
        /// The administrator has gone through the log of the sessions up to that day.
        case checked
    }
    var day: Day
    /// Says which session; `nil`: any session of the class that day.
    var start: ClockTime?
    var classText: String
    var kind: Kind
    /// A name (roster or display) or an id, as written.
    var person: String
    /// `At` as written: `09:12`, or `09:00-09:31` for a second adult; empty: the whole session.
    var from: ClockTime?
    var to: ClockTime?
    var text: String
    var by: String
    /// `notes.csv:7`
    var source: String
}

struct Decision: Sendable {
    enum Is: String, Sendable, CaseIterable { case pupil, staff, contact, unnamed, uninvited }
    var displayName: DisplayName
    var email: String?
    var classCode: ClassCode?
    var isA: Is
    /// As written; resolved to `pupil` or `staff` where it can be.
    var id: String
    var pupil: Pupil.Index?
    var staff: StaffMember.Index?
    var by: String
    var source: String
    /// When it was written.
    var on: Day?
    /// The one day for which it holds, and the one session; a name that people give themselves holds for ever.
    var day: Day?
    var start: ClockTime?
    /// The day was said, not found.
    var isDated = false
}

/// An adult who is invited on some days.
struct Guest: Sendable {
    var days: ClosedRange<Day>
    var name: String
    var email: String?
    var classCode: ClassCode?
    var role: String
    var source: String

    /// Somebody who teaches, not a visitor.
    var isStaff: Bool {
        let words = role.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        return !Set(words).isDisjoint(with: ["supply", "teacher", "teaching", "assistant", "ta", "staff"])
    }
}

struct FollowUpNote: Sendable {
    enum Kind: String, Sendable, CaseIterable { case tried, contacted, cleared }
    var day: Day
    var pupil: Pupil.Index
    var kind: Kind
    var by: String
    var outcome: String
}

/// What a file that could not be used might have said: it accuses nobody.
struct RecordDoubt: Sendable, Hashable {
    var file: String
    /// Without a pupil and a class: whoever it may be.
    var pupil: Pupil.Index?
    var classCode: ClassCode?
}

/// A line of a file of the school's own whose Id is nobody's.
struct UnknownID: Sendable {
    var file: String
    var line: Int
    var id: String
}

struct SchoolRecords: Sendable {
    var absences: [KnownAbsence] = []
    var approvals: [Approval] = []
    var agreements: [Agreement] = []
    /// The kinds of which agreements.csv has a line, signed or not: of the others it says nothing.
    var agreementKinds: Set<Agreement.Kind> = []
    var notes: [HostNote] = []
    var decisions: [Decision] = []
    var followUps: [FollowUpNote] = []
    /// SLT's word on somebody who was removed and is on no list, by the name of the note.
    var clearedNames: [(day: Day, person: String)] = []
    /// Lines about somebody whom the roster does not have: left since, or mistyped.
    var unknownIDs: [UnknownID] = []
    /// Whom the files or rows that could not be used may excuse.
    var doubts: Set<RecordDoubt> = []
    var guests: [Guest] = []

    init() {}

    /// The note of a removal with that name, the latest.
    func removal(of person: String) -> HostNote? {
        let key = PersonLookup.key(person)
        return notes.filter { $0.kind == .removed && !key.isEmpty && PersonLookup.key($0.person) == key }
            .max { $0.day < $1.day }
    }

    /// Whether SLT has cleared the person of that note by its name, from the removal on.
    /// - Parameter day: the last day that counts; `nil`: any.
    func isClearedByName(_ note: HostNote, by day: Day? = nil) -> Bool {
        let key = PersonLookup.key(note.person)
        return clearedNames.contains { cleared in
            cleared.day >= note.day && (day.map { cleared.day <= $0 } ?? true)
                && PersonLookup.key(cleared.person) == key
        }
    }
}
