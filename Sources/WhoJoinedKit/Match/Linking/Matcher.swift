/// Decides who every entrant of a session was. Made once per run: it holds the comparable names of the whole school.
///
/// A class, though nothing in it changes: as a value it would be copied, reference by reference, for every step of
/// every entrant.
final class Matcher: Sendable {
    let school: School
    let switches: MatchSwitches
    let pupilNames: SideTable<Pupil, PersonNames>
    let staffIndex: PeopleIndex<StaffMember>
    let otherNames: OtherNames
    let reader: NameReader
    /// Given and family name in comparable letters without a gap, either way round → pupils, current or not.
    let pupilsByFullName: [String: [Pupil.Index]]
    let pupilsByEmail: [String: [Pupil.Index]]
    /// By code or any other identifier, as `settledKey` has it.
    private let staffByID: [String: StaffMember.Index]
    let staffByEmail: [String: StaffMember.Index]
    let contactsByEmail: [String: [ContactOwner]]
    let staffByPhone: [String: StaffMember.Index]
    let pupilsByContactPhone: [String: [Pupil.Index]]
    let contactsByPhone: [String: [ContactOwner]]
    /// Those who must have no contact with their child, by full name as `pupilsByFullName`.
    let barredByFullName: [String: [ContactOwner]]
    /// Display names that a person has settled, as typed but for case and blanks at the ends.
    let decisions: [String: [Decision]]
    /// Those that hold for one day.
    let dailyDecisions: [String: [Decision]]
    /// First days on which anybody's roll is another than the day before, in order.
    let rollChanges: [Day]
    private let daysOnRoll: SideTable<Pupil, (first: Day?, last: Day?)>
    /// The words of each row of a list that could not be used.
    let unreadWords: [Set<String>]
    let contexts = MatchContextCache()

    init(_ school: School, switches: MatchSwitches = .all) {
        self.school = school
        self.switches = switches
        let names = SideTable(for: school.roster.pupils, comparableNames(of:))
        pupilNames = names
        let staffNames = school.roster.staff.map(comparableNames(of:))
        staffIndex = PeopleIndex(staffNames)
        otherNames = OtherNames(of: names.values + staffNames)
        pupilsByFullName = fullNames(of: names)
        var keys: [String: String] = [:]
        for schoolClass in school.roster.classes {
            keys[String(decoding: schoolClass.code.key.utf8.filter(isLetterOrDigit), as: UTF8.self)] =
                schoolClass.code.key
        }
        reader = NameReader(classKeys: keys)
        var emails: [String: [Pupil.Index]] = [:]
        var contactEmails: [String: [ContactOwner]] = [:]
        var contactPhones: [String: [ContactOwner]] = [:]
        for (i, pupil) in school.roster.pupils.indexed() {
            if let email = pupil.email { emails[comparableEmail(email), default: []].append(i) }
            for (j, contact) in pupil.contacts.indexed() {
                if let email = contact.email {
                    contactEmails[comparableEmail(email), default: []].append(ContactOwner(pupil: i, contact: j))
                }
                if let phone = contact.phone.flatMap(comparablePhone) {
                    contactPhones[phone, default: []].append(ContactOwner(pupil: i, contact: j))
                }
            }
        }
        (pupilsByEmail, contactsByEmail, contactsByPhone) = (emails, contactEmails, contactPhones)
        pupilsByContactPhone = contactPhones.mapValues { $0.map(\.pupil) }
        barredByFullName = barredContacts(of: school.roster)
        var staffEmails: [String: StaffMember.Index] = [:]
        var staffPhones: [String: StaffMember.Index] = [:]
        var staffIDs: [String: StaffMember.Index] = [:]
        for (i, member) in school.roster.staff.indexed() {
            // Of two with one identifier the first of the list is meant.
            for key in ([member.code] + member.otherIDs).map(settledKey) where staffIDs[key] == nil {
                staffIDs[key] = i
            }
            if let email = member.email, !email.isEmpty { staffEmails[comparableEmail(email)] = i }
            if let phone = member.phone.flatMap(comparablePhone) { staffPhones[phone] = i }
        }
        (staffByID, staffByEmail, staffByPhone) = (staffIDs, staffEmails, staffPhones)
        unreadWords = school.roster.unread.map { Set(comparableWords($0.text)) }
        rollChanges = school.roster.changes
        daysOnRoll = SideTable(for: school.roster.pupils) { ($0.startsOn, $0.leftOn) }
        // A name that people give themselves holds on other days too, unless one lesson is said.
        let reading = reader
        func isDaily(_ line: Decision) -> Bool {
            if line.email != nil { return false }
            if line.day != nil, line.start != nil { return true }
            switch reading.read(CleanName(line.displayName.text).bytes, originalName: nil).main.kind {
            case .blank, .device, .generic, .bot: return true
            default: return false
            }
        }
        var (always, daily) = ([Decision](), [Decision]())
        for line in school.records.decisions {
            if !isDaily(line) {
                always.append(line)
            } else if line.day != nil, line.isA != .staff || line.classCode != nil || line.isDated {
                daily.append(line)
            }
        }
        decisions = Dictionary(grouping: always) { settledKey($0.displayName.text) }
        dailyDecisions = Dictionary(grouping: daily) { settledKey($0.displayName.text) }
    }

