import HostSystem

/// Makes one `Roster` of all documents of `roster/`: pupils, staff and classes that several of them hold become one. Who
/// of one list is who of another, `ListedPupils` says.
struct RosterMerger {
    private(set) var roster = Roster()
    private(set) var problems: [Problem] = []
    private var known: ListedPupils
    private var classPlaces: [String: SchoolClass.Index] = [:]
    private var spellings = ClassSpellings()
    private var enrolmentPlaces: [PupilInClass: [Enrolment.Index]] = [:]

    private struct PupilInClass: Hashable {
        var pupil: Pupil.Index
        var classIndex: SchoolClass.Index
    }

    /// - Parameter documents: full ones in any order; changes (deltas) are laid over them in the order given.
    init(_ documents: [RosterDocument]) {
        let full = documents.filter { !$0.isDelta }
        let changed = documents.filter(\.isDelta).reduce(full) { $1.laidOver($0) }
        known = ListedPupils(of: changed)
        spellings = ClassSpellings(changed)
        problems += spellings.problems
        for document in changed { add(document) }
        leaveOlder()
        reportNamesakes()
        reportYears()
        roster.pupilLists = Set(changed.lazy.flatMap(\.pupils).map(\.file)).sorted()
        roster.unread = changed.flatMap(\.unread)
        roster.summaries = changed.flatMap(\.summaries)
        roster.staff = StaffMerger(changed).staff
        addMarks(of: changed)
        giveIDs()
        reportWithoutClass()
        roster.hasContacts = roster.pupils.contains { !$0.contacts.isEmpty }
        roster.saysWhoMayBeContacted = changed.contains {
            $0.saysWhoMayBeContacted && $0.pupils.contains { !$0.pupil.contacts.isEmpty }
        }
        roster.hasAgreements = changed.contains(where: \.hasAgreements)
    }

    // MARK: Pupils

    private mutating func add(_ document: RosterDocument) {
        var classes: [String: SchoolClass.Index] = [:]
        for entry in document.classesToldApart { classes[entry.id] = place(entry) }
        let groups = known.areOfSeveralLists ? classesOfPupils(document, classes) : [:]
        var indices: [String: Pupil.Index] = [:]
        indices.reserveCapacity(document.pupils.count)
        roster.pupils.reserveCapacity(roster.pupils.count + document.pupils.count)
        for entry in document.pupils {
            let own = groups[entry.pupil.key] ?? []
            let index = same(as: entry, own).map { merge(entry, into: $0, document) } ?? append(entry, own)
            indices[entry.pupil.key] = index
            known.addIDs(of: roster.pupils[index], at: index)
        }
        for entry in document.enrolments {
            guard let pupil = indices[entry.pupil], let at = classes[entry.classID] else { continue }
            enrol(
                Enrolment(
                    pupil: pupil, classIndex: at, from: entry.from, to: entry.to, isInDoubt: entry.isInDoubt))
        }
    }

    /// The pupil of an earlier list who is this one; an identifier of somebody else is said.
    private mutating func same(as entry: RosterDocument.RosterPupil, _ own: Set<String>) -> Pupil.Index? {
        switch known.find(entry, own, among: roster.pupils) {
        case .one(let index): return index
        case .nobody: return nil
        case .clash:
            problems.append(
                Problem(
                    entry.file, line: entry.line, code: "id-clash",
                    "another list gives this pupil's identifier to somebody with another name; both are kept as two pupils",
                    fix: "correct the identifier in the MIS, or remove the older list"))
            return nil
        }
    }

    private func classesOfPupils(_ document: RosterDocument, _ classes: [String: SchoolClass.Index]) -> [String: Set<
        String
    >] {
        var found: [String: Set<String>] = [:]
        for enrolment in document.enrolments {
            guard let at = classes[enrolment.classID], roster.classes[at].kind != .teaching else { continue }
            found[enrolment.pupil, default: []].insert(roster.classes[at].code.key)
        }
        return found
    }

