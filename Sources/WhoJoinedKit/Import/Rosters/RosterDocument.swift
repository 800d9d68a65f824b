import DelimitedText

/// One roster as it was read: one form for all layouts, before several are merged into the school's `Roster`.
struct RosterDocument: Sendable {
    struct File: Sendable {
        var name: String
        var encoding: TextEncoding
        var delimiter: UInt8
        var headerRecord: Int
    }
    struct Term: Sendable {
        var id: String
        var title: String?
        var type: String?
        var start: Day?
        var end: Day?
    }
    struct Staff: Sendable {
        var id: String
        var code: String?
        var title = ""
        var given = ""
        var family = ""
        var full = ""
        var email: String?
        var phone: String?
        var personalMeetingID: String?
        /// Another number that the MIS has for the person: what outputs print when there is no code.
        var identifier: String?
    }
    struct Class: Sendable {
        var id: String
        var code: String?
        var name: String
        var kind = SchoolClass.Kind.unspecified
        var year: String?
        var subject: String?
        var room: String?
        var periods: [String] = []
        var termIDs: [String] = []
        /// Where it is first named, if it has no row of its own.
        var file: String?
        var line: Int?
    }
    struct RosterPupil: Sendable {
        var pupil: Pupil
        /// A name in one cell without a comma: kept, never split.
        var unsplitName: String?
        /// Marked as left, without a date.
        var isMarkedLeft = false
        var file: String
        var line: Int
        var record: Int
        /// The day of which its list speaks.
        var age: Day?
        /// A newer list has the pupil's class without the pupil: which.
        var newerList: String?
        /// The column names of its list: two lists of one make hold different pupils, not two views of the same.
        var columns = ""

        /// As messages say where the pupil stands.
        var place: String { WhoJoinedKit.place(in: file, line: line) }

        /// Words of all names the list has for the pupil, lower case.
        var nameWords: Set<String> {
            let names =
                [pupil.main, pupil.legal, pupil.preferred].compactMap { $0 }.flatMap { [$0.given, $0.family] } + [
                    unsplitName ?? ""
                ]
            return Set(
                names.flatMap {
                    $0.lowercased().utf8.split { $0 == .space || $0 == .hyphen }.map { String(Substring($0)) }
                })
        }

        func namesAgree(with other: RosterPupil) -> Bool {
            let (a, b) = (nameWords, other.nameWords)
            return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
        }

        /// Takes from another list what this one does not say. Contacts are another step.
        mutating func fill(from other: RosterPupil) {
            let new = other.pupil
            pupil.ids.upn = pupil.ids.upn ?? new.ids.upn
            if pupil.upnStatus == .none { pupil.upnStatus = new.upnStatus }
            pupil.ids.admissionNumber = pupil.ids.admissionNumber ?? new.ids.admissionNumber
            pupil.ids.misID = pupil.ids.misID ?? new.ids.misID
            pupil.ids.sourcedID = pupil.ids.sourcedID ?? new.ids.sourcedID
            pupil.main = pupil.main ?? new.main
            pupil.legal = pupil.legal ?? new.legal
            pupil.preferred = pupil.preferred ?? new.preferred
            pupil.year = pupil.year ?? new.year
            pupil.registrationGroup = pupil.registrationGroup ?? new.registrationGroup
            pupil.sen = pupil.sen ?? new.sen
            pupil.email = pupil.email ?? new.email
            pupil.startsOn = pupil.startsOn ?? new.startsOn
            pupil.leftOn = pupil.leftOn ?? new.leftOn
            pupil.rollDoubt = pupil.rollDoubt ?? new.rollDoubt
            pupil.salutation = pupil.salutation ?? new.salutation
            pupil.language = pupil.language ?? new.language
            pupil.agreementSignedOn = pupil.agreementSignedOn ?? new.agreementSignedOn
            if age == nil || other.age == nil || age == other.age { isMarkedLeft = isMarkedLeft || other.isMarkedLeft }
            if file != other.file { newerList = nil }
        }

