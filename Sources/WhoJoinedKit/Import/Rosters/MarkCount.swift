/// What came of the marks of one file, and what is to be said of it.
struct MarkCount {
    /// Rows that could not be used for one reason: how many, and the first of them.
    private struct Left {
        var count = 0
        var line = Int.max

        mutating func add(_ line: Int) {
            count += 1
            self.line = min(self.line, line)
        }
    }

    private var used = 0
    private var excusing = 0
    private var strangers = Left()
    private var namesakes = Left()
    private var unknown = Left()

    mutating func count(_ mark: RosterDocument.Mark, _ pupil: PupilFinder.Answer, excuses: Bool) {
        switch pupil {
        case .none: return strangers.add(mark.line)
        case .several: return namesakes.add(mark.line)
        case .one: break
        }
        if mark.category == .local { unknown.add(mark.line) }
        used += 1
        if excuses { excusing += 1 }
    }

    func problems(of file: String) -> [Problem] {
        var found: [Problem] = []
        func say(_ left: Left, _ code: String, _ what: String, _ fix: String) {
            if left.count == 0 { return }
            let count = left.count == 1 ? "this mark is" : "\(left.count) marks, the first here, are"
            found.append(Problem(file, line: left.line, code: code, "\(count) \(what)", fix: fix, severity: .warning))
        }
        say(
            strangers, "no-such-pupil", "of pupils who are not in the roster", "export roster and marks on the same day"
        )
        say(
            namesakes, "no-such-pupil", "of a name or number that several pupils have, and excuse none of them",
            "export the marks with the admission number")
        say(
            unknown, "unknown-mark", "no code of the attendance regulations, and excuse nobody",
            "write the code of the regulations, such as I for illness, or put the absence into absences.csv")
        if used > 0, excusing == 0 {
            found.append(
                Problem(
                    file, code: "no-excuse",
                    "\(used) marks were read, and none of them excuses a pupil (only absences with leave and codes such as I, M, C and Y do)",
                    fix: "", severity: .note))
        }
        return found
    }
}
