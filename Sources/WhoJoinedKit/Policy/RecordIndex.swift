extension ResolvedNote {
    /// Where it stands, as evidence.
    var evidence: [Evidence] { Evidence(source: note.source).map { [$0] } ?? [] }
}

extension Evidence {
    /// `notes.csv:7`, `notes.xlsx, sheet Notes, row 7`: see `place(in:line:)`.
    init?(source: String) {
        let digits = source.utf8.reversed().prefix(while: \.isASCIIDigit).count
        guard let line = Int(source.suffix(digits)) else { return nil }
        let file = String(source.dropLast(digits))
        for sign in [":", ", row "] where file.utf8.suffix(sign.utf8.count).elementsEqual(sign.utf8) {
            self.init(file: String(file.dropLast(sign.count)), line: line)
            return
        }
        return nil
    }
}

/// The school's own files, ready to be asked about one pupil and one day. Made once per run and shared by all its
/// sessions.
final class RecordIndex: Sendable {
    let school: School
    private let absences: [Pupil.Index: [KnownAbsence]]
    /// Half days that a register mark excuses.
    private let marks: [MarkedDay: Set<AttendanceMark.Half>]
    private let approvalsByPupil: [Pupil.Index: [Approval]]
    private let approvalsOfClasses: [Approval]
    private let notesByDay: [Day: [ResolvedNote]]
    private let removalsByPupil: [Pupil.Index: [ResolvedNote]]
    private let clearedByPupil: [Pupil.Index: [Day]]
    private let agreements: [AgreementKey: [Agreement]]
    private let staffByMeeting: [String: StaffMember.Index]
    private let staffByCell: [String: StaffMember.Index]
    /// `MDA Marta Dale`
    let staffLabels: SideTable<StaffMember, String>
    /// False: neither agreements.csv nor a roster column, so nothing can be said.
    let knowsAgreements: Bool

    private struct AgreementKey: Hashable {
        var kind: Agreement.Kind
        var holder: Agreement.Holder
    }

    private struct MarkedDay: Hashable {
        var pupil: Pupil.Index
        var day: Day
    }

    private let matcher: Matcher

    /// - Parameter linked: sessions of the run: a note may use the display name that somebody had in one of them.
    init(_ school: School, matcher: Matcher, linked: [LinkedSession]) {
        self.school = school
        self.matcher = matcher
        let files = school.records
        knowsAgreements = school.keepsRegister(of: .acceptableUse)
        absences = Dictionary(grouping: files.absences, by: \.pupil)
        var marks: [MarkedDay: Set<AttendanceMark.Half>] = [:]
        for mark in school.roster.marks where mark.excuses {
            marks[MarkedDay(pupil: mark.pupil, day: mark.day), default: []].insert(mark.half)
        }
        self.marks = marks
        approvalsByPupil = Dictionary(grouping: files.approvals.filter { $0.pupil != nil }) { $0.pupil! }
        approvalsOfClasses = files.approvals.filter { $0.pupil == nil }
        clearedByPupil = Dictionary(grouping: files.followUps.filter { $0.kind == .cleared }, by: \.pupil).mapValues {
            $0.map(\.day)
        }
        agreements = Dictionary(grouping: school.allAgreements) { AgreementKey(kind: $0.kind, holder: $0.holder) }
        var staffByMeeting: [String: StaffMember.Index] = [:]
        for (index, member) in school.roster.staff.indexed() {
            if let id = member.personalMeetingID.map(meetingKey), !id.isEmpty { staffByMeeting[id] = index }
        }
        self.staffByMeeting = staffByMeeting
        staffLabels = SideTable(for: school.roster.staff) {
            $0.shownName == $0.code ? $0.code : "\($0.code) \($0.shownName)"
        }
        let cells = Set(school.timetable.rows.flatMap { [$0.leadStaff, $0.secondStaff] }).subtracting([""])
        staffByCell = Dictionary(
            uniqueKeysWithValues: cells.compactMap { cell in matcher.staff(named: cell).map { (cell, $0) } })
        (notesByDay, removalsByPupil) = RecordIndex.notes(of: school, matcher: matcher, linked: linked)
    }

    // MARK: Asking

    /// The member of staff whom a cell of the timetable means.
    func staff(meantBy cell: String) -> StaffMember.Index? { staffByCell[cell] }

    /// Why a pupil need not be in the session: a known absence or an authorised mark that overlaps it.
    func excuse(of pupil: Pupil.Index, in session: LinkedSession) -> String? {
        let span = session.timetabled
        if let absence = absences[pupil]?.first(where: { $0.span.overlaps(span) }) {
            return absence.reason.isEmpty ? "known absence" : "known absence: \(absence.reason)"
        }
        let noon = ClockTime(seconds: 12 * 3600)
        let half: AttendanceMark.Half = school.settings.zone.time(of: session.start) < noon ? .am : .pm
        if marks[MarkedDay(pupil: pupil, day: session.day)]?.contains(half) == true {
            return "authorised mark in the register"
        }
        return nil
    }