        var display: (given: String, family: String, full: String) {
            let name = pupil.display
            return (name.given, name.family, name.family.isEmpty ? (unsplitName ?? name.given) : name.full)
        }
    }
    struct Enrolment: Sendable {
        var id: String?
        var pupil: String
        var classID: String
        var from: Day?
        var to: Day?
        var isInDoubt = false
    }
    struct Teaching: Sendable, Hashable {
        var classID: String
        var staff: String
        var role: String
        var isPrimary: Bool?
        var from: Day?
        var to: Day?
    }
    struct Mark: Sendable {
        var ref: String
        /// As the row writes it, for a pupil whom no number tells.
        var name: String?
        var group: String?
        var day: Day
        var half: AttendanceMark.Half
        var code: String?
        var category: MarkCategory
        var line: Int
        var file: String
    }
    struct Lesson: Sendable, Hashable {
        var classID: String
        var week: Int?
        var day: String
        var period: String
        var room: String?
        var staff: String?
    }
    struct Deletions: Sendable {
        var pupils: [String] = []
        var staff: [String] = []
        var contacts: [String] = []
        var classes: [String] = []
        var enrolments: [String] = []
        var schools: [String] = []
        var terms: [String] = []
    }
    struct Notice: Sendable, Hashable {
        var code: String
        var ref: String
    }

    var kind: String
    /// What each file was taken for, as `check` says it.
    var summaries: [Problem] = []
    var isDelta = false
    var files: [File] = []
    var schoolID: String?
    var schoolName: String?
    var terms: [Term] = []
    var staff: [Staff] = []
    var classes: [Class] = []
    var pupils: [RosterPupil] = []
    var enrolments: [Enrolment] = []
    var teaching: [Teaching] = []
    var marks: [Mark] = []
    /// Of which the day or the half cannot be read.
    var undatedMarks: [Mark] = []
    var lessons: [Lesson] = []
    var deletions = Deletions()
    var notices: [Notice] = []
    var unread: [UnreadRow] = []
    var problems: [Problem] = []
    /// False when the format cannot say who may be written to (OneRoster, SDS).
    var saysWhoMayBeContacted = true
    var hasAgreements = false

    init(kind: String) { self.kind = kind }

    mutating func add(_ table: RosterTable) {
        files.append(
            File(
                name: table.name, encoding: table.encoding, delimiter: table.delimiter, headerRecord: table.headerRecord
            ))
        problems += table.problems
        unread += table.unread
        if table.hasTitleRows { notices.append(Notice(code: "title-rows-skipped", ref: table.name)) }
        if table.hasFooterRow { notices.append(Notice(code: "footer-row-skipped", ref: table.name)) }
    }

    mutating func addStaff(_ member: Staff) {
        if !staff.contains(where: { $0.id == member.id }) { staff.append(member) }
    }

    mutating func addClass(_ new: Class) {
        if let i = classes.firstIndex(where: { $0.id == new.id }) {
            classes[i].subject = classes[i].subject ?? new.subject
        } else {
            classes.append(new)
        }
    }

    /// Sorts every list by the keys that the listing promises, and adds what is noticed of names and identifiers.
    mutating func finish() {
        notices += noticesOfPupils(pupils)
        files.sort { $0.name < $1.name }
        terms.sort { $0.id < $1.id }
        staff.sort { $0.id < $1.id }
        classes.sort { $0.id < $1.id }
        pupils.sort { $0.pupil.key < $1.pupil.key }
        enrolments.sort { ($0.classID, $0.pupil, $0.id ?? "") < ($1.classID, $1.pupil, $1.id ?? "") }
        teaching.sort { ($0.classID, $0.staff, $0.role) < ($1.classID, $1.staff, $1.role) }
        marks.sort { ($0.ref, $0.day.number, $0.half.rawValue) < ($1.ref, $1.day.number, $1.half.rawValue) }
        lessons.sort {
            ($0.classID, $0.week ?? 0, $0.day, $0.period, $0.staff ?? "") < (
                $1.classID, $1.week ?? 0, $1.day, $1.period, $1.staff ?? ""
            )
        }
        for list in [\Deletions.pupils, \.staff, \.contacts, \.classes, \.enrolments, \.schools, \.terms] {
            deletions[keyPath: list].sort()
        }
        notices = Set(notices).sorted { ($0.code, $0.ref) < ($1.code, $1.ref) }
    }
}

