/// Everybody an entrant of one session may be: made once for all sessions of the same classes, kind and roll.
final class MatchContext: Sendable {
    /// The class on that day, or the whole school when the session has no class.
    let pupils: [Pupil.Index]
    let own: Set<Pupil.Index>
    let index: PeopleIndex<Pupil.Index>
    let fullNames: FullNames
    /// Contacts of these pupils under their own names.
    let contacts: PeopleIndex<ContactOwner>
    let contactOwners: [ContactOwner]
    /// One of the days on which everybody is on roll who is on roll on the session's.
    let day: Day
    let kind: SessionKind
    /// Lead and second staff of the slot.
    let teachers: [StaffMember.Index]
    let classKeys: Set<String>
    /// Years of the classes, as the numbers their codes or the roster give.
    let years: Set<String>
    let known = KnownLinks()

    fileprivate init(
        of pupils: [Pupil.Index], classes: [ClassCode], day: Day, kind: SessionKind, teachers: [StaffMember.Index],
        names matcher: Matcher
    ) {
        self.teachers = teachers
        var owners: [ContactOwner] = []
        var contactNames: [PersonNames] = []
        for pupil in pupils {
            for (i, contact) in matcher.school.roster.pupils[pupil].contacts.indexed() {
                owners.append(ContactOwner(pupil: pupil, contact: i))
                contactNames.append(comparableNames(of: contact))
            }
        }
        (self.pupils, own, self.day, self.kind) = (pupils, Set(pupils), day, kind)
        (contacts, contactOwners) = (PeopleIndex(contactNames), owners)
        let names = pupils.map { matcher.pupilNames[$0] }
        (index, fullNames) = (PeopleIndex(names), FullNames(of: pupils, names))
        classKeys = Set(classes.map(\.key))
        years = Set(classes.compactMap { matcher.yearOfClass($0) })
    }
}

extension Matcher {
    func context<Person>(of session: Session<Person>) -> MatchContext {
        let pupils = session.classes.isEmpty && session.enrolled.isEmpty ? everybody(on: session.day) : session.enrolled
        let staff = session.lesson.map { [$0.leadStaff, $0.secondStaff].compactMap(staff(named:)) } ?? []
        return context(
            pupils: pupils, classes: session.classes, day: session.day, kind: session.kind, teachers: staff)
    }

    func context(
        pupils: [Pupil.Index], classes: [ClassCode], day: Day, kind: SessionKind, teachers: [StaffMember.Index] = []
    ) -> MatchContext {
        let key = MatchContextCache.Key(
            pupils: pupils, classes: classes, rollChanges: rollChanges.count { $0 <= day }, kind: kind,
            teachers: teachers)
        return contexts.context(for: key) {
            MatchContext(of: pupils, classes: classes, day: day, kind: kind, teachers: teachers, names: self)
        }
    }

    private func everybody(on day: Day) -> [Pupil.Index] {
        school.roster.pupils.typedIndices.filter { isOnRoll($0, on: day) }
    }

    /// `7` for `7B`, `10` for `10X/Ma1`.
    func yearOfClass(_ code: ClassCode) -> String? {
        let digits = code.text.utf8.drop { $0 < .digitZero || $0 > .digitNine }.prefix { $0.isASCIIDigit }
        return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self)).map(String.init)
    }
}