    /// Two pupils of one full name in two lists, or of whom one is in no class, may be one.
    private mutating func reportNamesakes() {
        let enrolled = Set(roster.enrolments.map(\.pupil))
        for owners in known.namesakes {
            let here = owners.filter { roster.pupils[$0].leftOn == nil }
            guard let first = here.first,
                let other = here.dropFirst().first(where: {
                    known.entries[$0].file != known.entries[first].file
                        || enrolled.contains($0) != enrolled.contains(first)
                }),
                known.entries[other].columns != known.entries[first].columns
                    || enrolled.contains(other) != enrolled.contains(first)
            else { continue }
            problems.append(
                Problem(
                    known.entries[other].file, line: known.entries[other].line, code: "name-twice",
                    "the full name of this pupil stands also in \(known.entries[first].place); they are kept as two pupils",
                    fix: "if they are one, give both lists the admission number or the e-mail", severity: .warning))
        }
    }

    private mutating func append(_ entry: RosterDocument.RosterPupil, _ own: Set<String>) -> Pupil.Index {
        var pupil = entry.pupil
        let index = roster.pupils.endTypedIndex
        if let name = entry.unsplitName, pupil.display.family.isEmpty {
            pupil.main = PersonName(given: name, middle: pupil.main?.middle ?? "")
        }
        if entry.isMarkedLeft, pupil.leftOn == nil { pupil.leftOn = Day(number: 0) }
        roster.pupils.append(pupil)
        known.append(entry, own, at: index)
        return index
    }

    private mutating func merge(
        _ entry: RosterDocument.RosterPupil, into index: Pupil.Index, _ document: RosterDocument
    )
        -> Pupil.Index
    {
        var merged = known.entries[index]
        merged.pupil = roster.pupils[index]
        let isNewer = entry.age != nil && merged.age != nil && entry.age != merged.age
        if isNewer, let new = entry.age, let old = merged.age, new > old {
            // What is merged came from the older list: it only fills what the newer one does not say.
            var newer = entry
            newer.fill(from: merged)
            newer.pupil.contacts = overlaid(newer.pupil.contacts, by: merged.pupil.contacts)
            newer.pupil.id = merged.pupil.id
            merged = newer
            known.entries[index] = newer
        } else {
            merged.fill(from: entry)
            merged.pupil.contacts =
                isNewer
                ? overlaid(merged.pupil.contacts, by: entry.pupil.contacts)
                : joined(merged.pupil.contacts, entry.pupil.contacts, newCanSay: document.saysWhoMayBeContacted)
            known.entries[index].newerList = nil
        }
        if merged.isMarkedLeft, merged.pupil.leftOn == nil { merged.pupil.leftOn = Day(number: 0) }
        merged.pupil.keepName(of: entry)
        roster.pupils[index] = merged.pupil
        return index
    }

    /// The contacts of the newer list, with what only the older one says: bars above all.
    private func overlaid(_ newer: [Contact], by older: [Contact]) -> [Contact] {
        if newer.isEmpty { return older }
        var all = newer
        for contact in older {
            if let same = all.firstIndex(where: { $0.isSameInOtherList(as: contact) }) {
                all[same].takeOlder(contact, hasEmail: all[same].email != nil, hasPhone: all[same].phone != nil)
            } else if contact.isBarred {
                all.append(contact)
            }
        }
        return ordered(all)
    }

    /// Who stands only in the older of two lists of a class has left it.
    private mutating func leaveOlder() {
        var found: [String: (first: Pupil.Index, newer: String, count: Int)] = [:]
        for i in known.entries.typedIndices {
            guard let newer = known.entries[i].newerList, roster.pupils[i].leftOn == nil else { continue }
            roster.pupils[i].leftOn = Day(number: 0)
            let file = known.entries[i].file
            let before = found[file]
            found[file] = (before?.first ?? i, newer, (before?.count ?? 0) + 1)
        }
        for (file, group) in found.sorted(by: { $0.key < $1.key }) {
            let count = group.count == 1 ? "this pupil stands" : "\(group.count) pupils, the first here, stand"
            problems.append(
                Problem(
                    file, line: known.entries[group.first].line, code: "only-in-older",
                    "\(count) only in this older list and not in \(group.newer), which has the class: not on the roll now",
                    fix: "take the older list out of roster/, or export the newer one again", severity: .warning))
        }
    }