    /// A file that could not be used and may excuse the pupil, as a reason for doubt.
    func fileDoubts(about pupil: Pupil.Index, in session: LinkedSession) -> [String] {
        let files = school.records.doubts.filter { doubt in
            if let only = doubt.pupil { return only == pupil }
            return doubt.classCode.map { code in session.classes.contains { $0.key == code.key } } ?? true
        }
        return (session.rollDoubt(of: pupil, school).map { [$0] } ?? [])
            + Set(files.map(\.file)).sorted().map { "\($0) could not be used and may excuse this pupil" }
    }

    /// Telephone lessons and the like, agreed for the pupil or the class.
    func hasAlternative(_ pupil: Pupil.Index, in session: LinkedSession) -> Bool {
        !approvals(.alternative, of: pupil, in: session).isEmpty
    }

    func isExcused(_ pupil: Pupil.Index, in session: LinkedSession) -> Bool {
        excuse(of: pupil, in: session) != nil || hasAlternative(pupil, in: session)
    }

    func approvals(_ kind: Approval.Kind, of pupil: Pupil.Index, in session: LinkedSession) -> [Approval] {
        (approvalsByPupil[pupil] ?? []).filter { $0.kind == kind && $0.holds(on: session.day) && fits($0, session) }
            + approvalsOfClass(kind, in: session).filter { $0.classCode != nil }
    }

    /// Approvals without an Id: for the class, or without one for the whole school.
    func approvalsOfClass(_ kind: Approval.Kind, in session: LinkedSession) -> [Approval] {
        approvalsOfClasses.filter { $0.kind == kind && $0.holds(on: session.day) && fits($0, session) }
    }

    /// Every approval of that kind that fits the session's day and classes, whomever it is for.
    func anyApproval(_ kind: Approval.Kind, in session: LinkedSession) -> Approval? {
        school.records.approvals.first { $0.kind == kind && $0.holds(on: session.day) && fits($0, session) }
    }

    private func fits(_ approval: Approval, _ session: LinkedSession) -> Bool {
        guard let code = approval.classCode else { return true }
        return code.key == ClassCode(session.classText).key || session.classes.contains { $0.key == code.key }
    }

    /// The notes on this session, in the order of the file.
    func notes(on session: LinkedSession) -> [ResolvedNote] {
        guard let ofDay = notesByDay[session.day] else { return [] }
        return ofDay.filter { RecordIndex.isNote($0.note, on: session, of: school) }
    }

    private static func isNote(_ note: HostNote, on session: LinkedSession, of school: School) -> Bool {
        let noted = classCodes(in: note.classText).map(\.key)
        guard
            noted.isEmpty || session.classes.contains(where: { noted.contains($0.key) })
                || ClassCode(session.classText).key == ClassCode(note.classText).key
        else { return false }
        let zone = school.settings.zone
        if let start = note.start {
            let moment = zone.instant(of: session.day, start)
            if zone.time(of: session.start).short == start.short { return true }
            // An unscheduled session begins when somebody comes in, not on the minute.
            return session.start - (session.lesson == nil ? 300 : 0) <= moment && moment < session.end
        }
        guard let at = note.from else { return true }
        let (first, last) = (zone.instant(of: session.day, at), zone.instant(of: session.day, note.to ?? at))
        let really = session.entrants.flatMap(\.stays)
        let from = min(session.start, really.compactMap(\.stay.joined).min() ?? session.start)
        let to = max(session.end, really.compactMap(\.stay.left).max() ?? session.end)
        return from <= last && first <= to
    }

    func notes(on day: Day) -> [ResolvedNote] { notesByDay[day] ?? [] }

    /// Whom removal notes of these days name, wherever they stand in the file; for the reports' holds.
    var removals: [ResolvedNote] {
        notesByDay.values.joined().filter { $0.note.kind == .removed && !$0.note.person.isEmpty }
    }

    /// Removals that are of nobody: such a note would hold nobody back.
    func problems(of days: (Day) -> Bool) -> [Problem] {
        let lookup = PersonLookup(school: school)
        return removals.filter { $0.isOfNobody && days($0.note.day) }.compactMap { removal in
            guard let place = removal.evidence.first else { return nil }
            let near = lookup.nearest(to: removal.note.person)
            let guess = near.isEmpty ? "" : "is it \(near.joined(separator: ", or "))? Else "
            return Problem(
                place.file, line: place.line, code: "removed-nobody",
                "the Person that was removed is nobody of the school, and nobody in that lesson had this name: nobody is on hold by this line",
                fix: "\(guess)write the name as the lesson's page does, or the pupil's id", severity: .warning)
        }
    }

