import DelimitedText

/// Names and ids as people type them: without the accents that the keyboard lacks, without noughts that a spreadsheet
/// took.
extension PersonLookup {
    /// The pupils that a person at the keyboard means: exactly, else but for accents, apostrophes, hyphens and capitals;
    /// of a number also who has it with noughts before it.
    func pupilsMeant(by text: String) -> [Pupil.Index] {
        let wanted = PersonLookup.key(text)
        let printed = school.roster.pupils.typedIndices.filter {
            PersonLookup.key(school.roster.pupils[$0].id.text) == wanted
        }
        if !printed.isEmpty { return printed }
        let exact = pupils(text)
        let padded = pupils(withoutNoughts: wanted)
        let found = exact + padded.filter { !exact.contains($0) }
        if !found.isEmpty { return found.sorted() }
        guard let letters = foldedLetters(text) else { return [] }
        return school.roster.pupils.typedIndices.filter { foldedNames(of: school.roster.pupils[$0]).contains(letters) }
    }

    /// The same of staff.
    func staffMeant(by text: String) -> [StaffMember.Index] {
        let exact = staff(text)
        guard exact.isEmpty, let letters = foldedLetters(text) else { return exact }
        return school.roster.staff.typedIndices.filter { index in
            let person = school.roster.staff[index]
            let names = [
                person.given + " " + person.family, person.title + " " + person.family,
                person.title + " " + person.given + " " + person.family, person.full,
            ]
            return names.contains { foldedLetters($0) == letters }
        }
    }

    /// Their own names and ids, as they are shown to whoever mistyped one: the nearest first.
    func nearest(to text: String, limit: Int = 3) -> [String] {
        let pupils = school.roster.pupils.map { pupil in
            NearNames.Name(
                shown: "\(PlainText.shown(pupil.display.full)) (\(PlainText.clean(pupil.id.text)))",
                forms: [pupil.display.full, pupil.main?.full ?? "", "\(pupil.display.family) \(pupil.display.given)"])
        }
        return NearNames(pupils).nearest(to: text, limit: limit)
    }

    /// `42` is `0042`, where that is some pupil's number. Only what a report prints or a list holds; never a UPN.
    func pupils(withoutNoughts wanted: String) -> [Pupil.Index] {
        guard let number = PersonLookup.number(wanted) else { return [] }
        return school.roster.pupils.typedIndices.filter { index in
            let pupil = school.roster.pupils[index]
            return [pupil.id.text, pupil.ids.misID, pupil.ids.admissionNumber, pupil.ids.sourcedID]
                .contains { $0.map { PersonLookup.number($0) == number } ?? false }
        }
    }

    /// Digits alone, without the noughts before them.
    private static func number(_ text: String) -> String? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return String(text.drop { $0 == "0" })
    }

    private func foldedNames(of pupil: Pupil) -> Set<String> {
        var all: Set<String> = []
        for name in [pupil.display, pupil.main, pupil.legal, pupil.preferred].compactMap(\.self) {
            let forms = [
                "\(name.given) \(name.family)", "\(name.family) \(name.given)",
                "\(name.given) \(name.middle) \(name.family)",
            ]
            all.formUnion(forms.compactMap(foldedLetters))
        }
        return all
    }
}

/// The letters of a name in one run, without case, accents, apostrophes and hyphens.
///
/// - Returns: `nil` for what nobody should take for a plain name: look-alike letters, lost ones, none at all.
func foldedLetters(_ text: String) -> String? {
    let clean = CleanName(text)
    if clean.isDisguised || clean.isHardToRead || clean.bytes.contains(CleanName.unreadable) { return nil }
    // A name with a number in it is a device's or an id.
    if clean.bytes.contains(where: \.isASCIIDigit) { return nil }
    let letters = comparableWords(text).joined()
    return letters.isEmpty ? nil : letters
}
