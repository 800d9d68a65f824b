import HostSystem

/// `whojoined backup FILE`: a copy of the history that was read back.
package struct BackupRun: Sendable {
    package var options = RunOptions()
    package var file: String

    package init(file: String) { self.file = file }

    package func run() -> RunOutcome {
        RunOutcome(of: work)
    }

    private func work() throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let target = HostPath(file)
        let shown = PlainText.clean(target.text, limit: 200)
        guard let history = try History.existing(folder.history) else {
            throw RunFailure(
                .inputMissing, "history.sqlite: error: there is no history yet; fix: whojoined week makes one")
        }
        if try failing(
            "the backup's place cannot be looked at", status: .cannotCreate,
            { () throws(SystemError) in try fileEntry(at: target) }) != nil
        {
            throw RunFailure(.cannotCreate, "\(shown): error: something is there already; fix: name a new file")
        }
        var outcome = RunOutcome()
        if options.isDryRun {
            outcome.print("would write \(shown)")
            return outcome
        }
        // Empty and private before SQLite fills it.
        try failing("the backup cannot be made", status: .cannotCreate) { () throws(SystemError) in
            try createFile(target, [], mode: 0o600)
        }
        do {
            try history.copy(to: target)
            try history.close()
            guard let copy = try History.existing(target) else { throw History.damaged(target) }
            try copy.verify()
            let (sessions, exports) = (try copy.count(.session), try copy.count(.export))
            try copy.close()
            try failing("the backup cannot be flushed") { () throws(SystemError) in try flushDisk(of: target.parent) }
            if !options.isQuiet {
                outcome.print("wrote \(shown) and read it back: \(sessions) sessions, \(exports) exports")
            }
        } catch {
            try? removeFile(target)
            throw error
        }
        return outcome
    }
}