    func isOnRoll(_ pupil: Pupil.Index, on day: Day) -> Bool {
        let (first, last) = daysOnRoll[pupil]
        return (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }

    /// The session with a decision on every entrant.
    func link(_ session: FoundSession) -> LinkedSession {
        if session.entrants.isEmpty, session.events.isEmpty { return session.linked([]) }
        let context = context(of: session)
        let entrants = session.entrants.map { entrant in
            let identity = EntrantIdentity(entrant)
            let link =
                linkOfTheDay(identity, session, context)
                ?? context.known.link(of: identity) { self.link(identity, in: context) }
            return LinkedEntrant(entrant: entrant, link: link)
        }
        var linked = session.linked(entrants)
        if let classText = session.wrongLink?.classText { askInClassOfWrongLink(classText, &linked) }
        weighTogether(&linked)
        linkEvents(of: &linked, context)
        return linked
    }

    /// So many of these pupils were in the call under their plain full names.
    ///
    /// - Parameter session: for its classes; it need not have entrants.
    func areThere(
        atLeast count: Int, of pupils: [Pupil.Index], in session: FoundSession, among participants: [Participant]
    ) -> Bool {
        let context = context(of: session)
        var named: Set<Pupil.Index> = []
        for participant in participants where participant.stays.contains(where: { $0.isWaitingRoom != true }) {
            let query = MatchQuery(EntrantIdentity(participant), in: context, matcher: self)
            guard let pupil = byPlainFullName(query)?.pupil, pupils.hasSorted(pupil) else { continue }
            named.insert(pupil)
            if named.count >= count { return true }
        }
        return false
    }

    /// Whom these entrants may be, by the whole school's full names and e-mails.
    func namedPupils(of participants: [Participant], on day: Day) -> NamedPupils {
        var named = NamedPupils()
        for participant in participants {
            let email = participant.email.map(comparableEmail)
            var pupils = email.flatMap { pupilsByEmail[$0] } ?? []
            if pupils.isEmpty {
                let parts = read(participant.displayName.text, originalName: participant.originalName?.text).parts
                for reading in parts.all where reading.kind == .person && pupils.isEmpty {
                    pupils = pupilsByFullName[reading.fullName] ?? []
                    if pupils.isEmpty, reading.words.count > 1,
                        fits(reading.words, staffIndex, .letters).contains(where: { $0.kind == .full })
                    {
                        named.leaveOutStaff()
                    }
                }
                if pupils.isEmpty, !parts.all.contains(where: { $0.kind == .person && $0.words.count > 1 }) { continue }
            }
            named.add(pupils.filter { isOnRoll($0, on: day) })
        }
        return named
    }

    /// The class whose roll these entrants fit, if exactly one fits well; of classes with one and the same roll the
    /// registration group.
    func classFitting(_ named: NamedPupils, on day: Day) -> ClassCode? {
        let classes = classes(of: named, on: day)
        return named.soleFitting(of: classes.map(\.roll)).map { classes[$0].code }
    }

    /// The classes of these pupils, each roll once.
    func classes(of named: NamedPupils, on day: Day) -> [(code: ClassCode, roll: [Pupil.Index])] {
        var found: [(code: ClassCode, roll: [Pupil.Index])] = []
        var seen: Set<String> = []
        var rolls: Set<[Pupil.Index]> = []
        for pupil in named.entrants.joined() {
            for code in school.classes(of: pupil, on: day) where seen.insert(code.key).inserted {
                let roll = school.roll(of: [code], on: day)
                if rolls.insert(roll).inserted { found.append((code, roll)) }
            }
        }
        return found
    }

    /// The member of staff that a cell of the timetable means: code, roster id, e-mail, full or titled name.
    func staff(named cell: String) -> StaffMember.Index? {
        let key = settledKey(cell)
        if key.isEmpty { return nil }
        if let member = staffByID[key] { return member }
        if let member = staffByEmail[comparableEmail(cell)] { return member }
        let reading = read(cell).parts.main
        switch reading.kind {
        case .titled: return titledStaff(reading, .slips).soleElement
        case .person:
            return fits(reading.words, staffIndex, .letters).filter { $0.kind == .full }.soleElement?.person
        default: return nil
        }
    }

    func fits<Bearer>(_ name: WrittenName, _ index: PeopleIndex<Bearer>, _ reach: NameReach) -> [NameFit<Bearer>] {
        index.fits(name, reach, switches: switches, knows: otherNames)
    }

    func fits<Bearer>(_ words: [String], _ index: PeopleIndex<Bearer>, _ reach: NameReach) -> [NameFit<Bearer>] {
        fits(WrittenName(words), index, reach)
    }

    /// The name in plain letters and taken apart.
    func read(_ text: String, originalName: String? = nil) -> (clean: CleanName, parts: DisplayNameParts) {
        let clean = CleanName(text)
        let original = originalName.map { CleanName($0) }
        let parts = reader.read(clean.bytes, originalName: switches.brackets ? original?.bytes : nil)
        var whole = clean
        if original?.isDisguised == true || original?.isDressedThroughout == true { whole.isDisguised = true }
        whole.dotlessI = whole.dotlessI ?? original?.dotlessI
        return (whole, switches.brackets ? parts : parts.outsideBrackets)
    }
}

extension Roster {
    fileprivate var changes: [Day] {
        let starts = pupils.map(\.startsOn) + pupils.map(\.lostOn) + enrolments.map(\.from)
        let ends = (pupils.map(\.leftOn) + enrolments.map(\.to)).map { $0.map { $0 + 1 } }
        return Set((starts + ends).compactMap(\.self)).sorted()
    }
}

private func barredContacts(of roster: Roster) -> [String: [ContactOwner]] {
    var result: [String: [ContactOwner]] = [:]
    for (i, pupil) in roster.pupils.indexed() {
        for (j, contact) in pupil.contacts.indexed() where Matcher.isBarred(contact) {
            let names = comparableNames(of: contact)
            for given in names.givens {
                for family in names.families {
                    for key in Set([given + family, family + given].map { $0.joined() }) {
                        result[key, default: []].append(ContactOwner(pupil: i, contact: j))
                    }
                }
            }
        }
    }
    return result
}

private func fullNames(of names: SideTable<Pupil, PersonNames>) -> [String: [Pupil.Index]] {
    var result: [String: [Pupil.Index]] = [:]
    result.reserveCapacity(2 * names.values.count)
    for i in names.typedIndices {
        let person = names[i]
        for given in person.givens {
            for family in person.families {
                let (first, last) = (given.joined(), family.joined())
                for key in [first + last, last + first] where result[key]?.last != i {
                    result[key, default: []].append(i)
                }
            }
        }
    }
    return result
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit || byte.isASCIISmallLetter }

extension Collection {
    /// The element, if there is exactly one.
    var soleElement: Element? { count == 1 ? first : nil }
}
