import HostSystem

/// What `whojoined inspect` says of a roster.
struct RosterInspection: Sendable {
    /// The canonical form.
    var json: JSONValue { content.map { $0.document.json(asOf: $0.asOf) } ?? refusal.json }
    /// The page for people.
    var text: String { content.map { $0.document.page(asOf: $0.asOf) } ?? refusal.text }
    /// 0; 3 when some of it could not be used; 65 when nothing.
    var exitCode: Int32
    var problems: [Problem]
    /// A list that has classes, not only names: what the file's own name says is no sign of a class list.
    var hasClasses: Bool {
        content?.document.classes.isEmpty == false && !problems.contains { $0.code == "class-in-title" }
    }
    /// Each form is made when it is asked for: of a big list that takes as long as reading it.
    fileprivate var content: (document: RosterDocument, asOf: Day)?
    fileprivate var refusal: (json: JSONValue, text: String) = (.null, "")
}

/// Reads a CSV, folder or archive as a roster, as of a day.
func inspectRoster(at path: HostPath, asOf: Day, columns: [String: String] = [:]) -> RosterInspection {
    let name = HostPath(bytes: path.name).text
    do throws(Problem) {
        return inspectRoster(try rosterSource(at: path, name: name), asOf: asOf, columns: columns)
    } catch {
        return refused(.notText, error, more: [])
    }
}

func inspectRoster(_ source: RosterSource, asOf: Day, columns: [String: String] = [:]) -> RosterInspection {
    do throws(RosterRefusal) {
        var document = try readRosterDocument(source.files, RosterReading(asOf: asOf, columns: columns))
        document.problems += source.problems
        let isPartial = document.problems.contains { $0.severity == .error }
        return RosterInspection(
            exitCode: isPartial ? 3 : 0, problems: document.problems, content: (document, asOf))
    } catch {
        return refused(error.code, error.problem, more: source.problems)
    }
}

private func refused(_ code: RosterRefusal.Code, _ problem: Problem, more: [Problem]) -> RosterInspection {
    let json = JSONValue.object([
        ("format", .string("whojoined-roster/1")), ("error", .object([("code", .string(code.rawValue))])),
    ])
    return RosterInspection(
        exitCode: 65, problems: [problem] + more, refusal: (json, "Not usable as a roster: \(problem.what).\n"))
}

// MARK: JSON

extension RosterDocument {
    /// The canonical form: every roster in one shape, whatever its layout.
    func json(asOf: Day) -> JSONValue {
        let statuses = Dictionary(
            pupils.map { ($0.pupil.key, $0.pupil.status) }, uniquingKeysWith: { first, _ in first })
        return .object([
            ("format", .string("whojoined-roster/1")), ("asOf", .string(asOf.iso)),
            (
                "source",
                .object([
                    ("kind", .string(kind)), ("mode", .string(isDelta ? "delta" : "bulk")),
                    ("files", .array(files.map(\.json))),
                ])
            ),
            ("school", .object([("id", JSONValue(schoolID)), ("name", JSONValue(schoolName))])),
            ("terms", .array(terms.map(\.json))), ("staff", .array(staff.map(\.json))),
            ("classes", .array(classes.map(\.json))),
            ("pupils", .array(pupils.map(\.json))),
            (
                "enrolments",
                .array(
                    enrolments.map { enrolment in
                        let isCurrent = (statuses[enrolment.pupil] ?? .current) == .current
                        let isActive =
                            isCurrent && (enrolment.from.map { $0 <= asOf } ?? true)
                            && (enrolment.to.map { asOf <= $0 } ?? true)
                        return enrolment.json(isActive: isActive)
                    })
            ),
            ("teaching", .array(teaching.map(\.json))), ("marks", .array(marks.map(\.json))),
            ("lessons", .array(lessons.map(\.json))),
            ("deletions", deletions.json),
            ("notices", .array(notices.map { .object([("code", .string($0.code)), ("ref", .string($0.ref))]) })),
        ])
    }
}

extension JSONValue {
    fileprivate init(day: Day?) { self.init(day?.iso) }
    fileprivate init(filled text: String) { self.init(text.orNil) }
    fileprivate static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    fileprivate static func name(_ name: PersonName?, hasMiddle: Bool = true) -> JSONValue {
        guard let name else { return .null }
        let middle = hasMiddle ? [("middle", JSONValue(filled: name.middle))] : []
        return .object(
            [("given", JSONValue(filled: name.given))] + middle + [("family", JSONValue(filled: name.family))])
    }
}

