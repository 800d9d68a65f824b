/// A lesson's pupils as CSV: `pupils.csv` of these sessions alone (`lesson --format csv`).
func lessonTable(_ result: WeekResult) -> [UInt8] {
    pupilsTable(ReportContext(result))
}

/// A lesson for a program (`lesson --format json`): sessions with pupils, entrants, findings, the bounds, and the
/// account of the rows.
func lessonJSON(_ result: WeekResult) -> JSONValue {
    let context = ReportContext(result)
    let tally = result.tally
    return .object([
        ("sessions", .array(result.sessions.map { sessionJSON($0, context) })),
        (
            "rows",
            .object([
                ("read", .int(tally.read)), ("used", .int(tally.used)), ("flagged", .int(tally.flagged)),
                ("rejected", .int(tally.rejected)),
            ])
        ),
    ])
}

private func sessionJSON(_ judged: JudgedSession, _ context: ReportContext) -> JSONValue {
    let session = judged.session
    let bounds = Bounds(judged)
    func time(_ moment: Instant?) -> JSONValue { JSONValue(moment.map { context.zone.time(of: $0).full }) }
    let pupils = judged.results.map { result in
        JSONValue.object([
            ("id", .string(context.pupilIDs[result.pupil])), ("name", .string(context.pupilNames[result.pupil])),
            ("status", .string(result.status.rawValue)),
            ("joined", time(result.joined)), ("left", time(result.left)), ("seconds", .int(result.seconds)),
            ("reason", .string(PlainText.clean(result.reason, limit: 600))),
        ])
    }
    let entrants = session.entrants.filter { !$0.onlyWaited }.map { entrant in
        JSONValue.object([
            ("displayName", .string(PlainText.clean(entrant.displayName.text))),
            ("outcome", .string(entrant.link.outcome.rawValue)),
            (
                "id",
                JSONValue(
                    entrant.link.staff.map { context.staffCodes[$0] } ?? entrant.link.pupil.map { context.pupilIDs[$0] }
                )
            ),
            ("candidates", .array(entrant.link.candidates.map { .string(context.pupilIDs[$0]) })),
            ("why", .string(PlainText.clean(entrant.link.why, limit: 600))),
        ])
    }
    let findings = judged.staffFindings.map { finding in
        JSONValue.object([
            ("rule", .string(finding.rule.rawValue)), ("severity", .string(finding.severity.rawValue)),
            ("subject", .string(finding.subject.rawValue)),
            ("name", .string(PlainText.clean(finding.name))), ("from", time(finding.interval?.start)),
            ("to", time(finding.interval?.end)),
            ("detail", .string(PlainText.clean(finding.detail, limit: 600))),
            (
                "evidence",
                .array(
                    finding.evidence.prefix(1000).map { .string("\(PlainText.clean($0.file, limit: 300)):\($0.line)") })
            ),
        ])
    }
    return .object([
        ("session", .string(session.key)), ("date", .string(session.day.iso)), ("start", time(session.start)),
        ("class", .string(PlainText.clean(session.classText))),
        ("subject", .string(PlainText.clean(session.subject))),
        ("didNotJoin", .object([("atLeast", .int(bounds.low)), ("atMost", .int(bounds.high))])),
        ("pupils", .array(pupils)), ("entrants", .array(entrants)), ("findings", .array(findings)),
    ])
}
