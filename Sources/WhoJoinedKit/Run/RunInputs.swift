/// The exports of a run as run.json names them, and what is wrong with them.
struct RunInputs: Sendable {
    private let inbox: InboxReading
    /// By name.
    private var files: [InputFile]
    /// Of each of these, if its account is still to come.
    private let facts: [ExportFacts?]
    private let problems: [Problem]

    /// - Parameter known: exports that were not read.
    init(_ inbox: InboxReading, _ known: [StoredExport]) {
        self.inbox = inbox
        let hasCopies = inbox.files.contains { $0.sameAs != nil }
        let knownAccounts = Dictionary(
            hasCopies ? known.map { ($0.name, $0.account) } : [], uniquingKeysWith: { a, _ in a })
        var all: [(file: InputFile, facts: ExportFacts?)] = []
        all.reserveCapacity(inbox.files.count + known.count)
        for file in inbox.files {
            let account = file.sameAs.flatMap { knownAccounts[$0] }
            all.append(
                (
                    InputFile(name: "inbox/" + file.name, sha256: file.sha256, size: file.stamp.size, account: account),
                    file.facts
                ))
        }
        for export in known {
            all.append(
                (
                    InputFile(
                        name: "inbox/" + export.name, sha256: export.sha256, size: export.stamp.size,
                        account: export.account), nil
                ))
        }
        all.sort { $0.file.name < $1.file.name }
        (files, facts) = (all.map(\.file), all.map(\.facts))
        problems = (inbox.allProblems + known.flatMap(\.problems)).sortedForReaders
    }

    /// Gives the result the inputs with their accounts, and the problems.
    /// - Parameter remembered: exports of the week that have left the inbox.
    consuming func complete(_ result: inout WeekResult, _ remembered: [WeekMemory.Remembered], _ accounts: RowTallies) {
        for place in files.indices {
            if let facts = facts[place] { files[place].account = accounts.account(of: facts) }
        }
        if !remembered.isEmpty {
            let used = Set(result.sessions.flatMap { $0.session.exports.map(\.file) })
            let present = Set(inbox.files.map(\.name) + inbox.problems.map(\.file))
            for old in remembered where used.contains(old.export.file) {
                files.append(
                    InputFile(name: "history/\(old.export.file)", sha256: old.id.sha256, size: 0, account: old.account))
                result.problems.append(RunInputs.note(of: old, isPresent: present.contains(old.export.file)))
            }
            files.sort { $0.name < $1.name }
        }
        result.account = files.lazy.compactMap(\.account).reduce(RowTally(), +)
        result.problems = (result.problems + problems).sortedForReaders
        files.insert(contentsOf: result.school.inputs, at: 0)
        result.inputs = files
    }

    private static func note(of old: WeekMemory.Remembered, isPresent: Bool) -> Problem {
        Problem(
            old.export.file, code: "remembered",
            isPresent
                ? "the rows of an earlier run are used, and nobody is certainly missing from them"
                : "this export has left the inbox; its rows come from the history",
            fix: "", severity: .note)
    }
}