    /// The contacts of two lists. A list that cannot say who may be written to adds nobody to one that can; copies that
    /// disagree count as the stricter.
    private func joined(_ known: [Contact], _ new: [Contact], newCanSay: Bool) -> [Contact] {
        if known.isEmpty { return new }
        var all = known
        for contact in new {
            let same = all.firstIndex {
                $0.id != nil && $0.id == contact.id || $0.email != nil && $0.email == contact.email
                    || !$0.family.isEmpty && ($0.given, $0.family) == (contact.given, contact.family)
                    || !$0.full.isEmpty && $0.full == contact.full
            }
            if let same {
                if newCanSay { all[same].takeStricter(contact) }
                all[same].email = all[same].email ?? contact.email
                all[same].phone = all[same].phone ?? contact.phone
            } else if newCanSay {
                all.append(contact)
            }
        }
        return ordered(all)
    }

    private mutating func reportWithoutClass() {
        let enrolled = Set(roster.enrolments.map(\.pupil))
        let without = roster.pupils.typedIndices.filter { !enrolled.contains($0) && roster.pupils[$0].leftOn == nil }
        guard let first = without.first else { return }
        problems.append(
            Problem(
                known.entries[first].file, line: known.entries[first].line, code: "no-class",
                "\(without.count) pupils, the first here, are in no class, so no session expects them",
                fix: "export with the column Reg Group or Class", severity: .warning))
    }

    // MARK: Classes

    private mutating func place(_ entry: RosterDocument.Class) -> SchoolClass.Index {
        let name = entry.name.orNil ?? entry.code ?? entry.id
        let code = spellings.code(of: name)
        if let known = classPlaces[code.key] {
            if roster.classes[known].kind != .registration, entry.kind == .registration {
                roster.classes[known].kind = .registration
            }
            roster.classes[known].subject = roster.classes[known].subject ?? entry.subject
            if let alias = entry.code { roster.classes[known].aliases.insert(ClassCode(alias).key) }
            return known
        }
        var new = SchoolClass(
            id: entry.id, code: code, name: entry.name, kind: entry.kind, year: entry.year, subject: entry.subject,
            room: entry.room, periods: entry.periods,
            termIDs: entry.termIDs)
        if let alias = entry.code { new.aliases.insert(ClassCode(alias).key) }
        new.aliases.formUnion(spellings.aliases(of: code))
        let index = roster.classes.endTypedIndex
        roster.classes.append(new)
        classPlaces[code.key] = index
        return index
    }

    /// `Set 1` of two years may be two classes under one name: somebody must know who is expected.
    private mutating func reportYears() {
        var years: [SchoolClass.Index: Set<String>] = [:]
        var firsts: [SchoolClass.Index: Pupil.Index] = [:]
        for enrolment in roster.enrolments {
            guard let year = roster.pupils[enrolment.pupil].year else { continue }
            years[enrolment.classIndex, default: []].insert(year)
            firsts[enrolment.classIndex] = firsts[enrolment.classIndex] ?? enrolment.pupil
        }
        for (index, found) in years.sorted(by: { $0.key < $1.key }) where found.count > 1 {
            guard let first = firsts[index] else { continue }
            let name = PlainText.clean(roster.classes[index].code.text, limit: 60)
            let isGroup = ["set", "group", "band", "stream", "class", "form"].contains(Header(name).words.first ?? "")
            let sorted = found.sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
            let (list, example) = (sorted.joined(separator: ", "), sorted[0])
            problems.append(
                Problem(
                    known.entries[first].file, line: known.entries[first].line, code: "class-of-years",
                    "the class \(name) has pupils of the years \(PlainText.clean(list, limit: 60)); a lesson of \(name) expects them all, one of Year \(PlainText.clean(example, limit: 20)) \(name) those of that year",
                    fix: "if it is a class in each year, write the year before its name in the timetable",
                    severity: isGroup ? .warning : .note))
        }
    }

