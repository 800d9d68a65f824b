import HostSystem

/// The reports that stand in the school's folder: they say still what the exports of long ago said.
struct KeptReports {
    /// The folder of each week.
    let weeks: [HostPath]

    init(_ reports: HostPath) throws(SystemError) {
        weeks =
            try fileEntry(at: reports)?.kind == .folder
            ? folderEntries(reports).filter { $0.kind == .folder }.map(\.path) : []
    }

    /// The folders of one name's kind in every week: `classes` has one for each class.
    func folders(_ name: String) throws(SystemError) -> [HostPath] {
        var all: [HostPath] = []
        for week in weeks where try fileEntry(at: week.appending(name))?.kind == .folder {
            all += try folderEntries(week.appending(name)).filter { $0.kind == .folder }.map(\.path)
        }
        return all
    }

    /// These columns of the table of that name in each folder that has one.
    func rows(_ name: String, of folders: [HostPath]? = nil, _ columns: [String]) -> [[String]] {
        (folders ?? weeks).flatMap { folder -> [[String]] in
            guard let bytes = try? readOrdinaryFile(folder.appending(name), limit: 512 * 1_048_576).bytes else {
                return []
            }
            let table = SchoolTable(bytes, file: name, columns: columns, required: columns)
            let places = columns.map { table.column($0) }
            return table.rows.map { row in places.map { row[$0] } }
        }
    }
}
