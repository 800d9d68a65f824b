import DelimitedText

/// What all writers of a run share, made once: names and ids as they are printed, classes of pupils, the zone.
final class ReportContext: Sendable {
    let result: WeekResult
    /// `WeekResult.findings`, put together once.
    let findings: [Finding]
    /// Those that senior leaders may read.
    let sltFindings: [Finding]
    let school: School
    let zone: SchoolZone
    /// Cleaned.
    let pupilNames: SideTable<Pupil, String>
    let pupilIDs: SideTable<Pupil, String>
    /// Another pupil of the school has the same name.
    private let hasNamesake: SideTable<Pupil, Bool>
    let staffNames: SideTable<StaffMember, String>
    let staffCodes: SideTable<StaffMember, String>
    private let staffOfCode: [String: StaffMember.Index]
    let classes: ClassBook
    /// Initials in the place of names: for a screen that others see.
    private let veil: NameVeil?

    /// - Parameter isForScreen: people are shown by their initials.
    init(_ result: WeekResult, isForScreen: Bool = false) {
        let veil = isForScreen ? NameVeil(result) : nil
        (self.result, self.veil) = (result, veil)
        findings = result.findings
        sltFindings = findings.filter { !$0.audiences.isForLeadAlone }
        school = result.school
        zone = result.school.settings.zone
        let roster = result.school.roster
        let names = SideTable(for: roster.pupils) { PlainText.shown($0.display.full) }
        pupilNames = veil.map { veil in SideTable(for: roster.pupils) { veil.initials($0.display.full) } } ?? names
        pupilIDs = SideTable(for: roster.pupils) { PlainText.clean($0.id.text) }
        var owners: [String: Pupil.Index] = [:]
        var hasNamesake = SideTable(for: roster.pupils, repeating: false)
        for pupil in names.typedIndices {
            if let other = owners.updateValue(pupil, forKey: names[pupil]) {
                (hasNamesake[pupil], hasNamesake[other]) = (true, true)
            }
        }
        self.hasNamesake = hasNamesake
        staffNames = SideTable(for: roster.staff) { member in
            let parts = PlainText.clean([member.given, member.family].filter { !$0.isEmpty }.joined(separator: " "))
            let name = parts.isEmpty ? PlainText.shown(member.full) : parts
            return veil?.initials(name) ?? name
        }
        staffCodes = SideTable(for: roster.staff) { PlainText.clean($0.code) }
        staffOfCode = Dictionary(
            staffCodes.typedIndices.map { [staffCodes] in (staffCodes[$0].lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        classes = ClassBook(result)
    }

    /// `Khan, Aisha`: for lists that people look names up in. Namesakes have their ids behind them.
    func sortName(_ pupil: Pupil.Index) -> String { veil == nil ? rosterName(pupil) : pupilNames[pupil] }

    /// The same whoever may see it: to sort by.
    func rosterName(_ pupil: Pupil.Index) -> String {
        let text = familyFirst(pupil)
        return hasNamesake[pupil] ? "\(text) (\(pupilIDs[pupil]))" : text
    }

    /// The same without an id, for tables that have a column for it.
    func familyFirst(_ pupil: Pupil.Index) -> String {
        let name = school.roster.pupils[pupil].display
        return PlainText.shown(
            name.family.isEmpty || name.given.isEmpty ? name.family + name.given : name.family + ", " + name.given)
    }

    /// `Khan, Aisha (1001)`
    func identified(_ pupil: Pupil.Index) -> String {
        hasNamesake[pupil] || isForScreen ? sortName(pupil) : "\(sortName(pupil)) (\(pupilIDs[pupil]))"
    }

    var isForScreen: Bool { veil != nil }

    /// What an entrant is called, for a page.
    func shown(_ entrant: LinkedEntrant) -> String {
        let name = PlainText.shown(entrant.displayName.text)
        guard let veil else { return name }
        return entrant.link.outcome == .unnamed ? veil.veiled(name) : veil.initials(name)
    }

    /// Whom a finding is about.
    func name(of finding: Finding) -> String {
        if let pupil = finding.pupil, isForScreen { return pupilNames[pupil] }
        let name = PlainText.shown(finding.name)
        return veil?.initials(name) ?? name
    }

    /// A sentence that may name people.
    func text(_ text: String, limit: Int) -> String {
        let clean = PlainText.clean(text, limit: limit)
        return veil?.veiled(clean) ?? clean
    }

    /// `09:02-10:00`; as much of it as the export tells.
    func times(of entrant: LinkedEntrant) -> String {
        guard let from = entrant.stays.compactMap(\.stay.joined).min() else { return SharedWords.noTime }
        guard let to = entrant.stays.compactMap(\.stay.left).max() else { return "\(time(from))-" }
        return "\(time(from))-\(time(to))"
    }

    /// Who must not be admitted, by day, then name.
    var holds: [Hold] {
        Hold.open(in: result).map { (hold: $0, name: name(of: $0)) }
            .sorted { ($0.hold.day, $0.name) < ($1.hold.day, $1.name) }.map(\.hold)
    }
    func name(of hold: Hold) -> String {
        let person = PlainText.shown(hold.person)
        return hold.pupil.map(sortName) ?? veil?.initials(person) ?? person
    }
    func text(of hold: Hold) -> String { PlainText.clean(hold.text, limit: 300) }

    /// The name behind a cell of the timetable where it is a code of the staff list; else the cell.
    func staffName(ofCell cell: String) -> String {
        let cell = PlainText.clean(cell)
        return cell.isEmpty ? SharedWords.noLead : staffOfCode[cell.lowercased()].map { staffNames[$0] } ?? cell
    }

    /// Whether the roster marks special needs: for staff to know, never in a family's list or letter.
    func isSEND(_ pupil: Pupil.Index) -> Bool {
        switch school.roster.pupils[pupil].sen {
        case .support, .plan, .other: true
        case nil, .some(Pupil.SEN.none): false
        }
    }
    func isSEND(_ finding: Finding) -> Bool { finding.subject == .pupil && finding.pupil.map(isSEND) ?? false }

    /// `09:04`
    func time(_ moment: Instant) -> String { zone.time(of: moment).short }
    /// `09:04:10`; empty for a moment that is not known.
    func fullTime(_ moment: Instant?) -> String { moment.map { zone.time(of: $0).full } ?? "" }
    /// What all rows of a session begin with: `session,date,start,class`.
    func sessionCells(_ session: LinkedSession) -> [String] {
        [session.key, session.day.iso, fullTime(session.start), PlainText.clean(session.classText)]
    }
    /// `Mon 16 Nov 09:00 Maths`, of a session by its place.
    func lessonWords(_ index: Int) -> String {
        let session = result.sessions[index].session
        let subject = PlainText.clean(session.subject)
        return "\(session.day.short) \(time(session.start))\(subject.isEmpty ? "" : " \(subject)")"
    }
    /// `4B Maths, Mon 16 Nov 09:00`
    func title(of session: LinkedSession) -> String {
        let name = [session.classText, session.subject].map { PlainText.clean($0) }.filter { !$0.isEmpty }.joined(
            separator: " ")
        return "\(name.isEmpty ? SharedWords.noClass : name), \(session.day.short) \(time(session.start))"
    }

    /// Stays whose times are known, united: overlapping and touching ones are one.
    static func spans(of stays: [PlacedStay]) -> [Interval] {
        var known = stays.compactMap { placed in
            placed.stay.joined.flatMap { from in placed.stay.left.map { Interval(from, max(from, $0)) } }
        }
        if known.count <= 1 { return known }
        known.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        var united: [Interval] = []
        united.reserveCapacity(known.count)
        for span in known {
            if let last = united.last, span.start <= last.end {
                united[united.count - 1].end = max(last.end, span.end)
            } else {
                united.append(span)
            }
        }
        return united
    }
}