extension RosterDocument.File {
    fileprivate var json: JSONValue {
        .object([
            ("name", .string(name)), ("encoding", .string(encoding.rawValue)),
            ("delimiter", .string(String(UnicodeScalar(delimiter)))),
            ("headerRecord", .int(headerRecord)),
        ])
    }
}

extension RosterDocument.Term {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("title", JSONValue(title)), ("type", JSONValue(type)),
            ("start", JSONValue(day: start)), ("end", JSONValue(day: end)),
        ])
    }
}

extension RosterDocument.Staff {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("code", JSONValue(code)), ("title", JSONValue(filled: title)),
            ("given", JSONValue(filled: given)),
            ("family", JSONValue(filled: family)), ("full", JSONValue(filled: full)), ("email", JSONValue(email)),
        ])
    }
}

extension RosterDocument.Class {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("code", JSONValue(code)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("year", JSONValue(year)),
            ("subject", JSONValue(subject)), ("room", JSONValue(room)), ("periods", .strings(periods)),
            ("termIds", .strings(termIDs)),
        ])
    }
}

extension RosterDocument.RosterPupil {
    fileprivate var json: JSONValue {
        let shown = display
        return .object([
            ("key", .string(pupil.key)),
            (
                "ids",
                .object([
                    ("upn", JSONValue(pupil.ids.upn)), ("admissionNo", JSONValue(pupil.ids.admissionNumber)),
                    ("misId", JSONValue(pupil.ids.misID)),
                    ("sourcedId", JSONValue(pupil.ids.sourcedID)),
                ])
            ),
            ("upnStatus", .string(pupil.upnStatus.rawValue)),
            (
                "names",
                .object([
                    (
                        "display",
                        .object([
                            ("given", JSONValue(filled: shown.given)), ("family", JSONValue(filled: shown.family)),
                            ("full", JSONValue(filled: shown.full)),
                        ])
                    ), ("main", .name(pupil.main)), ("legal", .name(pupil.legal)),
                    ("preferred", .name(pupil.preferred, hasMiddle: false)),
                ])
            ),
            ("year", JSONValue(pupil.year)), ("regGroup", JSONValue(pupil.registrationGroup)),
            ("sen", JSONValue(pupil.sen?.rawValue)),
            ("email", JSONValue(pupil.email)), ("status", .string(pupil.status.rawValue)),
            ("startsOn", JSONValue(day: pupil.startsOn)),
            ("leftOn", JSONValue(day: pupil.leftOn)), ("salutation", JSONValue(pupil.salutation)),
            ("contacts", .array(pupil.contacts.map(\.json))),
        ])
    }
}

extension Contact {
    fileprivate var json: JSONValue {
        .object([
            ("order", .int(order)), ("id", JSONValue(id)), ("priority", JSONValue(priority)),
            ("title", JSONValue(filled: title)),
            ("given", JSONValue(filled: given)), ("family", JSONValue(filled: family)),
            ("full", JSONValue(filled: full)),
            ("relationship", JSONValue(relationship)), ("parentalResponsibility", JSONValue(parentalResponsibility)),
            ("restriction", .string(restriction.rawValue)), ("mayContact", JSONValue(mayContact)),
            ("email", JSONValue(email)), ("phone", JSONValue(phone)),
        ])
    }
}

extension RosterDocument.Enrolment {
    fileprivate func json(isActive: Bool) -> JSONValue {
        .object([
            ("id", JSONValue(id)), ("pupil", .string(pupil)), ("class", .string(classID)),
            ("from", JSONValue(day: from)), ("to", JSONValue(day: to)),
            ("active", .bool(isActive)),
        ])
    }
}

extension RosterDocument.Teaching {
    fileprivate var json: JSONValue {
        .object([
            ("class", .string(classID)), ("staff", .string(staff)), ("role", .string(role)),
            ("primary", JSONValue(isPrimary)), ("from", JSONValue(day: from)),
            ("to", JSONValue(day: to)),
        ])
    }
}

extension RosterDocument.Mark {
    fileprivate var json: JSONValue {
        .object([
            ("ref", .string(ref)), ("date", .string(day.iso)), ("session", .string(half.rawValue)),
            ("code", JSONValue(code)),
            ("category", .string(category.rawValue)),
        ])
    }
}