    /// Cells of the timetable that mean nobody of the staff list, each once: such a lesson has no lead or second adult
    /// to be looked for.
    var unknownStaff: [Problem] {
        if school.roster.staff.isEmpty { return [] }
        var named: Set<String> = []
        return school.timetable.rows.flatMap { row in
            [("Lead Staff", row.leadStaff), ("Second Staff", row.secondStaff)].compactMap { column, cell in
                guard !cell.isEmpty, staffByCell[cell] == nil, named.insert(cell).inserted,
                    let place = Evidence(source: row.source), place.file.hasPrefix("timetable.")
                else { return nil }
                return Problem(
                    place.file, line: place.line, code: "unknown-staff",
                    "the \(column) \(PlainText.clean(cell, limit: 60)) of this row is nobody of the staff list",
                    fix: "write the code, the e-mail or the name as the staff list has it", severity: .warning)
            }
        }
    }

    /// Somebody was removed from some session.
    var knowsRemovals: Bool { !removalsByPupil.isEmpty }

    /// Removals of this pupil that lie before the session and that SLT has not cleared by its day.
    func openRemovals(of pupil: Pupil.Index, before session: LinkedSession) -> [ResolvedNote] {
        (removalsByPupil[pupil] ?? []).filter { removal in
            let day = removal.note.day
            guard day <= session.day, !(day == session.day && !isBefore(removal.note, session)) else { return false }
            if school.records.isClearedByName(removal.note, by: session.day) { return false }
            return !(clearedByPupil[pupil] ?? []).contains { day <= $0 && $0 <= session.day }
        }
    }

    private func isBefore(_ note: HostNote, _ session: LinkedSession) -> Bool {
        guard !RecordIndex.isNote(note, on: session, of: school), let time = note.from ?? note.start else {
            return false
        }
        return school.settings.zone.instant(of: note.day, time) < session.start
    }

    func signature(_ kind: Agreement.Kind, of holder: Agreement.Holder, on day: Day) -> Signature {
        Signature(agreements[AgreementKey(kind: kind, holder: holder)] ?? [], on: day)
    }

    /// The member of staff whose Personal Meeting ID this is.
    func staff(withMeetingID id: String) -> StaffMember.Index? { staffByMeeting[meetingKey(id)] }

    /// The pupil whose own account this is: of nobody else, no contact's and no member of staff's.
    func pupil(withAccount email: String) -> Pupil.Index? {
        let email = comparableEmail(email)
        guard matcher.staffByEmail[email] == nil, matcher.contactsByEmail[email] == nil else { return nil }
        return matcher.pupilsByEmail[email]?.soleElement
    }

    // MARK: Making

    private static func notes(
        of school: School, matcher: Matcher, linked: [LinkedSession]
    ) -> (byDay: [Day: [ResolvedNote]], removals: [Pupil.Index: [ResolvedNote]]) {
        var (notesByDay, removalsByPupil) = ([Day: [ResolvedNote]](), [Pupil.Index: [ResolvedNote]]())
        guard !school.records.notes.isEmpty else { return (notesByDay, removalsByPupil) }
        let people = PersonFinder(school)
        var byDay: [Day: [LinkedSession]]?
        for note in school.records.notes {
            var resolved = ResolvedNote(note: note)
            if !note.person.isEmpty {
                resolved.staff = note.kind == .secondAdult ? matcher.staff(named: note.person) : nil
                resolved.pupil = people.pupil(note.person, classes: classCodes(in: note.classText), on: note.day)
                if note.kind == .removed, resolved.pupil == nil, resolved.staff == nil {
                    let sessions = byDay ?? Dictionary(grouping: linked, by: \.day)
                    byDay = sessions
                    let those = (sessions[note.day] ?? []).filter { isNote(note, on: $0, of: school) }
                    resolved.pupil =
                        pupil(called: note, in: those)
                        ?? people.pupil(loosely: note.person, classes: classCodes(in: note.classText), on: note.day)
                    let key = personKey(note.person)
                    resolved.isOfNobody =
                        resolved.pupil == nil && those.contains { $0.hasData }
                        && !those.contains { $0.entrants.contains { $0.isCalled(key) } }
                }
            }
            notesByDay[note.day, default: []].append(resolved)
            if note.kind == .removed, let pupil = resolved.pupil {
                removalsByPupil[pupil, default: []].append(resolved)
            }
        }
        return (notesByDay, removalsByPupil)
    }

    /// Who had this display name in the session that the note is about.
    private static func pupil(called note: HostNote, in sessions: [LinkedSession]) -> Pupil.Index? {
        let key = personKey(note.person)
        var found: Set<Pupil.Index> = []
        for session in sessions {
            for entrant in session.entrants
            where entrant.isCalled(key) && (entrant.link.outcome == .pupil || entrant.link.outcome == .otherClass) {
                if let pupil = entrant.link.pupil { found.insert(pupil) }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
