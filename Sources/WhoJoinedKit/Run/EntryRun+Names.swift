/// Names as people write them, found again in what the exports have: a line for a name that nobody had would say
/// nothing for ever.
extension EntryRun {
    /// The display name of a decision as the exports have it.
    /// - Throws: wrong usage, with the nearest that was there.
    func knownName(_ name: String) throws(RunFailure) -> String {
        guard let seen, !seen.isEmpty, !name.isEmpty else { return name }
        if let known = seen.asExported(name) { return known }
        throw RunFailure(
            .wrongUsage,
            "NAME: error: nobody in the exports and reports had this display name; fix: \(didYouMean(seen.nearest(to: name, classCode: classCode)))write it as the lesson's page does, and name an export that is not in the inbox with --from"
        )
    }

    /// The person of a note: somebody of the school, or who was in a call of that day.
    ///
    /// Somebody in the room, or a parent, need not be on any list.
    /// - Returns: the text as the note keeps it.
    /// - Throws: wrong usage, where a slip of the pen would make a note of nobody.
    func knownPerson(_ person: String, _ kind: String, on day: Day, _ school: School) throws(RunFailure) -> String {
        let person = withoutFormulaGuard(person)
        let isAboutEntrants: Set<HostNote.Kind> = [.removed, .cameraOff, .cameraOn, .incident, .warning]
        guard !person.isEmpty, let kind = HostNote.Kind(rawValue: kind), isAboutEntrants.contains(kind) else {
            return person
        }
        let lookup = PersonLookup(school: school)
        let pupils = lookup.pupilsMeant(by: person)
        if pupils.count == 1, lookup.pupils(person).isEmpty {
            // As the roster has it, so that whoever reads the note finds the pupil.
            let pupil = school.roster.pupils[pupils[0]]
            return lookup.pupils(pupil.display.full) == pupils ? pupil.display.full : pupil.id.text
        }
        if !pupils.isEmpty || !lookup.staffMeant(by: person).isEmpty { return person }
        guard let seen, !seen.has(person, on: day) else { return person }
        let nearest =
            seen.nearest(to: person, classCode: classCode, on: day) + lookup.nearest(to: person)
        if nearest.isEmpty, kind == .incident || !seen.knowsSession(of: classCode, on: day) { return person }
        throw RunFailure(
            .wrongUsage,
            "--person: error: nobody of the school and nobody in a call of \(day.iso) has this name; fix: \(didYouMean(Array(nearest.prefix(3))))write it as the lesson's page does, or give the pupil's id"
        )
    }

    /// The Id of a line in followups.csv: the pupil's, or of somebody who was removed under a name of no list that name.
    func followed(_ person: String, _ kind: String, _ school: School) throws(RunFailure) -> String {
        let lookup = PersonLookup(school: school)
        if kind == FollowUpNote.Kind.cleared.rawValue, lookup.pupilsMeant(by: person).isEmpty,
            let note = school.records.removal(of: withoutFormulaGuard(person))
        {
            return note.person
        }
        return school.roster.pupils[try lookup.pupil(person, option: "WHO")].id.text
    }
}
