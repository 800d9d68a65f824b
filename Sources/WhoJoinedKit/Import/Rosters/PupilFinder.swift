/// Finds the pupil of an `Id` cell: MIS id, admission number, UPN, the export's id, school e-mail, or the id that outputs
/// print; numbers also without the zeros that a spreadsheet has dropped.
struct PupilFinder: Sendable {
    enum Answer: Hashable { case one(Pupil.Index), none, several }
    /// `nil`: several pupils have this identifier.
    private var maps: [[String: Pupil.Index?]] = []
    /// By numbers without their zeros.
    private var withoutZeros: [String: Pupil.Index?] = [:]

    init(_ roster: Roster) {
        let kinds: [(Pupil) -> String?] = [
            { $0.ids.misID }, { $0.id.text }, { $0.ids.admissionNumber }, { $0.ids.upn }, { $0.ids.sourcedID },
            { $0.email },
        ]
        for kind in kinds {
            var map: [String: Pupil.Index?] = [:]
            for (i, pupil) in roster.pupils.indexed() {
                guard let text = kind(pupil), !text.isEmpty else { continue }
                let key = text.lowercased()
                map.updateValue(map[key] == nil ? i : nil, forKey: key)
            }
            maps.append(map)
        }
        for (i, pupil) in roster.pupils.indexed() {
            let numbers = [pupil.ids.misID, pupil.id.text, pupil.ids.admissionNumber].compactMap { $0 }
            for key in Set(numbers.map { withoutLeadingZeros($0.lowercased()) }) where !key.isEmpty {
                withoutZeros.updateValue(withoutZeros[key] == nil ? i : nil, forKey: key)
            }
        }
    }

    func find(_ text: String) -> Answer {
        let key = text.lowercased()
        if key.isEmpty { return .none }
        for map in maps {
            guard let found = map[key] else { continue }
            return found.map { .one($0) } ?? .several
        }
        if let found = withoutZeros[withoutLeadingZeros(key)] { return found.map { .one($0) } ?? .several }
        let unspaced = UPN.tidied(text).lowercased()
        return unspaced != key && UPN.status(unspaced.uppercased()) != .bad ? find(unspaced) : .none
    }
}

/// Finds a pupil by a name written in full: family name first with a comma, or either way round, and of several the one
/// who is in the class.
struct PupilNames: Sendable {
    private var byName: [String: Set<Pupil.Index>] = [:]
    private var classes: [Pupil.Index: Set<String>] = [:]

    init(_ roster: Roster) {
        for (i, pupil) in roster.pupils.indexed() {
            for name in [pupil.main, pupil.legal, pupil.preferred, pupil.display] {
                guard let name, !name.given.isEmpty, !name.family.isEmpty else { continue }
                byName[PupilNames.key(name.given + " " + name.family), default: []].insert(i)
            }
            if let group = pupil.registrationGroup { classes[i, default: []].insert(ClassCode(group).key) }
        }
        for enrolment in roster.enrolments {
            classes[enrolment.pupil, default: []].insert(roster.classes[enrolment.classIndex].code.key)
        }
    }

    /// The class may stand behind the name: `Lindqvist, Freya (4B)`.
    func find(_ name: String, group: String?) -> PupilFinder.Answer {
        let found = candidates(name, group: group)
        return found.isEmpty ? .none : found.count == 1 ? .one(found.first!) : .several
    }

    /// All who may be meant.
    func candidates(_ name: String, group: String?) -> Set<Pupil.Index> {
        var (found, group) = (byName[PupilNames.key(name)] ?? [], group)
        if found.isEmpty, name.utf8.last == .closingParenthesis, let open = name.utf8.lastIndex(of: .openingParenthesis)
        {
            found = byName[PupilNames.key(tidied(String(name[..<open])))] ?? []
            group = group ?? String(name[name.utf8.index(after: open)...].dropLast())
        }
        let key = group.map { ClassCode($0).key }
        if found.count > 1, let key { found = found.filter { classes[$0]?.contains(key) == true } }
        return found
    }

    /// The words of a name, whatever their order.
    private static func key(_ name: String) -> String {
        Cells.folded(name).split { $0 == " " || $0 == "," }.sorted().joined(separator: " ")
    }
}
