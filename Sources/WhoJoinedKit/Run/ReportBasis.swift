import HostSystem

/// What a week's reports were made of, compared with what is there now.
struct ReportBasis {
    let reports: HostPath
    let week: Week
    private let record: PastRunRecord

    /// - Throws: 66 when there are no reports, 65 when they do not say what they were made of.
    init(of reports: HostPath, _ week: Week) throws(RunFailure) {
        (self.reports, self.week) = (reports, week)
        let path = reports.appending("run.json")
        let name = PlainText.clean(path.text, limit: 200)
        let bytes: [UInt8]
        do throws(ReadingError) {
            bytes = try readOrdinaryFile(path, limit: 512 * 1_048_576).bytes
        } catch {
            if case .system(let failure) = error, failure.isMissing {
                throw RunFailure(
                    .inputMissing, "\(name): error: there is no such report; fix: run whojoined week first")
            }
            throw RunFailure(.ioFailed, Problem(reading: name, error).message)
        }
        guard let record = PastRunRecord(bytes), record.week == week.iso else {
            throw RunFailure(
                .nothingUsable,
                "\(name): error: does not say what these reports of \(week.iso) were made of; fix: run whojoined week --week \(week.iso) again"
            )
        }
        self.record = record
    }

    /// - Throws: 65 when an export of the week, the roster or a file of the school has another content now. That a
    ///   family was tried or reached since changes nothing in them.
    func check(against school: School, in folder: SchoolFolder, _ options: RunOptions) throws {
        let changed = try changedFiles(school) + changedExports(school, folder, options)
        if changed.isEmpty { return }
        let names = changed.prefix(3).map { PlainText.clean($0, limit: 60) }.joined(separator: ", ")
        let more = changed.count > 3 ? " and \(changed.count - 3) more" : ""
        throw RunFailure(
            .nothingUsable,
            "\(PlainText.clean(reports.text(below: folder.path), limit: 120)): error: these reports are old: changed since: \(names)\(more); fix: run whojoined week --week \(week.iso) again, then mail"
        )
    }

    private func changedFiles(_ school: School) -> [String] {
        func isOfSchool(_ name: String) -> Bool {
            !["inbox/", "history/", "followups."].contains { name.utf8.starts(with: $0.utf8) }
        }
        let old = Dictionary(
            record.inputs.filter { isOfSchool($0.name) }.map { ($0.name, $0.sha256) }, uniquingKeysWith: { a, _ in a })
        let new = Dictionary(
            school.inputs.map { (PlainText.clean($0.name, limit: 400), $0.sha256) }.filter { isOfSchool($0.0) },
            uniquingKeysWith: { a, _ in a })
        let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        return changed + (record.clearances.map { $0 != school.clearances } ?? false ? ["followups.csv"] : [])
    }

    /// An export that has left the inbox is remembered, so it is no change.
    private func changedExports(_ school: School, _ folder: SchoolFolder, _ options: RunOptions) throws -> [String] {
        let history = try History.reading(folder.history)
        let known = KnownExports(try history?.exports() ?? [])
        try history?.close()
        let ofInbox = record.inputs.filter { $0.name.utf8.starts(with: "inbox/".utf8) }
        let read = Set(ofInbox.map(\.sha256))
        let before = Dictionary(ofInbox.map { ($0.name, $0.sha256) }, uniquingKeysWith: { a, _ in a })
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: week), jobs: 1)
        let ofWeek = week.monday...week.sunday
        return try folder.inboxListing(takesArriving: true).entries.filter { entry in
            let content: (sha256: String, days: ClosedRange<Day>?)
            if let stored = known.first(entry.name, where: { $0.stamp == entry.stamp }) {
                content = (stored.sha256, stored.days)
            } else {
                let file = reader.read(entry)
                content = (file.sha256, file.days)
            }
            if read.contains(content.sha256) { return false }
            let old = before[PlainText.clean("inbox/" + entry.name, limit: 400)]
            let oldDays = known.first(entry.name, where: { $0.sha256 == old })?.days
            return [content.days, oldDays].contains { $0?.overlaps(ofWeek) ?? false }
        }.map { "inbox/" + $0.name }
    }
}