    /// Dates beat no dates: a list that knows when a pupil came or went is right about it.
    private mutating func enrol(_ new: Enrolment) {
        let key = PupilInClass(pupil: new.pupil, classIndex: new.classIndex)
        for i in enrolmentPlaces[key] ?? [] {
            let old = roster.enrolments[i]
            if !new.isInDoubt { roster.enrolments[i].isInDoubt = false }
            if (old.from, old.to) == (new.from, new.to) || new.from == nil && new.to == nil { return }
            if old.from == nil, old.to == nil {
                roster.enrolments[i] = new
                return
            }
        }
        enrolmentPlaces[key, default: []].append(roster.enrolments.endTypedIndex)
        roster.enrolments.append(new)
    }

    // MARK: Marks

    private mutating func addMarks(of documents: [RosterDocument]) {
        if documents.allSatisfy({ $0.marks.isEmpty && $0.undatedMarks.isEmpty }) { return }
        let finder = PupilFinder(roster)
        let names = PupilNames(roster)
        func owner(of mark: RosterDocument.Mark) -> PupilFinder.Answer {
            let id =
                mark.ref.utf8.firstIndex(of: .colon).map { String(mark.ref[mark.ref.utf8.index(after: $0)...]) }
                ?? mark.ref
            let found = finder.find(id)
            if found == .none, let name = mark.name { return names.find(name, group: mark.group) }
            return found
        }
        for mark in documents.flatMap(\.undatedMarks) where [.authorised, .unable, .local].contains(mark.category) {
            guard case .one(let pupil) = owner(of: mark) else { continue }
            roster.pupils[pupil].rollDoubt =
                roster.pupils[pupil].rollDoubt
                ?? "a mark of this pupil has no date that can be read and may be an excuse"
        }
        var files: [String: MarkCount] = [:]
        for mark in documents.flatMap(\.marks) {
            let found = owner(of: mark)
            let excuses = mark.category == .authorised || mark.category == .unable
            files[mark.file, default: MarkCount()].count(mark, found, excuses: excuses)
            if found == .several, excuses || mark.category == .local, let name = mark.name {
                for pupil in names.candidates(name, group: mark.group) {
                    roster.pupils[pupil].rollDoubt =
                        roster.pupils[pupil].rollDoubt ?? "a mark of this name may excuse this pupil or another one"
                }
            }
            guard case .one(let pupil) = found else { continue }
            roster.marks.append(
                AttendanceMark(pupil: pupil, day: mark.day, half: mark.half, code: mark.code ?? "", excuses: excuses))
        }
        for (file, count) in files.sorted(by: { $0.key < $1.key }) { problems += count.problems(of: file) }
    }

    // MARK: Identifiers to print

    /// The MIS's own id, else the admission number, else the export's id, else a digest of the UPN, else one of the
    /// name; a UPN is never printed.
    private mutating func giveIDs() {
        let choices = [
            roster.pupils.map(\.ids.misID), roster.pupils.map(\.ids.admissionNumber),
            roster.pupils.map(\.ids.sourcedID),
        ]
        let owners = choices.map(\.occurrences)
        let upns = roster.pupils.map(\.ids.upn)
        let upnOwners = upns.occurrences
        var taken: Set<String> = []
        taken.reserveCapacity(roster.pupils.count)
        for i in roster.pupils.indices {
            let free = zip(choices, owners).lazy.compactMap { ids, owners -> String? in
                guard let id = ids[i], owners[id] == 1, !holdsUPN(id) else { return nil }
                return id
            }
            let digest = { upns[i].flatMap { upnOwners[$0] == 1 ? "u" + sha256(Array($0.utf8)).prefix(8) : nil } }
            let id = free.first { !taken.contains($0) } ?? digest() ?? nameDigest(roster.pupils[i], taken)
            taken.insert(id)
            roster.pupils[i].id = PupilID(id)
        }
        let emails = roster.pupils.map(\.email)
        reportShared(choices[0], owners[0], name: "MIS id")
        reportShared(choices[1], owners[1], name: "admission number")
        reportShared(upns, upnOwners, name: "UPN")
        reportShared(emails, emails.occurrences, name: "e-mail", severity: .warning)
        reportBadUPNs()
    }

