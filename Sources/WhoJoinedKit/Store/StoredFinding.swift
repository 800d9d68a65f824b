import DelimitedText

/// What the history keeps of one finding.
struct StoredFinding: Sendable, Equatable {
    var rule: RuleID
    var severity: Severity
    var subject: Finding.Subject
    /// Whom it is about, where that is somebody of the school.
    var person: StoredPerson?
    /// The roster's or the display name.
    var name: String
    /// Where it is not the session's.
    var classText: String?
    var from: Instant?
    var to: Instant?
    var minutes: Int?
    var detail: String
    /// For whose eyes it is, as lists say it; empty: nobody has written it down.
    var audience: String
    /// Only of a session that is in a report.
    var evidence = EvidenceText([])

    /// The pupil's printed id; empty for others.
    var pupil: String { person.flatMap { $0.kind == .pupil ? $0.code : nil } ?? "" }
    var isForLeadAlone: Bool { Finding.Audiences(text: audience).isForLeadAlone }
    var detailForPeople: String { unguarded(detail) }

    init(
        rule: RuleID, severity: Severity, subject: Finding.Subject, person: StoredPerson?, name: String,
        classText: String? = nil, from: Instant?, to: Instant?, minutes: Int? = nil, detail: String,
        audience: String = ""
    ) {
        (self.rule, self.severity, self.subject, self.person) = (rule, severity, subject, person)
        (self.name, self.classText, self.from, self.to) = (name, classText, from, to)
        (self.minutes, self.detail, self.audience) = (minutes, detail, audience)
    }

    /// - Parameter sessionClass: the session's, as lists print it; `nil`: it is of no session.
    init(_ finding: Finding, in sessionClass: String?, of people: PersonBook, withEvidence: Bool) {
        let evidence = EvidenceText(finding.evidence)
        let classText = storedCell(PlainText.clean(finding.classText))
        self.init(
            rule: finding.rule, severity: finding.severity, subject: finding.subject,
            person: finding.pupil.map { people.pupils[$0] } ?? finding.staff.map { people.staff[$0] },
            name: storedCell(PlainText.clean(finding.name)), classText: classText == sessionClass ? nil : classText,
            from: finding.interval?.start, to: finding.interval?.end, minutes: finding.shownMinutes,
            detail: storedCell(PlainText.clean(evidence.sentence(finding.detail), limit: 600)),
            audience: finding.audiences.text)
        if withEvidence { self.evidence = evidence }
    }

    static func sumWithEvidence(_ findings: [StoredFinding]) -> Int {
        var sum = RowSum()
        sum.add(StoredFinding.sum(findings))
        for finding in findings { finding.evidence.add(to: &sum) }
        return sum.number
    }

    static func == (a: StoredFinding, b: StoredFinding) -> Bool {
        sum([a]) == sum([b])
    }

    /// Checksum of these without the rows that they rest on.
    static func sum(_ findings: [StoredFinding]) -> Int {
        var sum = RowSum()
        for finding in findings {
            for text in [finding.rule.rawValue, finding.severity.rawValue, finding.subject.rawValue] { sum.add(text) }
            finding.person?.add(to: &sum)
            for text in [finding.name, finding.detail, finding.audience] { sum.add(text) }
            sum.add(finding.classText)
            sum.add(finding.from)
            sum.add(finding.to)
            sum.add(finding.minutes)
        }
        return sum.number
    }
}

/// A cell as the CSV of a report has it: one that a spreadsheet would run is guarded.
func storedCell(_ text: String) -> String { startsFormula(text) ? "'" + text : text }
