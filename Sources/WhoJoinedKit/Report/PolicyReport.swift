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
            ? [PolicyWords.noCheck]
            : checks.map {
                PolicyWords.checked(PlainText.clean($0.classText), by: PlainText.shown($0.by), on: $0.day)
            }
    }

    private var sentenceOfReview: String {
        guard let due = school.settings.reviewBy else { return PolicyWords.noReview }
        return due < today ? PolicyWords.reviewDue(by: due) : PolicyWords.review(by: due)
    }

    private func demand(_ entry: ClauseLedger.Entry) -> String {
        entry.clause.demand.isEmpty
            ? PolicyWords.ownRule(entry.clause.evidence.rules) : entry.clause.demand
    }

    // MARK: Text

    var text: [UInt8] {
        var page = TextPage()
        page.line("\(PlainText.clean(school.settings.name).uppercased())   \(PolicyWords.title)", indent: 3)
        page.line(PolicyWords.readers(days))
        page.line("")
        page.line(sentenceOfReview)
        for sentence in sentencesOfChecks { page.line(sentence) }
        page.line(PolicyWords.counts(ledger.sessions, withExport: ledger.withExport), indent: 0)
        if ledger.entries.isEmpty { page.line(PolicyWords.noClause) }
        for (kind, heading) in PolicyWords.headings { add(kind, heading, to: &page) }
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
        if entry.sessions == 0 { return PolicyWords.didNotArise }
        if entry[.beyondData] > 0 { return PolicyWords.cannotBeEvidenced(entry[.beyondData]) }
        if entry.tested == 0 { return PolicyWords.notEvidenced(entry[.notEvidenced]) }
        return PolicyWords.tested(
            entry.tested, kept: entry[.kept], broken: entry[.broken], notEvidenced: entry[.notEvidenced])
    }

    /// Where nothing was tested, with what would have to be collected.
    private func remark(_ entry: ClauseLedger.Entry) -> String {
        let isDark = entry.tested == 0 && entry[.notEvidenced] > 0
        let lacks = isDark ? entry.clause.evidence.rules.compactMap { self.lacks[$0] } : []
        let why = lacks.isEmpty ? "" : PolicyWords.because(lacks)
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
        writer.write(["", PolicyWords.reviewInTable, "school.toml"] + none + [sentenceOfReview])
        for sentence in sentencesOfChecks {
            writer.write(["", PolicyWords.checkInTable, "notes.csv"] + none + [sentence])
        }
        return writer.bytes
    }
}
