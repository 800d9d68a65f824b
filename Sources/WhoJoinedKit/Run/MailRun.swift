import HostSystem

/// `whojoined mail`: writes a week's messages to the outbox, and with `--send` hands them to the mail program.
package struct MailRun: Sendable {
    package var options = RunOptions()
    package var week: String?
    /// The week's folder, as for `week`.
    package var out: String?
    package var hasLetters = false
    package var isSent = false
    /// Files of the outbox to hand over though they are recorded as sent, or as begun.
    package var again: [String] = []

    package init() {}

    package func run() -> RunOutcome {
        options.writing(work)
    }

    private func work(in folder: SchoolFolder) throws -> RunOutcome {
        let school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        guard let week = week.map({ Week(iso: $0) }) ?? clock.today.week else {
            throw RunFailure(.wrongUsage, "--week: error: not an ISO week; fix: write it as 2026-W47")
        }
        guard let from = MailAddress(school.settings.mail.from) else {
            throw RunFailure(
                .badSettings,
                "school.toml: error: [mail] from is not an e-mail address; fix: give the school's address that messages come from"
            )
        }
        let reports = out.map { HostPath($0) } ?? folder.reports(of: week)
        try ReportBasis(of: reports, week).check(against: school, in: folder, options)
        let (templates, mistakes) = readTemplates()
        if !mistakes.isEmpty { throw RunFailure(.badSettings, mistakes.sortedForReaders.map(\.message)) }
        var packs = MailPacks(
            school, week: week, now: clock.now, from: from, reports: reports, templates: templates.letters)
        var messages = try packs.sltPack()
        messages += try packs.leadPack()
        messages += try packs.classPacks()
        if hasLetters { messages += try packs.letters() }
        var outcome = RunOutcome(
            packs.problems.hasErrors ? .someInputUnusable : .done,
            messages: packs.problems.sortedForReaders.map(\.message))
        let outbox = reports.appending("outbox")
        if !options.isDryRun {
            let kept = try write(messages, to: outbox, of: folder)
            outcome.messages += kept.messages(in: folder)
        }
        if isSent && !options.isDryRun {
            try send(messages, from: outbox, folder, week, clock.now, &outcome)
        } else if !options.isQuiet {
            preview(messages, outbox, &outcome)
        }
        return outcome
    }

    /// What was sent before keeps its bytes; sent again, it stands beside the new ones.
    private func write(
        _ messages: [OutboxMessage], to outbox: HostPath, of folder: SchoolFolder
    ) throws(StoreError) -> [KeptFiles.File] {
        let history = try History.existing(folder.history)
        let sent = try OutboxFolder(of: outbox.parent).sentFiles(history.map { Outbox(history: $0) })
        try history?.close()
        var files = Dictionary(messages.map { ($0.file, $0.message.bytes) }, uniquingKeysWith: { a, _ in a })
        for (name, bytes) in sent.sorted(by: { $0.key < $1.key }) {
            let isSentAgain = isSent && again.contains(name) && files[name] != bytes
            let kept = isSentAgain ? OutboxFolder.name(ofSent: name) { sent[$0] != nil || files[$0] != nil } : name
            files[kept] = bytes
        }
        var reports = try ReportFolder(
            aside: outbox, kept: KeptFiles(beside: outbox.parent, part: OutboxFolder.name), mustBeOwn: out != nil)
        try reports.write(files.sorted { $0.key < $1.key }.map { ReportFile(path: $0.key, bytes: $0.value) })
        try reports.flush()
        try reports.putInPlace()
        return reports.moved
    }

    private func preview(_ messages: [OutboxMessage], _ outbox: HostPath, _ outcome: inout RunOutcome) {
        outcome.print(
            "\(messages.count) messages\(options.isDryRun ? " would be" : "") in \(PlainText.clean(outbox.text, limit: 300)); nothing was sent"
        )
        for message in messages {
            outcome.print(
                "  \(message.file)  to \(message.message.to.text)  \"\(PlainText.clean(message.message.subject, limit: 300))\""
            )
        }
        if !options.isDryRun && !messages.isEmpty {
            outcome.print("Look at them, then: whojoined mail --send with the same options")
        }
    }

    // MARK: Sending

    private func send(
        _ messages: [OutboxMessage], from outbox: HostPath, _ folder: SchoolFolder, _ week: Week, _ now: Instant,
        _ outcome: inout RunOutcome
    ) throws {
        let settings = try folder.readSettings().mail
        guard let program = findProgram(settings.sendmail) else {
            throw RunFailure(
                .badSettings,
                "school.toml: error: the program of [mail] sendmail is not there; fix: give its path, or install a mail program"
            )
        }
        let record = Outbox(history: try History(at: folder.history))
        let states = try record.states()
        var count = (sent: 0, before: 0, unclear: 0, left: 0, failed: 0)
        for message in messages {
            let isAgain = again.contains(message.file)
            switch states[message.message.id] {
            case .sent where !isAgain: count.before += 1
            case .handing where !isAgain:
                count.unclear += 1
                outcome.messages.append(
                    "\(message.file): warning: an earlier run was stopped while it handed this message over, so it may have been sent; fix: ask the recipient, then send it with --again \(message.file) or leave it"
                )
            default:
                if count.sent + count.failed >= settings.limit {
                    count.left += 1
                    continue
                }
                if try giveToMailProgram(message, program, outbox, record, week, now) {
                    count.sent += 1
                } else {
                    count.failed += 1
                    outcome.messages.append(
                        "\(message.file): error: the mail program refused this message; fix: see its log, then run this again"
                    )
                }
            }
        }
        try record.history.close()
        if count.failed > 0 {
            outcome.status = .ioFailed
        } else if count.unclear > 0 {
            outcome.status = .someInputUnusable
        }
        if count.left > 0 {
            outcome.messages.append(
                "school.toml: note: \(count.left) messages are left because of [mail] limit = \(settings.limit); fix: run this again for the next ones"
            )
        }
        if options.isQuiet && outcome.status == .done { return }
        outcome.print(
            "\(count.sent) sent, \(count.before) sent before, \(count.unclear) unclear, \(count.failed) refused, \(count.left) left"
        )
    }

    /// Recorded before and after: a run that is killed in between leaves a record that says so.
    private func giveToMailProgram(
        _ message: OutboxMessage, _ program: HostPath, _ outbox: HostPath, _ record: Outbox, _ week: Week,
        _ now: Instant
    ) throws -> Bool {
        let (id, to) = (message.message.id, message.message.to)
        try record.record(id, week: week, to: to, .handing, at: now)
        let code = try failing("the mail program could not be started") { () throws(SystemError) in
            try runProgram(
                program, ["-i", "-f", message.message.from.text, "--", to.text], input: outbox.appending(message.file))
        }
        // 75: the mail program has queued it, or not; nobody can tell.
        if code == 75 || code >= 128 { return false }
        try record.record(id, week: week, to: to, code == 0 ? .sent : .failed, at: now)
        return code == 0
    }
}
