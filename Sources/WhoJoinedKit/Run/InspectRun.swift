import HostSystem

/// `whojoined inspect`: what a file is and what was read from it.
package struct InspectRun: Sendable {
    package var options = RunOptions()
    package var path = ""
    /// The school whose zone, date order and column names hold, when there is one.
    package var school: SchoolFolder?

    package init() {}

    package func run() -> RunOutcome {
        RunOutcome(of: work)
    }

    private func work() throws -> RunOutcome {
        let settings = try readSettings()
        let clock = try RunClock(options.now, zone: settings.zone)
        var hints = try ReadingHints(options, settings)
        if options.now != nil { hints.now = clock.now }
        if path == "-" {
            let bytes: [UInt8]
            do { bytes = try readStandardInput(limit: InboxReader.sizeLimit) } catch {
                throw RunFailure(.nothingUsable, Problem(reading: "-", error).message)
            }
            return outcome(of: inspectExport(bytes, file: "-", hints: hints))
        }
        let place = HostPath(path)
        let entry = try failing("this file cannot be looked at") { () throws(SystemError) in try fileEntry(at: place) }
        guard let entry else {
            throw RunFailure(
                .inputMissing,
                "\(PlainText.clean(path, limit: 200)): error: there is no such file; fix: see how its name is spelt")
        }
        if entry.kind == .folder {
            return outcome(of: inspectRoster(at: place, asOf: clock.today, columns: settings.rosterColumns))
        }
        let whole = InboxEntry(name: path, path: place, stamp: entry.stamp)
        return try inspectFile(whole, hints, clock.today, settings)
    }

    /// An export if a format knows it, else a roster. What is neither gets the error of the likelier one.
    private func inspectFile(_ file: InboxEntry, _ hints: ReadingHints, _ today: Day, _ settings: SchoolSettings)
        throws(RunFailure) -> RunOutcome
    {
        let (place, bytes) = (file.path, try content(of: file))
        // A workbook that is a roster need not be read twice.
        let workbook = (try? workbookTables(bytes, path)) ?? nil
        let export = inspectExport(bytes, workbook, file: path, hints: hints)
        guard let code = export.error, ["no-header", "not-text", "roster", "empty", "other-report"].contains(code)
        else {
            return outcome(of: export)
        }
        let roster =
            workbook.map {
                inspectRoster($0.source(called: path, as: place), asOf: today, columns: settings.rosterColumns)
            } ?? inspectRoster(at: place, asOf: today, columns: settings.rosterColumns)
        if roster.exitCode == 65, let parts = try? file.parts(), parts.first?.part != nil {
            return try inspectParts(parts, hints)
        }
        // A grade book may be all that a school has of a class; a list of names and minutes is no class list.
        if code == "other-report", !roster.hasClasses { return outcome(of: export) }
        return roster.exitCode == 65 && code != "roster" ? outcome(of: export) : outcome(of: roster)
    }

    /// A zip archive that is no roster holds exports.
    private func inspectParts(_ parts: [InboxEntry], _ hints: ReadingHints) throws(RunFailure) -> RunOutcome {
        guard parts.count == 1 else {
            throw RunFailure(
                .nothingUsable,
                "\(PlainText.clean(path, limit: 200)): error: a zip archive of \(parts.count) files, and one is inspected at a time; fix: unpack it, or name it to whojoined lesson"
            )
        }
        return outcome(of: inspectExport(try content(of: parts[0]), file: parts[0].name, hints: hints))
    }

    private func content(of file: InboxEntry) throws(RunFailure) -> [UInt8] {
        do throws(Problem) {
            return try file.content()
        } catch {
            throw RunFailure(.nothingUsable, error.message)
        }
    }

    private func readSettings() throws(RunFailure) -> SchoolSettings {
        guard let school else { return SchoolSettings() }
        // A folder without settings is a school's too.
        guard let content = try? readOrdinaryFile(school.path.appending("school.toml"), limit: 1_048_576) else {
            return SchoolSettings()
        }
        do throws(SettingsRefusal) {
            return try WhoJoinedKit.readSettings(
                String(decoding: content.bytes, as: UTF8.self), file: "school.toml", parameters: RuleBook.parameters)
        } catch {
            throw RunFailure(.badSettings, error.problems.sortedForReaders.map(\.message))
        }
    }

    private func outcome(of inspection: ExportInspection) -> RunOutcome {
        outcome(inspection.json, inspection.text, inspection.exitCode, inspection.problems)
    }

    private func outcome(of inspection: RosterInspection) -> RunOutcome {
        outcome(inspection.json, inspection.text, inspection.exitCode, inspection.problems)
    }

    private func outcome(
        _ json: @autoclosure () -> JSONValue, _ page: @autoclosure () -> String, _ code: Int32, _ problems: [Problem]
    ) -> RunOutcome {
        var outcome = RunOutcome(ExitStatus(rawValue: code) ?? .nothingUsable)
        outcome.messages = options.messages(
            of: problems.filter { $0.severity != .note }.sortedForReaders, in: SchoolFolder(options.school))
        if options.format == .text {
            outcome.output = Array(page().utf8)
        } else {
            outcome.output = json().bytes(pretty: true) + [.lineFeed]
        }
        return outcome
    }
}
