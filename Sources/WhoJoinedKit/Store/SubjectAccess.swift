import HostSystem

/// Everything that is held of one pupil, in one document: what a family may ask for. Their own data only; a UPN is not
/// printed.
struct SubjectAccess: Sendable {
    let json: JSONValue

    init(_ story: PupilStory, school: School, history: History?, days: ClosedRange<Day>) throws(StoreError) {
        let zone = school.settings.zone
        let pupil = school.roster.pupils[story.pupil]
        let book = FamilyBook(school)
        let barred = pupil.contacts.filter { book.isBarred($0, fromFamilyOf: story.pupil) }
        let stays = try SubjectAccess.stays(of: story.pupil, in: school, history: history, days: days)
        json = .object([
            ("schema", .string("whojoined-subject-access/1")),
            ("school", .string(PlainText.clean(school.settings.name))),
            ("pupil", SubjectAccess.person(story.pupil, school)),
            (
                "contacts",
                .array(
                    pupil.contacts.sorted { $0.order < $1.order }.map { SubjectAccess.contact($0, barred.contains($0)) }
                )
            ),
            (
                "absences",
                .array(
                    school.records.absences.filter { $0.pupil == story.pupil }.map { SubjectAccess.absence($0, zone) })
            ),
            (
                "approvals",
                .array(school.records.approvals.filter { $0.pupil == story.pupil }.map(SubjectAccess.approval))
            ),
            (
                "agreements",
                .array(
                    school.records.agreements.filter { $0.holder == .pupil(story.pupil) }
                        .map(SubjectAccess.agreement))
            ),
            (
                "decisions",
                .array(
                    school.records.decisions.filter { $0.pupil == story.pupil }.map {
                        SubjectAccess.decision($0, barred)
                    })
            ),
            ("notes", .array(SubjectAccess.notes(of: story.pupil, school).map { SubjectAccess.note($0) })),
            ("history", story.json(zone)),
            ("stays", .array(stays)),
        ])
    }

    private static func agreement(_ agreement: Agreement) -> JSONValue {
        .object([
            ("kind", .string(agreement.kind.rawValue)), ("signedOn", .string(agreement.signedOn.iso)),
            ("until", JSONValue(agreement.until?.iso)),
        ])
    }

    private static func text(_ text: String?) -> JSONValue { JSONValue(text.map { PlainText.clean($0, limit: 1000) }) }

    private static func person(_ index: Pupil.Index, _ school: School) -> JSONValue {
        let pupil = school.roster.pupils[index]
        let names = [("main", pupil.main), ("legal", pupil.legal), ("preferred", pupil.preferred)].compactMap {
            kind, name in
            name.map {
                (
                    kind,
                    JSONValue.object([
                        ("given", text($0.given)), ("middle", text($0.middle)), ("family", text($0.family)),
                    ])
                )
            }
        }
        let classes = school.roster.enrolments.filter { $0.pupil == index }
            .map { JSONValue.string(PlainText.clean(school.roster.classes[$0.classIndex].code.text)) }
        return .object([
            ("id", text(pupil.id.text)), ("admissionNumber", text(pupil.ids.admissionNumber)),
            ("hasUPN", .bool(pupil.ids.upn != nil)),
            ("names", .object(names)), ("year", text(pupil.year)), ("registrationGroup", text(pupil.registrationGroup)),
            ("classes", .array(classes)),
            ("email", text(pupil.email)), ("startsOn", JSONValue(pupil.startsOn?.iso)),
            ("leftOn", JSONValue(pupil.leftOn?.iso)),
            ("language", text(pupil.language)),
        ])
    }

    /// In the place of what is held of an adult who must have no contact: the document may go to the other parent.
    private static let withheld = "[withheld: ask the safeguarding lead]"

    private static func contact(_ contact: Contact, _ isBarred: Bool) -> JSONValue {
        let name = contact.full.isEmpty ? "\(contact.given) \(contact.family)" : contact.full
        return .object([
            ("order", .int(contact.order)), ("name", text(isBarred ? withheld : name)),
            ("relationship", text(isBarred ? nil : contact.relationship)),
            ("email", text(isBarred ? nil : contact.email)), ("phone", text(isBarred ? nil : contact.phone)),
            ("mayContact", JSONValue(contact.mayContact)),
        ])
    }

    private static func absence(_ absence: KnownAbsence, _ zone: SchoolZone) -> JSONValue {
        .object([
            ("from", .string(zone.wallTime(of: absence.span.start).iso)),
            ("to", .string(zone.wallTime(of: absence.span.end).iso)),
            ("reason", text(absence.reason)),
        ])
    }

    private static func approval(_ approval: Approval) -> JSONValue {
        .object([
            ("kind", .string(approval.kind.rawValue)), ("from", .string(approval.from.iso)),
            ("to", .string(approval.to.iso)),
            ("approvedBy", text(approval.approvedBy)), ("reason", text(approval.reason)),
        ])
    }

    private static func decision(_ decision: Decision, _ barred: [Contact]) -> JSONValue {
        let isWithheld = barred.contains { contact in
            [contact.email ?? "", contact.full, "\(contact.given) \(contact.family)", contact.phone ?? ""]
                .contains { sign in
                    !sign.isEmpty
                        && [decision.displayName.text, decision.email ?? ""].contains {
                            settledKey($0) == settledKey(sign)
                        }
                }
        }
        return .object([
            ("displayName", text(isWithheld ? withheld : decision.displayName.text)),
            ("email", text(isWithheld ? nil : decision.email)),
            ("is", .string(decision.isA.rawValue)), ("by", text(decision.by)),
        ])
    }

    private static func notes(of pupil: Pupil.Index, _ school: School) -> [HostNote] {
        let lookup = PersonLookup(school: school)
        return school.records.notes.filter { !$0.person.isEmpty && lookup.pupilsMeant(by: $0.person) == [pupil] }
    }

    private static func note(_ note: HostNote) -> JSONValue {
        .object([
            ("date", .string(note.day.iso)), ("class", text(note.classText)), ("kind", .string(note.kind.rawValue)),
            ("text", text(note.text)),
            ("by", text(note.by)),
        ])
    }

    /// The pupil's own rows in the exports whose rows are kept.
    private static func stays(of pupil: Pupil.Index, in school: School, history: History?, days: ClosedRange<Day>)
        throws(StoreError) -> [JSONValue]
    {
        guard let history else { return [] }
        let zone = school.settings.zone
        var rows: [JSONValue] = []
        for (entrant, session) in try history.entrants(in: days, of: school)
        where entrant.link.pupil == pupil && [.pupil, .otherClass].contains(entrant.link.outcome) {
            for placed in entrant.stays + entrant.waiting {
                rows.append(
                    .object([
                        ("export", text(session.exports[placed.export].file)), ("line", .int(placed.stay.line)),
                        ("displayName", text(entrant.displayName.text)),
                        ("email", text(entrant.email)),
                        ("joined", JSONValue(placed.stay.joined.map { zone.wallTime(of: $0).iso })),
                        ("left", JSONValue(placed.stay.left.map { zone.wallTime(of: $0).iso })),
                    ]))
            }
        }
        return rows
    }
}

extension History {
    /// Every entrant of the exports whose rows are kept, linked, with the session.
    func entrants(in days: ClosedRange<Day>, of school: School) throws(StoreError) -> [(
        entrant: LinkedEntrant, session: LinkedSession
    )] {
        let exports = try stays(in: days).map(\.export)
        let finder = SessionFinder(school)
        let sessions = finder.place(exports).meetings.map(finder.linkedSession)
        return sessions.flatMap { session in session.entrants.map { ($0, session) } }
    }
}
