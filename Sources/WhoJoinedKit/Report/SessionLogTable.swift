import DelimitedText

/// `session-log.csv`: the log of sessions that the policies demand; what they demand and nobody wrote down is
/// `MISSING`.
func sessionLogTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(
        "date,start,end,minutes,platform,meeting_id,class,kind,reason,lead_staff,second_staff,staff_times,pupils_joined,others_present,participants,recorded,one_to_one,approved_by,parent_present,what_went_wrong,complete,retain_until"
    )
    for judged in context.result.sessions {
        let log = judged.log
        // Without an export nobody was counted, which is not the same as nobody.
        func counted(_ number: Int) -> String { judged.session.hasData ? String(number) : "" }
        writer.write([
            log.day.iso, context.fullTime(log.start), context.fullTime(log.end), cell(log.minutes),
            log.platform?.rawValue ?? "", PlainText.clean(log.meetingID), PlainText.clean(log.classText),
            log.kind.rawValue, demanded(log.reason), demanded(log.leadStaff),
            PlainText.clean(log.secondStaff, limit: 600), PlainText.clean(log.staffTimes, limit: 2000),
            counted(log.pupilsJoined), counted(log.othersPresent), counted(log.participants), log.recorded,
            log.isOneToOneUnclear ? "unclear" : log.isOneToOne ? "yes" : "no",
            demanded(log.approvedBy, if: log.isOneToOne),
            demanded(log.parentPresent, if: log.isOneToOne), PlainText.clean(log.whatWentWrong, limit: 2000),
            log.isComplete ? "yes" : "no", log.retainUntil.iso,
        ])
    }
    return writer.bytes
}

private func demanded(_ text: String, if isDemanded: Bool = true) -> String {
    let text = PlainText.clean(text, limit: 600)
    return text.isEmpty && isDemanded ? "MISSING" : text
}

/// What the log still lacks, in the log's own column names: `reason`, `lead_staff` …
func missingLogFields(_ log: SessionLogEntry) -> [String] {
    var fields: [String] = []
    if log.reason.isEmpty { fields.append("reason") }
    if log.leadStaff.isEmpty { fields.append("lead_staff") }
    if log.isOneToOne && log.approvedBy.isEmpty { fields.append("approved_by") }
    if log.isOneToOne && log.parentPresent.isEmpty { fields.append("parent_present") }
    return fields
}