extension RosterDocument.Lesson {
    fileprivate var json: JSONValue {
        .object([
            ("class", .string(classID)), ("week", JSONValue(week)), ("day", .string(day)), ("period", .string(period)),
            ("room", JSONValue(room)),
            ("staff", JSONValue(staff)),
        ])
    }
}

extension RosterDocument.Deletions {
    fileprivate var json: JSONValue {
        .object([
            ("pupils", .strings(pupils)), ("staff", .strings(staff)), ("contacts", .strings(contacts)),
            ("classes", .strings(classes)),
            ("enrolments", .strings(enrolments)), ("schools", .strings(schools)), ("terms", .strings(terms)),
        ])
    }
}

// MARK: Text

extension RosterDocument {
    /// What this is, how it was recognised, what was read and what is unusable: counts and headers, no names.
    func page(asOf: Day) -> String {
        var lines = [
            "This is a roster: \(kindInWords)\(isDelta ? " (changes only)" : "").",
            "Read as of \(asOf.long) \(asOf.year).",
        ]
        for file in files {
            let separator =
                ["\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"][String(UnicodeScalar(file.delimiter))] ?? "?"
            lines.append(
                "  \(file.name): \(file.encoding.rawValue), separated by \(separator), column headings in row \(file.headerRecord)"
            )
        }
        lines += summaries.map { "  " + place(in: $0.file, line: $0.line) + ": " + $0.what }
        let left = pupils.count { $0.pupil.status == .left }
        let contacts = pupils.flatMap(\.pupil.contacts)
        lines.append("Pupils: \(pupils.count)\(left > 0 ? ", of them \(left) left" : "")")
        lines.append("Classes: \(classes.count), enrolments: \(enrolments.count), staff: \(staff.count)")
        lines.append(
            "Contacts: \(contacts.count) (may be written to: \(contacts.count { $0.mayContact == true }), must not: \(contacts.count { $0.mayContact == false }), a person decides: \(contacts.count { $0.mayContact == nil }))"
        )
        if !marks.isEmpty { lines.append("Attendance marks: \(marks.count)") }
        if !lessons.isEmpty {
            lines.append(
                "Lessons of the timetable: \(lessons.count) (periods without clock times: timetable.csv still says when)"
            )
        }
        for (code, count) in Dictionary(grouping: notices, by: \.code).mapValues(\.count).sorted(by: { $0.key < $1.key }
        ) {
            lines.append("Notice: \(noticeInWords[code] ?? code) (\(count))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var kindInWords: String {
        switch kind {
        case "oneroster-1.1": "OneRoster 1.1, recognised by its manifest or its users"
        case "oneroster-1.2": "OneRoster 1.2, recognised by its manifest or its users and roles"
        case "clever": "a Clever set, recognised by students, sections and enrollments"
        case "apple-school-manager": "an Apple School Manager set, recognised by students, classes and rosters"
        case "sds-v1": "Microsoft School Data Sync V1, recognised by Student and Section with SIS ID"
        case "sds-v1-uk": "Microsoft School Data Sync V1 with UK headers, recognised by Student and Section"
        case "sds-v2.1": "Microsoft School Data Sync V2.1, recognised by orgs, users and roles without a manifest"
        case "marks": "attendance marks, recognised by their columns"
        case "lessons": "a lesson timetable, recognised by its columns"
        default: "flat tables, recognised by their column headings"
        }
    }
}

private let noticeInWords: [String: String] = [
    "account-suspended": "accounts that are suspended", "bulk-status": "rows marked as deleted in a full export",
    "combined-contact": "contacts that are two people in one",
    "contact-tie": "pupils with two contacts of one priority",
    "court-column-missing": "no column says whether a court order stands",
    "dangling": "rows that name a pupil or class that is not there", "footer-row-skipped": "a closing line was skipped",
    "mononym": "pupils with one name only",
    "name-lossy": "names that lost letters in the export (?)",
    "name-not-split": "names in one column that cannot be split", "not-a-pupil": "accounts that are not pupils",
    "phone-zero-restored": "telephone numbers whose leading 0 was restored",
    "pr-column-missing": "no column says who has parental responsibility",
    "same-full-name": "full names that several pupils share",
    "title-rows-skipped": "title lines above the headings were skipped",
    "upn-bad": "UPNs whose check letter is wrong", "upn-duplicate": "UPNs that two pupils share",
]