private func noticesOfPupils(_ pupils: [RosterDocument.RosterPupil]) -> [RosterDocument.Notice] {
    var found: [RosterDocument.Notice] = []
    var byName: [String: [String]] = [:]
    for entry in pupils {
        let (pupil, shown) = (entry.pupil, entry.display)
        func note(_ code: String) { found.append(.init(code: code, ref: pupil.key)) }
        if !shown.full.isEmpty { byName[shown.full.lowercased(), default: []].append(pupil.key) }
        if [pupil.main, pupil.legal, pupil.preferred].contains(where: { $0?.isLossy == true })
            || entry.unsplitName.map(isLossy) == true
        {
            note("name-lossy")
        }
        if entry.unsplitName != nil, shown.given.isEmpty, shown.family.isEmpty {
            note("name-not-split")
        } else if shown.given.isEmpty != shown.family.isEmpty {
            note("mononym")
        }
        switch pupil.upnStatus {
        case .bad: note("upn-bad")
        case .duplicate: note("upn-duplicate")
        default: break
        }
        let priorities = pupil.contacts.compactMap(\.priority)
        if Set(priorities).count < priorities.count { note("contact-tie") }
        if pupil.contacts.contains(where: { isCombined($0.title) || isCombined($0.full) }) { note("combined-contact") }
    }
    for keys in byName.values where keys.count > 1 {
        found.append(.init(code: "same-full-name", ref: keys.sorted().joined(separator: "+")))
    }
    return found
}

/// Letters were lost on the way.
private func isLossy(_ text: String) -> Bool { text.utf8.contains(.questionMark) || text.utf8.containsText("\u{FFFD}") }

extension PersonName {
    fileprivate var isLossy: Bool { [given, middle, family].contains { WhoJoinedKit.isLossy($0) } }
}

/// `Mr and Mrs Shah`, `Mr & Dr`: two titles joined.
private func isCombined(_ text: String) -> Bool {
    if !text.utf8.contains(UInt8(ascii: "&")), !text.lowercased().utf8.containsText(" and ") { return false }
    let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady", "mme", "m", "master",
    ]
    let words = text.lowercased().split { $0 == " " || $0 == "." }.map(String.init)
    for i in words.indices.dropFirst().dropLast() where words[i] == "&" || words[i] == "and" {
        if titles.contains(words[i - 1]), titles.contains(words[i + 1]) { return true }
    }
    return false
}

extension RosterDocument {
    /// Adds a pupil with the status of that day.
    mutating func add(_ entry: RosterPupil, asOf: Day?) {
        var entry = entry
        let (left, starts) = (entry.pupil.leftOn, entry.pupil.startsOn)
        if entry.isMarkedLeft || asOf != nil && left != nil && left! < asOf! {
            entry.pupil.status = .left
        } else if asOf != nil, starts != nil, starts! > asOf! {
            entry.pupil.status = .future
        }
        pupils.append(entry)
    }

    /// Files without which a set does not say everything.
    mutating func demand(_ stems: [String], of tables: NamedTables, set: String, isError: Bool = true) {
        for stem in stems where tables[stem.lowercased()] == nil {
            problems.append(
                Problem(
                    "\(stem).csv", code: "missing-file", "this file of the \(set) set is not there or not readable",
                    fix: "export the whole set again", severity: isError ? .error : .warning))
        }
    }

    /// An identifier of a set stands for one pupil: of rows that say the same the first counts.
    mutating func dropRepeatedPupils() {
        var first: [String: RosterPupil] = [:]
        var kept: [RosterPupil] = []
        for entry in pupils {
            guard let known = first[entry.pupil.key] else {
                first[entry.pupil.key] = entry
                kept.append(entry)
                continue
            }
            let isSame = known.namesAgree(with: entry)
            if !isSame { kept.append(entry) }
            problems.append(
                Problem(
                    entry.file, line: entry.line, code: "pupil-twice",
                    isSame
                        ? "this pupil stands in the set twice and is counted once"
                        : "the identifier of this row is another pupil's too, with another name",
                    fix: "correct the identifier in the MIS, and export the set again"))
        }
        pupils = kept
    }

    /// Two pupils with one UPN are two pupils, and nobody can tell whose it is.
    mutating func markDuplicateUPNs() {
        let upns = pupils.map(\.pupil.ids.upn)
        let owners = upns.occurrences
        if owners.count == pupils.count { return }
        for i in pupils.indices where pupils[i].pupil.upnStatus == .ok || pupils[i].pupil.upnStatus == .temporary {
            if let upn = upns[i], owners[upn] ?? 0 > 1 { pupils[i].pupil.upnStatus = .duplicate }
        }
    }
}
