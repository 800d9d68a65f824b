/// How a session that has been judged is kept: what streaks and trends need, in one compact record.
extension PastSession {
    /// Raised when the form below changes; a record of another form is read again from its export.
    static let form = 1

    var record: [UInt8] {
        var to = RecordEncoder()
        to.put(PastSession.form)
        to.put(key)
        to.put(day.number)
        to.put(start.seconds)
        to.put(classText)
        to.put(kind.rawValue)
        to.put(isScheduled)
        to.put(statuses.sorted { $0.key < $1.key }) {
            $0.put($1.key.text)
            $0.put(PastSession.codes.firstIndex(of: $1.value) ?? 0)
        }
        to.put(joined)
        to.put(expected)
        to.put(unsettled)
        to.put(counts.sorted { $0.key < $1.key }) {
            $0.put($1.key.rawValue)
            $0.put($1.value)
        }
        return to.bytes
    }

    init(record: [UInt8]) throws(DamagedRecord) {
        var from = RecordDecoder(record)
        guard try from.number() == PastSession.form else { throw DamagedRecord() }
        let key = try from.text()
        let day = Day(number: try from.number())
        let start = Instant(seconds: try from.number())
        let classText = try from.text()
        let kind: SessionKind = try from.value()
        let isScheduled = try from.flag()
        let statuses = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let id = PupilID(try from.text())
            let code = try from.number()
            guard PastSession.codes.indices.contains(code) else { throw DamagedRecord() }
            return (id, PastSession.codes[code])
        }
        let numbers = (joined: try from.number(), expected: try from.number(), unsettled: try from.number())
        let counts = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let rule: RuleID = try from.value()
            return (rule, try from.number())
        }
        self.init(
            key: key, day: day, start: start, classText: classText, kind: kind, isScheduled: isScheduled,
            statuses: Dictionary(statuses, uniquingKeysWith: { a, _ in a }), joined: numbers.joined, expected: numbers.expected,
            unsettled: numbers.unsettled, counts: Dictionary(counts, uniquingKeysWith: { a, _ in a }))
    }

    /// In this order they are numbered in the history: only ever add at the end.
    private static let codes: [PupilStatus] = [.joined, .nonJoiner, .possible, .excused, .noData]
}

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

    init(_ finding: Finding, in school: School) {
        let id = finding.pupil.map { school.roster.pupils[$0].id.text } ?? ""
        self.init(
            rule: finding.rule, severity: finding.severity, pupil: id, name: id.isEmpty ? PlainText.clean(finding.name) : "",
            from: finding.interval?.start, to: finding.interval?.end, detail: PlainText.clean(finding.detail, limit: 400))
    }

    static func record(_ findings: [StoredFinding]) -> [UInt8] {
        var to = RecordEncoder()
        to.put(findings) {
            $0.put($1.rule.rawValue)
            $0.put($1.severity.rawValue)
            $0.put($1.pupil)
            $0.put($1.name)
            $0.put($1.from)
            $0.put($1.to)
            $0.put($1.detail)
        }
        return to.bytes
    }

    static func findings(record: [UInt8]) throws(DamagedRecord) -> [StoredFinding] {
        var from = RecordDecoder(record)
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            StoredFinding(
                rule: try from.value(), severity: try from.value(), pupil: try from.text(), name: try from.text(),
                from: try from.optionalMoment(), to: try from.optionalMoment(), detail: try from.text())
        }
    }
}
