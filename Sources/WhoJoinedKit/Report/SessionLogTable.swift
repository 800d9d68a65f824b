import DelimitedText

/// `session-log.csv`: the log of sessions that the policies demand; what they demand and nobody wrote down is
/// `MISSING`.
func sessionLogTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(
        "date,start,end,minutes,platform,meeting_id,class,kind,reason,lead_staff,second_staff,staff_times,pupils_joined,others_present,participants,recorded,one_to_one,approved_by,parent_present,what_went_wrong,complete,retain_until,host_checks,recording_place,held"
    )
    for judged in context.result.sessions {
        let row = SessionLogRow(judged)
        writer.write(
            [row.day.iso, context.fullTime(row.start), context.fullTime(row.end), cell(row.minutes)]
                + row.texts.prefix(8) + row.counts.map(cell) + row.texts.dropFirst(8))
    }
    return writer.bytes
}

/// One line of session-log.csv.
struct SessionLogRow {
    let day: Day
    let start: Instant
    let end: Instant?
    let minutes: Int?
    /// From `platform` to `staff_times`, then from `recorded` to `held`.
    let texts: [String]
    /// `pupils_joined,others_present,participants`
    let counts: [Int?]

    init(_ judged: JudgedSession) {
        let log = judged.log
        (day, start, end, minutes) = (log.day, log.start, log.end, log.minutes)
        // Without an export nobody was counted, which is not the same as nobody.
        counts = [log.pupilsJoined, log.othersPresent, log.participants].map { judged.session.hasData ? $0 : nil }
        texts = [
            log.platform?.rawValue ?? "", PlainText.clean(log.meetingID), PlainText.clean(log.classText),
            log.kind.rawValue, demanded(log.reason), demanded(log.leadStaff),
            PlainText.clean(log.secondStaff, limit: 600), PlainText.clean(log.staffTimes, limit: 2000), log.recorded,
            log.isOneToOneUnclear ? "unclear" : log.isOneToOne ? "yes" : "no",
            demanded(log.approvedBy, if: log.isOneToOne), demanded(log.parentPresent, if: log.isOneToOne),
            PlainText.clean(log.whatWentWrong, limit: 2000), log.isComplete ? "yes" : "no", log.retainUntil.iso,
            demanded(log.hostChecks, if: log.wantsHostChecks), PlainText.clean(log.recordingPlace, limit: 600),
            log.heldElsewhere,
        ]
    }
}

private func demanded(_ text: String, if isDemanded: Bool = true) -> String {
    let text = PlainText.clean(text, limit: 600)
    return text.isEmpty && isDemanded ? "MISSING" : text
}

/// What the log still lacks, in the log's own column names: `reason`, `lead_staff` …
func missingLogFields(_ log: SessionLogEntry, withHostChecks ticks: Bool) -> [String] {
    var fields: [String] = []
    if log.reason.isEmpty { fields.append("reason") }
    if log.leadStaff.isEmpty { fields.append("lead_staff") }
    if log.isOneToOne && log.approvedBy.isEmpty { fields.append("approved_by") }
    if log.isOneToOne && log.parentPresent.isEmpty { fields.append("parent_present") }
    if ticks && log.wantsHostChecks && log.hostChecks.isEmpty { fields.append("host_checks") }
    return fields
}
