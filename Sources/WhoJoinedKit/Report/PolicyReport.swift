import DelimitedText

/// The ledger of a school's policy with what stands beside it: for governors and for inspection. It counts, and names
/// nobody but who checked the log.
struct PolicyReport: Sendable {
    let school: School
    /// From the first to the last day that is counted.
    let days: ClosedRange<Day>
    let today: Day
    let ledger: ClauseLedger
    /// What the school does not collect, by the rules that would need it.
    let lacks: [RuleID: String]

    /// The checks that were made since the first of these days.
    private var checks: [LogCheck] { school.records.logChecks.filter { $0.day >= days.lowerBound && $0.day <= today } }

    private var sentencesOfChecks: [String] {
        checks.isEmpty
            ? ["Nobody has noted that the log was checked: whojoined note --checked --by NAME"]
            : checks.map { check in
                let of = check.classText.isEmpty ? "" : " of \(PlainText.clean(check.classText))"
                return "The log\(of) was checked by \(PlainText.shown(check.by)) on \(check.day.shortWithYear)."
            }
    }

    private var sentenceOfReview: String {
        guard let due = school.settings.reviewBy else {
            return "When the policy is to be reviewed is not said: review-by in [school] of school.toml."
        }
        return due < today
            ? "The policy was to be reviewed by \(due.shortWithYear): that is due."
            : "The policy is to be reviewed by \(due.shortWithYear)."
    }

    private func demand(_ entry: ClauseLedger.Entry) -> String {
        entry.clause.demand.isEmpty
            ? "Rule of this school: \(entry.clause.evidence.rules.map(\.words).joined(separator: ", "))."
            : entry.clause.demand
    }

    // MARK: Text

    private static let kinds: [(kind: String, heading: String)] = [
        ("rules", "SHOWN BY THE CALLS THEMSELVES"), ("register", "SHOWN BY A REGISTER OF SIGNATURES"),
        ("host-checks", "TICKED BY THE HOST"), ("log", "SHOWN BY THE SESSION LOG"),
        ("nothing", "CANNOT BE SHOWN BY DATA"),
    ]

    var text: [UInt8] {
        var page = TextPage()
        page.line(
            "\(PlainText.clean(school.settings.name).uppercased())   The policy on video calls, clause by clause",
            indent: 3)
        page.line("\(days.lowerBound.short) - \(days.upperBound.shortWithYear). For governors and inspection.")
        page.line("")
        page.line(sentenceOfReview)
        for sentence in sentencesOfChecks { page.line(sentence) }
        page.line(
            "\(counted(ledger.sessions, "session")), \(ledger.withExport) with an export; no pupil is named. Tested: the "
                + "evidence decides. Not evidenced: it may have been kept, and nothing here shows it.", indent: 0)
        if ledger.entries.isEmpty { page.line("There is no clause to count: choose a preset, or turn rules on.") }
        for (kind, heading) in Self.kinds { add(kind, heading, to: &page) }
        return page.bytes
    }

    private func add(_ kind: String, _ heading: String, to page: inout TextPage) {
        let entries = ledger.entries.filter { $0.clause.evidence.kind == kind }
        if entries.isEmpty { return }
        page.line("")
        page.heading(heading)
        var citation: String?
        for entry in entries {
            if entry.citation != citation { page.line("\(PlainText.clean(entry.citation, limit: 300))", indent: 2) }
            citation = entry.citation
            page.line("  - \(demand(entry))", indent: 4)
            let sources = kind == "nothing" ? "" : " (\(entry.clause.evidence.sources.joined(separator: ", ")))"
            page.line("    \(figures(entry))\(sources)", indent: 6)
            let remark = remark(entry)
            if !remark.isEmpty { page.line("    \(remark)", indent: 4) }
        }
    }

    /// `4 tested: 3 kept, 1 broken; 1 not evidenced`
    private func figures(_ entry: ClauseLedger.Entry) -> String {
        if entry.sessions == 0 { return "It did not arise." }
        if entry[.beyondData] > 0 { return "\(counted(entry[.beyondData], "session")), none can be evidenced." }
        let tested = "\(entry.tested) tested: \(entry[.kept]) kept, \(entry[.broken]) broken"
        return entry.tested == 0
            ? "Not evidenced in \(counted(entry[.notEvidenced], "session"))."
            : entry[.notEvidenced] == 0 ? "\(tested)." : "\(tested); \(entry[.notEvidenced]) not evidenced."
    }

    /// Where nothing was tested, with what would have to be collected.
    private func remark(_ entry: ClauseLedger.Entry) -> String {
        let isDark = entry.tested == 0 && entry[.notEvidenced] > 0
        let lacks = isDark ? entry.clause.evidence.rules.compactMap { self.lacks[$0] } : []
        let why = lacks.isEmpty ? "" : "Because \(lacks.joined(separator: "; "))."
        return [entry.remark, why].filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Table

    /// One row a demand; then, without figures, the review and the checks.
    var table: [UInt8] {
        var writer = tableWriter(
            "clause,demand,shown_by,evidence,sessions,tested,kept,broken,not_evidenced,cannot_be_evidenced,remark")
        for entry in ledger.entries {
            writer.write(
                [
                    PlainText.clean(entry.citation, limit: 300), demand(entry), entry.clause.evidence.kind,
                    entry.clause.evidence.sources.joined(separator: ";"),
                ]
                    + [
                        entry.sessions, entry.tested, entry[.kept], entry[.broken], entry[.notEvidenced],
                        entry[.beyondData],
                    ].map(String.init) + [remark(entry)])
        }
        let none = Array(repeating: "", count: 7)
        writer.write(["", "review", "school.toml"] + none + [sentenceOfReview])
        for sentence in sentencesOfChecks { writer.write(["", "log checked", "notes.csv"] + none + [sentence]) }
        return writer.bytes
    }
}
