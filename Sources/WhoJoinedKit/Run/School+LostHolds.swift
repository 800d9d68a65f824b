/// Holds that only a report still knows of: a removal does not end because notes.csv was lost.
extension School {
    /// Puts back removals that reports up to this week have on hold, and of whose day and class notes.csv has no
    /// removal any more.
    mutating func addLostHolds(from reports: KeptReports, until week: Week) {
        let columns = ["item", "class", "date", "id", "name", "detail"]
        let folders = reports.weeks.filter { folder in
            Week(iso: String(decoding: folder.name, as: UTF8.self)).map { $0.monday <= week.monday } ?? false
        }
        var lost: [String: HostNote] = [:]
        for row in reports.rows("slt-summary.csv", of: folders, columns) where row[0] == "hold" {
            guard let day = Day(iso: row[2]), !row[1].isEmpty else { continue }
            let keys = Set(classCodes(in: row[1]).map(\.key))
            let isThere = records.notes.contains { note in
                note.kind == .removed && note.day == day
                    && !keys.isDisjoint(with: classCodes(in: note.classText).map(\.key))
            }
            if isThere { continue }
            let person = row[3].isEmpty ? withoutFormulaGuard(row[4]) : row[3]
            lost["\(day.iso) \(person)"] = HostNote(
                day: day, classText: row[1], kind: .removed, person: person, text: row[5], by: "",
                source: "slt-summary.csv of \(day.week.iso)")
        }
        for (_, note) in lost.sorted(by: { $0.key < $1.key }) {
            records.notes.append(note)
            problems.append(
                Problem(
                    "notes.csv", code: "lost-hold",
                    "no removal of \(note.day.iso) in \(note.classText) stands here any more, but an earlier report has one: the person stays on hold",
                    fix: "put the line back; or let the person join again with whojoined clear", severity: .warning))
        }
    }

    /// Lines about people who have left are no news of every week; `check` names them.
    mutating func quietenLines(about leavers: Set<String>) {
        let lines = records.unknownIDs.filter { leavers.contains(PersonLookup.key($0.id)) }
        problems.removeAll { problem in
            problem.code == "no-such-pupil" && lines.contains { $0.file == problem.file && $0.line == problem.line }
        }
    }
}
