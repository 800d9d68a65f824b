/// Holds that only the history still knows of: a removal does not end because notes.csv was lost.
extension School {
    /// Puts back removals up to this week that nobody was cleared of when `week` ran last, and of whose day and class
    /// notes.csv has no removal any more.
    mutating func addLostHolds(from history: History?, until week: Week) throws(StoreError) {
        for note in try history?.heldRemovals() ?? [] where note.day <= week.sunday {
            let keys = Set(classCodes(in: note.classText).map(\.key))
            let isThere = records.notes.contains { other in
                other.kind == .removed && other.day == note.day
                    && !keys.isDisjoint(with: classCodes(in: other.classText).map(\.key))
            }
            if isThere { continue }
            records.notes.append(note)
            problems.append(
                Problem(
                    "notes.csv", code: "lost-hold",
                    "no removal of \(note.day.iso) in \(note.classText) stands here any more, but the history has one: the person stays on hold",
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
