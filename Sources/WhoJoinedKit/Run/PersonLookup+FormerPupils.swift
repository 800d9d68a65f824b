import HostSystem

extension PersonLookup {
    /// A pupil of the roster, else one whom only the reports that are kept still name: who has left the school may be
    /// asked for, too.
    /// - Returns: the school, with that pupil in its roster, and which pupil it is.
    /// - Throws: wrong usage, as `pupil`.
    func pupil(_ text: String, option: String, orFormerIn reports: HostPath) throws(RunFailure) -> (
        School, Pupil.Index
    ) {
        if pupilsMeant(by: text).isEmpty,
            let former = try failing(
                "the reports cannot be looked at", { () throws(SystemError) in try formerPupil(text, in: reports) })
        {
            var school = school
            let index = school.roster.pupils.endTypedIndex
            school.roster.pupils.append(former)
            school.indexRoster()
            return (school, index)
        }
        return (school, try pupil(text, option: option))
    }

    /// By the printed id, else by a name that only one had.
    private func formerPupil(_ text: String, in reports: HostPath) throws(SystemError) -> Pupil? {
        let kept = try KeptReports(reports)
        let wanted = PersonLookup.key(text)
        let named = kept.rows("pupils.csv", ["id", "name"]).filter { !$0[0].isEmpty }
        let byID = named.filter { PersonLookup.key($0[0]) == wanted }
        let found = byID.isEmpty ? named.filter { PersonLookup.key($0[1]) == wanted } : byID
        guard let id = Set(found.map { $0[0] }).soleElement else { return nil }
        var pupil = Pupil(former: PupilID(id), name: found[found.count - 1][1])
        pupil.email =
            kept.rows("entrants.csv", ["id", "outcome", "email"]).last {
                $0[0] == id && $0[1] == "pupil" && !$0[2].isEmpty
            }?[2]
        let classes = try kept.folders("classes")
        let addresses = kept.rows("parents.csv", of: classes, ["pupil_id", "email"]).filter {
            $0[0] == id && !$0[1].isEmpty
        }.map { $0[1] }
        pupil.contacts = Set(addresses).sorted().enumerated().map { Contact(order: $0.offset + 1, email: $0.element) }
        return pupil
    }
}
