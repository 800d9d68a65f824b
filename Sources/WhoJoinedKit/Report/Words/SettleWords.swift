/// What `settle` says on the terminal, and what it asks. Every name goes through `PlainText`.
struct SettleWords: Sendable {
    let context: ReportContext
    let columns: Int

    /// `2 of 3   4B  Maths   Wed 7 Oct, 09:00`, the name and its time in the call, and why it is a question.
    func title(_ open: OpenName, _ number: Int, of count: Int) -> String {
        var page = TextPage(columns: columns)
        let lesson = [open.session.classText, open.session.subject].map { PlainText.clean($0) }
            .filter { !$0.isEmpty }.joined(separator: "  ")
        page.line("")
        page.line("\(number) of \(count)   \(lesson)   \(open.session.day.short), \(context.time(open.session.start))")
        let email = open.entrant.email.map { "  <\(PlainText.clean($0))>" } ?? ""
        let minutes = open.minutes.map { " (\($0) min in the call)" } ?? ""
        page.line("\"\(PlainText.shown(open.entrant.nameInExport))\"\(email)   \(open.times(context))\(minutes)")
        if !open.entrant.link.why.isEmpty {
            page.line("  \(PlainText.clean(open.entrant.link.why, limit: 300))", indent: 2)
        }
        if let device = open.recurring { page.line("  It \(device.sentence(context)).", indent: 2) }
        if open.entrant.link.atOnce > 1 {
            page.line("  \(open.entrant.link.atOnce) at once under this name: they cannot be one person.", indent: 2)
        }
        return page.text
    }

    /// - Parameter said: pupils of this lesson as whom another name was settled just now, with that name.
    func choices(_ prompt: SettlePrompt, said: [Pupil.Index: DisplayName]) -> String {
        var page = TextPage(columns: columns)
        if let heading = heading(prompt.asked) { page.line("  \(heading)", indent: 2) }
        for (number, choice) in prompt.shownChoices.enumerated() {
            page.line("  \(number + 1)  \(words(for: choice, of: prompt.open, said))", indent: 5)
        }
        if prompt.choices.isEmpty { page.line("  (nobody is left on the roster who it could be)") }
        for line in keys(prompt) { page.line("  \(line)", indent: 2) }
        return page.text
    }

    private func heading(_ asked: SettlePrompt.Asked) -> String? {
        switch asked {
        case .who: nil
        case .staff: "Which member of staff?"
        case .childOf: "Whose parent or carer?"
        }
    }

    private func words(for choice: SettlePrompt.Choice, of open: OpenName, _ said: [Pupil.Index: DisplayName])
        -> String
    {
        switch choice {
        case .pupil(let pupil) where said[pupil] != nil:
            "\(context.identified(pupil))   there already as \"\(PlainText.shown(said[pupil]?.text ?? ""))\", as you said"
        case .pupil(let pupil): "\(context.identified(pupil))   \(open.whereabouts(of: pupil, context))"
        case .staff(let member): "\(context.staffNames[member]) (\(context.staffCodes[member]))"
        }
    }

    private func keys(_ prompt: SettlePrompt) -> [String] {
        let more = prompt.hasMore ? "m more   " : ""
        guard prompt.asked == .who else { return ["1-9 choose   \(more)Enter back   u undo   q done"] }
        let digits = prompt.choices.isEmpty ? "" : "1-9 that pupil   \(more)"
        return [
            "\(digits)s staff   g guest   p parent of   n nobody of ours",
            "d device, for this lesson only   u undo   Enter skip   q done",
        ]
    }

    func settled(as answer: SettleAnswer, in file: String, isDryRun: Bool) -> String {
        let what =
            switch answer {
            case .pupil(let pupil): context.identified(pupil)
            case .staff(let member): "\(context.staffNames[member]) (\(context.staffCodes[member])), staff"
            case .contact(let pupil): "a parent or carer of \(context.identified(pupil))"
            case .guest: "a guest of that day"
            case .stranger: "nobody of ours"
            case .device: "a device, for that lesson only"
            }
        return "  -> \(what); \(isDryRun ? "would be written to" : "written to") \(file)\n"
    }

    func summary(settled: Int, left: Int) -> String {
        let rest = left == 0 ? "none is left" : "\(counted(left, "name")) left open"
        return "\(counted(settled, "name")) settled, \(rest)."
    }

    static let unknownKey = "  That key does nothing here.\n"
    static let nothingToUndo = "  There is nothing to take back.\n"
    static let skipped = "  left open\n"
    static let last =
        "\nThat was the last. u takes it back; any other key ends (so does waiting five seconds).\n"
    static let severalAtOnce =
        "  Several were there at once under this name: only d (devices), n or Enter.\n"
    static func takenBack(_ file: String) -> String { "  Taken back out of \(file).\n" }
}
