/// What the history keeps of one finding: enough to tell a pupil's story, no more.
struct StoredFinding: Sendable, Equatable {
    var rule: RuleID
    var severity: Severity
    /// The pupil's printed id; empty for others.
    var pupil: String
    /// The roster's or the display name, where no pupil is meant.
    var name: String
    var from: Instant?
    var to: Instant?
    var detail: String

    init(rule: RuleID, severity: Severity, pupil: String, name: String, from: Instant?, to: Instant?, detail: String) {
        self.rule = rule
        self.severity = severity
        self.pupil = pupil
        self.name = name
        self.from = from
        self.to = to
        self.detail = detail
    }

    /// - Parameter pupils: as in `Roster.pupils`.
    init(_ finding: Finding, of pupils: [Pupil]) {
        let id = finding.pupil.map { pupils[$0].id.text } ?? ""
        self.init(
            rule: finding.rule, severity: finding.severity, pupil: id,
            name: id.isEmpty ? PlainText.clean(finding.name) : "",
            from: finding.interval?.start, to: finding.interval?.end,
            detail: PlainText.clean(finding.detail, limit: 400))
    }

    static func record(_ findings: [StoredFinding]) -> [UInt8] {
        var to = RecordEncoder()
        to.put(formVersion)
        var last: StoredFinding?
        to.put(findings) {
            // Those of one rule mostly stand together.
            let isOfSameRule = $1.rule == last?.rule && $1.severity == last?.severity
            last = $1
            $0.put(isOfSameRule)
            if !isOfSameRule {
                $0.put($1.rule.rawValue)
                $0.put($1.severity.rawValue)
            }
            $0.put($1.pupil)
            $0.put($1.name)
            $0.put($1.from)
            $0.put($1.to)
            $0.put($1.detail)
        }
        return to.bytes
    }

    static func findings(record: ArraySlice<UInt8>) throws(DamagedRecord) -> [StoredFinding] {
        var from = RecordDecoder(record)
        guard try from.number() == formVersion else { throw DamagedRecord() }
        var last: (rule: RuleID, severity: Severity)?
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            if try from.flag() == false { last = (try from.unsharedValue(), try from.unsharedValue()) }
            guard let last else { throw DamagedRecord() }
            return StoredFinding(
                rule: last.rule, severity: last.severity, pupil: try from.text(), name: try from.text(),
                from: try from.optionalMoment(),
                to: try from.optionalMoment(), detail: try from.text())
        }
    }

    private static let formVersion = -3
}
