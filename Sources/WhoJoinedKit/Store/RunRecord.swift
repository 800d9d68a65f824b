/// run.json: what a run read, what it made of the rows, and what it could not use. The same inputs and `--now` give the same bytes.
func runRecord(_ result: WeekResult) -> ReportFile {
    let zone = result.school.settings.zone
    let findings = Dictionary(grouping: result.findings, by: \.rule).mapValues(\.count)
    let statuses = Dictionary(grouping: result.sessions.flatMap { $0.results.map(\.status.rawValue) }, by: { $0 }).mapValues(\.count)
    let document = JSONValue.object([
        ("schema", .string("whojoined-run/1")),
        ("version", .string(version)),
        ("school", .string(PlainText.clean(result.school.settings.name))),
        ("week", .string(result.week.iso)),
        ("now", .string(zone.wallTime(of: result.now).iso)),
        ("timeZone", .string(zone.identifier)),
        ("policy", .string(result.school.settings.policy.preset)),
        ("rows", account(result.account)),
        ("inputs", .array(result.inputs.map(input))),
        ("sessions", .int(result.sessions.count)),
        ("sessionsWithData", .int(result.sessions.count { $0.session.hasData })),
        ("pupils", counts(statuses)),
        ("findings", counts(Dictionary(uniqueKeysWithValues: findings.map { ($0.key.rawValue, $0.value) }))),
        ("problems", .array(result.problems.map(\.json))),
    ])
    return ReportFile(path: "run.json", bytes: Array((document.text(pretty: true) + "\n").utf8))
}

private func account(_ account: RowAccount) -> JSONValue {
    .object([("read", .int(account.read)), ("used", .int(account.used)), ("flagged", .int(account.flagged)), ("rejected", .int(account.rejected))])
}

private func input(_ input: InputFile) -> JSONValue {
    var members: [(String, JSONValue)] = [
        ("name", .string(PlainText.clean(input.name, limit: 400))), ("sha256", .string(input.sha256)), ("bytes", .int(input.size)),
    ]
    if let rows = input.account { members.append(("rows", account(rows))) }
    return .object(members)
}

extension Problem {
    /// As run.json and `check --format json` list it.
    var json: JSONValue {
        .object([
            ("file", .string(PlainText.clean(file, limit: 400))), ("line", JSONValue(line)), ("severity", .string(severity.rawValue)),
            ("code", .string(code)), ("what", .string(PlainText.clean(what, limit: 400))), ("fix", .string(PlainText.clean(fix, limit: 400))),
        ])
    }
}

/// Sorted by name.
private func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })
}
