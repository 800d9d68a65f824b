/// Everything a run knows before it looks at an export: settings, people, the timetable and the school's own files.
struct School: Sendable {
    var settings = SchoolSettings()
    var roster = Roster()
    var timetable = Timetable()
    var records = SchoolRecords()
    /// `nil`: everything is judged by today's roll.
    var rollsOfThen: RollsOfThen?
    /// What was wrong with the files above; every one is listed, not just the first.
    var problems: [Problem] = []
    /// Every file that was read, for run.json.
    var inputs: [InputFile] = []
    /// Enrolments by class key (and its aliases) and by pupil, made once: see `roll(of:on:)`.
    private(set) var enrolmentsByClass: [String: [Enrolment.Index]] = [:]
    private var enrolmentsByPupil = SideTable<Pupil, [Enrolment.Index]>()
    private(set) var pupilsByID: [PupilID: Pupil.Index] = [:]
    private var pupilsInDoubt: Set<Pupil.Index> = []
    /// Of somebody nobody can tell whether the pupil is on the roll.
    private(set) var hasRollDoubts = false

    init() {}

    /// Call when the roster is complete.
    mutating func indexRoster() {
        enrolmentsByClass = [:]
        enrolmentsByPupil = SideTable(for: roster.pupils, repeating: [])
        pupilsByID = Dictionary(zip(roster.pupils.map(\.id), roster.pupils.typedIndices)) { first, _ in first }
        pupilsInDoubt = Set(roster.enrolments.lazy.filter(\.isInDoubt).map(\.pupil))
        hasRollDoubts =
            !pupilsInDoubt.isEmpty || roster.pupils.contains { $0.rollDoubt != nil || $0.lostOn != nil }
        let keys = SideTable(for: roster.classes, \.code.key)
        for (i, enrolment) in roster.enrolments.indexed() {
            enrolmentsByClass[keys[enrolment.classIndex], default: []].append(i)
            enrolmentsByPupil[enrolment.pupil].append(i)
        }
        let codes = Set(keys.values)
        var aliases: [String: [SchoolClass.Index]] = [:]
        for (i, entry) in roster.classes.indexed() {
            for alias in entry.aliases where !codes.contains(alias) { aliases[alias, default: []].append(i) }
        }
        // A class code that two classes share names neither.
        for (alias, owners) in aliases where owners.count == 1 {
            enrolmentsByClass[alias] = enrolmentsByClass[keys[owners[0]]]
        }
    }

    /// The pupils of these classes on that day: on roll, enrolled, each once, in the roster's order.
    func roll(of classes: [ClassCode], on day: Day) -> [Pupil.Index] {
        var found: [Pupil.Index] = []
        for code in classes {
            for i in enrolmentsByClass[code.key] ?? [] {
                let enrolment = roster.enrolments[i]
                if enrolment.isCurrent(on: day), roster.pupils[enrolment.pupil].isOnRoll(on: day) {
                    found.append(enrolment.pupil)
                }
            }
        }
        found.sortOnce()
        return found
    }

    /// The roster says since when, or until when, the pupil was of one of these classes.
    func hasDates(_ pupil: Pupil.Index, inClasses keys: [String]) -> Bool {
        if roster.pupils[pupil].startsOn != nil || roster.pupils[pupil].leftOn != nil { return true }
        return keys.contains { key in
            (enrolmentsByClass[key] ?? []).contains { index in
                let enrolment = roster.enrolments[index]
                return enrolment.pupil == pupil && (enrolment.from != nil || enrolment.to != nil)
            }
        }
    }

    /// The pupil is in one of these classes, by an older list that a newer one contradicts.
    func isInDoubt(_ pupil: Pupil.Index, inClasses codes: [ClassCode]) -> Bool {
        guard pupilsInDoubt.contains(pupil) else { return false }
        let own = codes.flatMap { enrolmentsByClass[$0.key] ?? [] }.map { roster.enrolments[$0] }
            .filter { $0.pupil == pupil }
        return !own.isEmpty && own.allSatisfy(\.isInDoubt)
    }

    /// Pupils are expected in it: by the timetable, or because the school has none.
    func expectsPupils(in session: LinkedSession) -> Bool {
        session.kind.isForPupils && (session.lesson != nil || !timetable.exists)
    }

    /// The roster has had pupils in this class.
    func knows(_ code: ClassCode) -> Bool { enrolmentsByClass[code.key] != nil }

    /// The classes a pupil belongs to on that day, the registration group first.
    func classes(of pupil: Pupil.Index, on day: Day) -> [ClassCode] {
        guard pupil.position < enrolmentsByPupil.values.count else { return [] }
        let own = enrolmentsByPupil[pupil].map { roster.enrolments[$0] }.filter { $0.isCurrent(on: day) }.map {
            roster.classes[$0.classIndex]
        }
        return (own.filter { $0.kind == .registration } + own.filter { $0.kind != .registration }).map(\.code)
    }
}

/// An input as run.json names it.
struct InputFile: Sendable, Hashable {
    /// Relative to the school's folder.
    var name: String
    var sha256: String
    var size: Int
    /// Data rows, for exports: read = used + flagged + rejected.
    var tally: RowTally?
}

/// Every row of every export is used, flagged or rejected; nothing is lost silently.
struct RowTally: Sendable, Hashable {
    /// Stays of people who were recognised.
    var used = 0
    /// Stays of unnamed, ambiguous or uninvited entrants, and waiting-room rows.
    var flagged = 0
    /// Rows that could not be used.
    var rejected = 0
    var read: Int { used + flagged + rejected }

    static func + (a: RowTally, b: RowTally) -> RowTally {
        RowTally(used: a.used + b.used, flagged: a.flagged + b.flagged, rejected: a.rejected + b.rejected)
    }

    /// `Rows: 1234 read = 1200 used + 30 flagged + 4 rejected`: the last line of `week` and `lesson`.
    var line: String { "Rows: \(read) read = \(used) used + \(flagged) flagged + \(rejected) rejected" }
}

/// One week, judged: everything that the reports are made of.
struct WeekResult: Sendable {
    var school: School
    var week: Week
    /// `--now`, or the clock at the start of the run.
    var now: Instant
    /// By day, start, class.
    var sessions: [JudgedSession]
    /// over-use and unable-to-access: once per class (or pupil) and week.
    var weeklyFindings: [Finding]
    /// Sessions of other weeks, for streaks and trends, by day and start.
    var past: [PastSession]
    var earlier = EarlierFindings()
    /// Notes of removals with the people whom they mean.
    var removals: [ResolvedNote] = []
    var inputs: [InputFile]
    var tally: RowTally
    /// Of settings, roster and exports together.
    var problems: [Problem]

    /// All findings by day, start, class, rule, name.
    var findings: [Finding] {
        var all: [Finding] = []
        all.reserveCapacity(sessions.reduce(weeklyFindings.count) { $0 + $1.findings.count })
        for session in sessions { all += session.findings }
        all += weeklyFindings
        return all
    }

    func findingCount(where isCounted: (Finding) -> Bool) -> Int {
        sessions.reduce(weeklyFindings.count(where: isCounted)) { $0 + $1.findings.count(where: isCounted) }
    }
}
