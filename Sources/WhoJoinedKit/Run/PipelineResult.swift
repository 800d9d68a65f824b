/// What came of a run's exports.
struct PipelineResult: Sendable {
    /// A session of another week, and how its rows count.
    typealias Kept = (session: StoredSession, tallies: RowTallies)

    let input: PipelineInput
    /// Without its inputs.
    let result: WeekResult
    /// Sessions of other weeks, by start, then key.
    private let others: [StoredSession]
    let tallies: RowTallies

    init(_ input: PipelineInput, _ result: WeekResult, others: [Kept], strangers: [String: Int]) {
        (self.input, self.result) = (input, result)
        self.others = others.map(\.session).inOrderWithOwnKeys(besides: result.sessions.map(\.session.key))
        tallies = others.reduce(into: RowTallies(result.sessions)) { $0.add($1.tallies) }
            .adding(strangers)
    }

    /// Sessions of other weeks that were made anew.
    var pastSessions: [PastSession] { others.map(\.past) }

    /// All sessions as the history keeps them.
    var storedSessions: [StoredSession] {
        let (ids, rolls) = (input.exportIDs, RollCache(of: result.school.roster.pupils))
        let people = PersonBook(result.school.roster)
        return others
            + result.sessions.map {
                StoredSession($0, of: result.school, exports: ids, rolls: rolls, people: people, isReported: true)
            }
    }

    /// The result with its inputs as run.json names them, and with what is wrong with them.
    func resultWithInputs() -> WeekResult {
        var result = result
        let gone = rememberedInUse
        let files =
            input.isOfWholeWeek
            ? (inputFiles(in: "inbox/") + gone.map(\.file)).sorted { $0.name < $1.name } : inputFiles(in: "")
        result.inputs = result.school.inputs + files
        result.tally = files.lazy.compactMap(\.tally).reduce(RowTally(), +)
        result.problems += gone.map(\.problem) + input.inbox.allProblems + input.known.flatMap(\.problems)
        result.problems = result.problems.sortedForReaders
        return result
    }

    private func inputFiles(in folder: String) -> [InputFile] {
        let known = Dictionary(input.known.map { ($0.name, $0.tally) }, uniquingKeysWith: { a, _ in a })
        let read = input.inbox.files.map { file in
            InputFile(
                name: folder + file.name, sha256: file.sha256, size: file.stamp.size,
                tally: file.export.map(tallies.tally) ?? file.sameAs.flatMap { known[$0] })
        }
        return read
            + input.known.map {
                InputFile(name: folder + $0.name, sha256: $0.sha256, size: $0.stamp.size, tally: $0.tally)
            }
    }

    /// Exports that have left the inbox and of which a session is.
    private var rememberedInUse: [(file: InputFile, problem: Problem)] {
        if input.remembered.isEmpty { return [] }
        let used = Set(result.sessions.flatMap { $0.session.exports.map(\.file) })
        let present = Set(input.inbox.files.map(\.name) + input.inbox.problems.map(\.file))
        return input.remembered.filter { used.contains($0.export.file) }.map { old in
            let what =
                present.contains(old.export.file)
                ? "the rows of an earlier run are used, and nobody is certainly missing from them"
                : "this export has left the inbox; its rows come from the history"
            return (
                InputFile(name: "history/\(old.export.file)", sha256: old.id.sha256, size: 0, tally: old.tally),
                Problem(old.export.file, code: "remembered", what, fix: "", severity: .note)
            )
        }
    }
}
