import DelimitedText

private let columns = "session,date,start,class,id,name,status,joined,left,minutes,stays,reason"

/// `pupils.csv`: every expected pupil of every session and what became of them.
func pupilsTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(columns)
    for judged in context.result.sessions {
        let sessionCells = context.sessionCells(judged.session)
        for result in judged.results {
            writer.write(
                sessionCells + [
                    context.pupilIDs[result.pupil], context.pupilNames[result.pupil], result.status.rawValue,
                    context.fullTime(result.joined), context.fullTime(result.left),
                    cell(result.shownMinutes), cell(result.shownStays), result.shownReason,
                ])
        }
    }
    return writer.bytes
}

extension PupilResult {
    /// Of somebody whose times no file tells there are none.
    var shownMinutes: Int? {
        status == .joined && (seconds > 0 || joined != nil || left != nil) ? roundedMinutes(seconds) : nil
    }
    var shownStays: Int? { status == .joined ? stays : nil }
    var shownReason: String { PlainText.clean(reason, limit: 600) }
}

/// `no-session-pupils.csv`: pupils on roll of whose classes the week has no session at all, so that every pupil of the
/// roster stands in one list; `nil` when there are none.
func pupilsWithoutSessionTable(_ context: ReportContext) -> [UInt8]? {
    var isListed = SideTable(for: context.school.roster.pupils, repeating: false)
    for judged in context.result.sessions { for result in judged.results { isListed[result.pupil] = true } }
    let week = context.result.week
    let rest = isListed.typedIndices.filter { i in
        !isListed[i] && week.days.contains { context.school.roster.pupils[i].isOnRoll(on: $0) }
    }
    if rest.isEmpty { return nil }
    var writer = tableWriter(columns)
    for pupil in rest {
        let own = PlainText.clean(context.classes.homeClass(of: pupil, on: week.monday))
        writer.write([
            "", "", "", own, context.pupilIDs[pupil], context.pupilNames[pupil], PupilStatus.noData.rawValue, "", "",
            "", "", SharedWords.noSessionOfClass,
        ])
    }
    return writer.bytes
}
