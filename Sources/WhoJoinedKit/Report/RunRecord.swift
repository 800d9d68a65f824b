import HostSystem

/// run.json: what a run read, what it made of the rows, and what it could not use. The same inputs and `--now` give the
/// same bytes.
func runRecord(_ result: WeekResult) -> ReportFile {
    let zone = result.school.settings.zone
    var findings: [RuleID: Int] = [:]
    for own in result.sessions.map(\.findings) + [result.weeklyFindings] {
        for finding in own { findings[finding.rule, default: 0] += 1 }
    }
    var statuses = PupilStatus.allCases.map { ($0, 0) }
    for judged in result.sessions {
        let results = judged.results
        for i in statuses.indices { statuses[i].1 += results.indices.count { results[$0].status == statuses[i].0 } }
    }
    let document = JSONValue.object([
        ("schema", .string("whojoined-run/1")),
        ("version", .string(version)),
        ("school", .string(PlainText.clean(result.school.settings.name))),
        ("week", .string(result.week.iso)),
        ("now", .string(zone.wallTime(of: result.now).iso)),
        ("timeZone", .string(zone.identifier)),
        ("policy", .string(result.school.settings.policy.preset)),
        ("rows", tally(result.tally)),
        ("inputs", .array(result.inputs.map(input))),
        ("clearances", .string(result.school.clearances)),
        ("sessions", .int(result.sessions.count)),
        ("sessionsWithData", .int(result.sessions.count { $0.session.hasData })),
        ("pupils", counts(statuses.filter { $0.1 > 0 })),
        ("findings", counts(findings.map { ($0, $1) })),
        ("problems", .array(result.problems.map(\.json))),
        ("files", .array(result.school.roster.summaries.sortedForReaders.map(summary))),
    ])
    var bytes = document.bytes(pretty: true)
    bytes.append(.lineFeed)
    return ReportFile(path: "run.json", bytes: bytes)
}

extension School {
    /// Digest of the lines by which SLT has cleared somebody: of followups.csv, these alone change a report's holds.
    var clearances: String {
        let lines = records.followUps.filter { $0.kind == .cleared }.map { note in
            "\(note.day.iso) \(roster.pupils[note.pupil].id.text)"
        }
        let named = records.clearedNames.map { "\($0.day.iso) \(PersonLookup.key($0.person))" }
        return sha256(Array((lines + named).sorted().joined(separator: "\n").utf8))
    }
}

private func tally(_ tally: RowTally) -> JSONValue {
    .object([
        ("read", .int(tally.read)), ("used", .int(tally.used)), ("flagged", .int(tally.flagged)),
        ("rejected", .int(tally.rejected)),
    ])
}

/// What a file was taken for.
private func summary(_ summary: Problem) -> JSONValue {
    .object([
        ("name", .string(PlainText.clean(summary.file, limit: 400))),
        ("what", .string(PlainText.clean(summary.what, limit: 1_000))),
    ])
}

private func input(_ input: InputFile) -> JSONValue {
    var members: [(String, JSONValue)] = [
        ("name", .string(PlainText.clean(input.name, limit: 400))), ("sha256", .string(input.sha256)),
        ("bytes", .int(input.size)),
    ]
    if let rows = input.tally { members.append(("rows", tally(rows))) }
    return .object(members)
}

extension Problem {
    /// As run.json and `check --format json` list it.
    var json: JSONValue {
        .object([
            ("file", .string(PlainText.clean(file, limit: 400))), ("line", JSONValue(line)),
            ("severity", .string(severity.rawValue)),
            ("code", .string(code)), ("what", .string(PlainText.clean(what, limit: 400))),
            ("fix", .string(PlainText.clean(fix, limit: 400))),
        ])
    }
}

/// Sorted by name.
private func counts<Name: RawRepresentable<String>>(_ counts: some Sequence<(Name, Int)>) -> JSONValue {
    .object(counts.map { ($0.rawValue, .int($1)) }.sorted { $0.0 < $1.0 })
}
