import HostSystem

extension PersonLookup {
    /// A pupil of the roster, else one whom only the reports that are kept still name: who has left the school may be
    /// asked for, too.
    /// - Returns: the school, with that pupil in its roster, and which pupil it is.
    /// - Throws: wrong usage, as `pupil`.
    func pupil(_ text: String, option: String, orFormerIn reports: HostPath) throws(RunFailure) -> (
        School, Pupil.Index
    ) {
        if pupils(text).isEmpty,
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
        guard try fileEntry(at: reports)?.kind == .folder else { return nil }
        let weeks = try folderEntries(reports).filter { $0.kind == .folder }.map(\.path)
        let wanted = PersonLookup.key(text)
        let named = rows("pupils.csv", of: weeks, ["id", "name"]).filter { !$0[0].isEmpty }
        let byID = named.filter { PersonLookup.key($0[0]) == wanted }
        let found = byID.isEmpty ? named.filter { PersonLookup.key($0[1]) == wanted } : byID
        guard let id = Set(found.map { $0[0] }).soleElement else { return nil }
        var pupil = Pupil(key: "mis:\(id)", id: PupilID(id))
        pupil.ids.misID = id
        let words = found[found.count - 1][1].split(separator: " ")
        pupil.main = PersonName(
            given: words.dropLast().joined(separator: " "), family: words.last.map(String.init) ?? "")
        pupil.email =
            rows("entrants.csv", of: weeks, ["id", "outcome", "email"]).last {
                $0[0] == id && $0[1] == "pupil" && !$0[2].isEmpty
            }?[2]
        var classes: [HostPath] = []
        for week in weeks { classes += try folders(in: week.appending("classes")) }
        let addresses = rows("parents.csv", of: classes, ["pupil_id", "email"]).filter { $0[0] == id && !$0[1].isEmpty }
            .map { $0[1] }
        pupil.contacts = Set(addresses).sorted().enumerated().map { Contact(order: $0.offset + 1, email: $0.element) }
        return pupil
    }

    private func folders(in path: HostPath) throws(SystemError) -> [HostPath] {
        guard try fileEntry(at: path)?.kind == .folder else { return [] }
        return try folderEntries(path).filter { $0.kind == .folder }.map(\.path)
    }

    /// These columns of the table of that name in each folder that has one.
    private func rows(_ name: String, of folders: [HostPath], _ columns: [String]) -> [[String]] {
        folders.flatMap { folder -> [[String]] in
            guard let bytes = try? readOrdinaryFile(folder.appending(name), limit: 512 * 1_048_576).bytes else {
                return []
            }
            let table = SchoolTable(bytes, file: name, columns: columns, required: columns)
            let places = columns.map { table.column($0) }
            return table.rows.map { row in places.map { row[$0] } }
        }
    }
}
