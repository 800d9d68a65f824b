import ASCII
import DelimitedText
import HostSystem

/// Where things stand in a school's folder.
package struct SchoolFolder: Sendable {
    package var path: HostPath

    package init(_ path: HostPath) { self.path = path }

    var inbox: HostPath { path.appending("inbox") }
    var reports: HostPath { path.appending("reports") }
    var history: HostPath { path.appending("history.sqlite") }
    func reports(of week: Week) -> HostPath { reports.appending(week.iso) }
    /// `reports/day-2026-11-16`
    func reports(of day: Day) -> HostPath { reports.appending("\(Day.folderPrefix)\(day.iso)") }

    /// `--school`, else the environment's `WHOJOINED_SCHOOL`, else the current folder or the nearest parent with a
    /// `school.toml`, else the default school of this account or this machine.
    package static func find(_ option: String?) -> RunOutcomeOr<SchoolFolder> {
        if let named = option ?? Machine.environmentValue("WHOJOINED_SCHOOL"), !named.isEmpty {
            let path = HostPath(named)
            // A link to the school's folder itself is the user's own choice: the slash follows it.
            if let entry = try? fileEntry(at: path.appending("")), entry.kind == .folder {
                return .value(SchoolFolder(path))
            }
            return .outcome(
                RunOutcome(
                    .inputMissing,
                    messages: [
                        "\(PlainText.clean(named, limit: 200)): error: there is no such folder; fix: name the school's folder"
                    ]))
        }
        var path = Machine.currentFolder()
        while true {
            if (try? fileEntry(at: path.appending("school.toml"))) != nil { return .value(SchoolFolder(path)) }
            if path.parent == path || path == HostPath(".") { break }
            path = path.parent
        }
        do throws(RunFailure) {
            if let school = try DefaultSchool.read() { return .value(school) }
        } catch { return .outcome(RunOutcome(error.status, messages: error.messages)) }
        return .outcome(
            RunOutcome(
                .inputMissing,
                messages: [
                    "school.toml: error: neither this folder nor one above it is a school's; fix: name it with --school, make one with whojoined init DIR, or say once which it is with whojoined init DIR --default"
                ]))
    }

    /// The right to write here, for as long as it is held. Another run gets ten seconds to finish.
    /// - Parameter isDryRun: then nothing is written, and no right needed.
    func lock(unless isDryRun: Bool) throws(RunFailure) -> FolderLock? {
        if isDryRun { return nil }
        do throws(SystemError) {
            if let lock = try FolderLock(path, waiting: 10) {
                try ReportFolder.finishSwitches(in: reports)
                return lock
            }
        } catch {
            throw RunFailure(error, doing: "the school's folder cannot be locked")
        }
        throw RunFailure(
            .busy,
            "\(PlainText.clean(path.text, limit: 200)): error: another run is at work on this school; fix: wait until it has finished, then try again"
        )
    }

    /// Settings, roster and the school's own files, or why a run cannot do without them.
    func read() throws(RunFailure) -> School {
        do throws(SchoolRefusal) {
            return try readSchool(at: path, parameters: RuleBook.parameters)
        } catch {
            switch error {
            case .settings(let problems): throw RunFailure(.badSettings, problems.sortedForReaders.map(\.message))
            case .noRoster(let problems): throw RunFailure(.nothingUsable, problems.sortedForReaders.map(\.message))
            case .reading(let problems): throw RunFailure(.ioFailed, problems.sortedForReaders.map(\.message))
            }
        }
    }

    /// - Parameter takesArriving: also what was put there this minute, for commands that write nothing.
    func inboxListing(takesArriving: Bool = false) throws(RunFailure) -> InboxListing {
        try failing("the inbox cannot be read") { () throws(SystemError) in
            try InboxListing(of: inbox, takesArriving: takesArriving)
        }
    }

    /// `school.toml` alone, for commands that need no roster.
    func readSettings() throws(RunFailure) -> SchoolSettings {
        let content: FileContent
        do throws(ReadingError) {
            content = try readOrdinaryFile(path.appending("school.toml"), limit: 1_048_576)
        } catch {
            if case .system(let failure) = error, failure.isMissing { return SchoolSettings() }
            throw RunFailure(.badSettings, Problem(reading: "school.toml", error).message)
        }
        guard
            let text = String(
                validating: content.bytes.starts(with: ByteOrderMark.utf8)
                    ? Array(content.bytes.dropFirst(3)) : content.bytes, as: UTF8.self)
        else {
            throw RunFailure(.badSettings, "school.toml: error: not UTF-8; fix: save it as UTF-8")
        }
        do throws(SettingsRefusal) {
            let settings = try WhoJoinedKit.readSettings(text, file: "school.toml", parameters: RuleBook.parameters)
            try settings.requirePolicy(in: "school.toml")
            return settings
        } catch {
            throw RunFailure(.badSettings, error.problems.sortedForReaders.map(\.message))
        }
    }
}

extension RunOptions {
    /// The outcome of a command that alone may write in the school's folder, unless it is a dry run.
    func writing(_ work: (SchoolFolder) throws -> RunOutcome) -> RunOutcome {
        RunOutcome {
            let folder = SchoolFolder(school)
            let lock = try folder.lock(unless: isDryRun)
            defer { _ = lock }
            return try work(folder)
        }
    }
}

package enum RunOutcomeOr<Value: Sendable>: Sendable {
    case value(Value)
    case outcome(RunOutcome)
}