    private func nameDigest(_ pupil: Pupil, _ taken: Set<String>) -> String {
        let text = "\(pupil.display.full)\u{1F}\(pupil.registrationGroup ?? "")"
        let base = "n" + sha256(Array(text.utf8)).prefix(8)
        return taken.contains(base) ? (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) }! : base
    }

    /// - Parameter ids: of the pupils, in their order; `owners`: how many have each.
    private mutating func reportShared(
        _ ids: [String?], _ owners: [String: Int], name: String, severity: Problem.Severity = .error
    ) {
        if owners.values.allSatisfy({ $0 == 1 }) { return }
        var first: [String: Pupil.Index] = [:]
        for i in known.entries.typedIndices {
            guard let id = ids[i.position], owners[id] ?? 0 > 1 else { continue }
            guard let before = first[id] else {
                first[id] = i
                continue
            }
            problems.append(
                Problem(
                    known.entries[i].file, line: known.entries[i].line, code: "id-clash",
                    "two pupils have the same \(name), here and in line \(known.entries[before].line) of \(known.entries[before].file); it tells neither of them",
                    fix: "correct it in the MIS and export again", severity: severity))
        }
    }

    private mutating func reportBadUPNs() {
        for i in roster.pupils.typedIndices where roster.pupils[i].upnStatus == .bad {
            problems.append(
                Problem(
                    known.entries[i].file, line: known.entries[i].line, code: "upn-bad",
                    "this is no UPN: its form or its check letter is wrong",
                    fix: "correct it in the MIS; a spreadsheet may have spoilt it",
                    severity: UPN.hasForm(roster.pupils[i].ids.upn ?? "") ? .warning : .error))
        }
    }
}

/// True when the text is or holds a UPN.
private func holdsUPN(_ text: String) -> Bool {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.count >= 13 else { return false }
    return (0...(bytes.count - 13)).contains { start in
        let status = UPN.status(String(decoding: bytes[start..<start + 13], as: UTF8.self))
        return status == .ok || status == .temporary
    }
}

extension Pupil {
    /// Both names of a pupil whom one list calls `Bar Finch` and the other `Barty Finch`; the longer one is shown.
    fileprivate mutating func keepName(of entry: RosterDocument.RosterPupil) {
        guard legal == nil, preferred == nil, let known = main, !known.family.isEmpty else { return }
        var other = entry.pupil.main ?? PersonName(given: "", family: "")
        if let whole = entry.unsplitName,
            whole.lowercased().utf8.suffix(known.family.utf8.count).elementsEqual(
                known.family.lowercased().utf8)
        {
            other = PersonName(
                given: tidied(String(whole.unicodeScalars.dropLast(known.family.unicodeScalars.count))),
                family: known.family)
        }
        guard !other.given.isEmpty, other.family.lowercased() == known.family.lowercased(),
            other.given.lowercased() != known.given.lowercased()
        else { return }
        (main, legal) = other.given.utf8.count > known.given.utf8.count ? (other, known) : (known, other)
    }
}

extension RosterDocument {
    /// Sets repeat the course as the title of all its classes: those are known by their code, else by their id.
    fileprivate var classesToldApart: [Class] {
        if kind == "flat" { return classes }
        let titles = classes.map { $0.name.orNil }.occurrences
        let codes = classes.map(\.code).occurrences
        return classes.map { entry in
            var entry = entry
            guard titles[entry.name] ?? 0 > 1 else { return entry }
            entry.name = entry.code.flatMap { codes[$0] == 1 ? $0 : nil } ?? entry.id
            return entry
        }
    }
}
