import HostSystem

/// `whojoined purge`: removes what is older than `retention-days`, and says what.
package struct PurgeRun: Sendable {
    package var options = RunOptions()
    /// Also delete the exports in `inbox/` that are past it.
    package var takesInbox = false

    package init() {}

    package func run() -> RunOutcome {
        options.writing(work)
    }

    private func work(in folder: SchoolFolder) throws -> RunOutcome {
        let settings = try folder.readSettings()
        let clock = try RunClock(options.now, zone: settings.zone)
        let history = options.isDryRun ? try History.reading(folder.history) : try History.existing(folder.history)
        let expired = try ExpiredRecords(
            history, inbox: folder.inbox, reports: folder.reports, settings, today: clock.today)
        let receipt = lines(expired, settings)
        var outcome = RunOutcome()
        if !options.isDryRun {
            try expired.remove(from: history)
            try History.removeEarlier(than: folder.history)
            if takesInbox {
                try failing("an old export could not be removed") { () throws(SystemError) in
                    for path in expired.inbox { try removeFile(path) }
                }
            }
            if !expired.isEmpty { try file(receipt, in: folder, clock.today) }
            try history?.close()
        }
        if options.isQuiet && expired.isEmpty { return outcome }
        for line in receipt { outcome.print(line) }
        return outcome
    }

    private func lines(_ expired: ExpiredRecords, _ settings: SchoolSettings) -> [String] {
        let verb = options.isDryRun ? "Would remove" : "Removed"
        var lines = [
            "\(verb) what is older than \(expired.cutoff.iso) (retention-days = \(settings.retentionDays)):",
            "  \(expired.sessions) sessions, \(expired.exports.count) exports and \(expired.messages.count) messages from the history",
            "  \(expired.reports.count) folders and pages from reports/",
        ]
        if !expired.reports.shortened.isEmpty {
            lines.append(
                "  of these \(expired.reports.shortened.count) keep the rows of session-log.csv that [retention] has stay longer"
            )
        }
        let kinds = settings.retentionOfKinds.sorted { $0.key.rawValue < $1.key.rawValue }
        if !kinds.isEmpty {
            lines.insert(
                "  of other kinds by [retention]: "
                    + kinds.map { "\($0.key.rawValue) = \($0.value)" }.joined(separator: ", "), at: 1)
        }
        if expired.inbox.isEmpty { return lines }
        if takesInbox {
            lines.append("  \(expired.inbox.count) exports from inbox/")
        } else {
            lines.append(
                "Left: \(expired.inbox.count) exports in inbox/ that are as old; purge --inbox removes them too")
        }
        return lines
    }

    /// The receipt names nobody.
    private func file(_ lines: [String], in folder: SchoolFolder, _ today: Day) throws(RunFailure) {
        try failing("the receipt could not be written") { () throws(SystemError) in
            let receipts = folder.reports.appending("receipts")
            try createFolders(receipts)
            var number = 1
            while try fileEntry(at: receipts.appending("purge-\(today.iso)-\(number).txt")) != nil { number += 1 }
            try createFile(
                receipts.appending("purge-\(today.iso)-\(number).txt"),
                Array((lines.joined(separator: "\n") + "\n").utf8), flush: true)
        }
    }
}
