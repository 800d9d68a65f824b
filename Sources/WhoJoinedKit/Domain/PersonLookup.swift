/// Whom a person at the keyboard means: an identifier of the roster, or a name that fits one pupil only.
struct PersonLookup {
    let school: School

    /// By identifier (also a UPN or the school e-mail), else by name in either order.
    func pupils(_ text: String) -> [Pupil.Index] {
        let wanted = PersonLookup.key(text)
        if wanted.isEmpty { return [] }
        let all = school.roster.pupils.typedIndices
        let byID = all.filter { i in
            let pupil = school.roster.pupils[i]
            return [
                pupil.id.text, pupil.ids.misID, pupil.ids.admissionNumber, pupil.ids.upn, pupil.ids.sourcedID,
                pupil.email,
            ]
            .contains { $0.map { PersonLookup.key($0) == wanted } ?? false }
        }
        if !byID.isEmpty { return byID }
        return all.filter { i in
            let pupil = school.roster.pupils[i]
            return [pupil.display, pupil.main, pupil.legal, pupil.preferred].compactMap { $0 }.contains { name in
                PersonLookup.key("\(name.given) \(name.family)") == wanted
                    || PersonLookup.key("\(name.family), \(name.given)") == wanted
                    || PersonLookup.key("\(name.family) \(name.given)") == wanted
            }
        }
    }

    /// By staff code, other id, e-mail or name.
    func staff(_ text: String) -> [StaffMember.Index] {
        let wanted = PersonLookup.key(text)
        if wanted.isEmpty { return [] }
        return school.roster.staff.typedIndices.filter { i in
            let person = school.roster.staff[i]
            let names = [
                "\(person.given) \(person.family)", "\(person.title) \(person.family)",
                "\(person.title) \(person.given) \(person.family)", person.full,
            ]
            return ([person.code, person.email ?? ""] + person.otherIDs + names).contains {
                PersonLookup.key($0) == wanted
            }
        }
    }

    /// Without case and superfluous blanks.
    static func key(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
