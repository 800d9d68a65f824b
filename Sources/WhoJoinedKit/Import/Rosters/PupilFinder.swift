/// Finds the pupil of an `Id` cell: MIS id, admission number (also without its zeros), UPN, the export's id, school
/// e-mail, or the id that outputs print.
struct PupilFinder: Sendable {
    enum Answer: Hashable { case one(Pupil.Index), none, several }
    /// `nil`: several pupils have this identifier.
    private var maps: [[String: Pupil.Index?]] = []

    init(_ roster: Roster) {
        let kinds: [(Pupil) -> String?] = [
            { $0.ids.misID }, { $0.id.text }, { $0.ids.admissionNumber }, { $0.ids.upn }, { $0.ids.sourcedID },
            { $0.email },
            { $0.ids.admissionNumber.map(withoutLeadingZeros) },
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
    }

    func find(_ text: String) -> Answer {
        let key = text.lowercased()
        if key.isEmpty { return .none }
        for (i, map) in maps.enumerated() {
            guard let found = map[i == maps.count - 1 ? withoutLeadingZeros(key) : key] else { continue }
            return found.map { .one($0) } ?? .several
        }
        let unspaced = UPN.tidied(text).lowercased()
        return unspaced != key && UPN.status(unspaced.uppercased()) != .bad ? find(unspaced) : .none
    }
}
