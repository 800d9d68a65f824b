import HostSystem

/// The exports that `lesson` names, in their order.
struct NamedExports: ExportSource {
    private let files: [File]
    private let school: School
    private let options: RunOptions
    private let today: Day

    enum File: Sendable {
        case standardInput
        case file(InboxEntry)
    }

    init(_ files: [File], _ school: School, _ options: RunOptions, today: Day) {
        (self.files, self.school, self.options, self.today) = (files, school, options, today)
    }

    /// - Parameter paths: `-` is standard input.
    /// - Throws: with all those that are not there.
    static func files(_ paths: [String]) throws(RunFailure) -> [File] {
        var (files, missing): ([File], [String]) = ([], [])
        for path in paths {
            if path == "-" {
                files.append(.standardInput)
                continue
            }
            let entry = try failing("this export cannot be looked at") { () throws(SystemError) in
                try fileEntry(at: HostPath(path))
            }
            if let entry {
                do throws(Problem) {
                    files += try InboxEntry(name: path, path: entry.path, stamp: entry.stamp).parts().map(File.file)
                } catch {
                    throw RunFailure(.nothingUsable, error.message)
                }
            } else {
                missing.append(
                    "\(PlainText.clean(path, limit: 200)): error: there is no such file; fix: see how its name is spelt"
                )
            }
        }
        if !missing.isEmpty { throw RunFailure(.inputMissing, missing) }
        return files
    }

    /// The week is that of the first export.
    /// - Throws: when none of them can be used.
    func read() async throws -> PipelineInput {
        let hints = try ReadingHints(school.settings, school.timetable.rows, options, week: today.week)
        let reader = InboxReader(hints: hints, jobs: options.jobs)
        let inbox = Inbox(try files.map { try read($0, by: reader) })
        // A list of meetings shows nobody: alone it is no lesson's export.
        guard
            inbox.files.contains(where: { file in
                file.isUsable && file.export.map { $0.variant != ZoomMeetingsList.variant } ?? true
            })
        else {
            let problems = inbox.allProblems.sortedForReaders
            throw RunFailure(.nothingUsable, options.messages(of: problems, in: SchoolFolder(options.school)))
        }
        let moments = inbox.exports.lazy.flatMap(\.meetings).compactMap { meeting in
            meeting.participants.lazy.compactMap(\.stays.first?.joined).first ?? meeting.start
                ?? meeting.events.first?.at
        }
        let day = moments.first.map { school.settings.zone.day(of: $0) } ?? today
        return PipelineInput(inbox, week: day.week, isOfWholeWeek: false)
    }

    private func read(_ file: File, by reader: InboxReader) throws(RunFailure) -> InboxFile {
        if case .file(let entry) = file { return reader.read(entry) }
        do throws(ReadingError) {
            return reader.read(try readStandardInput(limit: InboxReader.sizeLimit), name: "-")
        } catch {
            throw RunFailure(.nothingUsable, Problem(reading: "-", error).message)
        }
    }
}
