/// The open names as a page: lesson by lesson, with the command that settles each.
///
/// - Parameter exports: those that are not in the inbox: the commands name them.
func openNamesPage(_ names: OpenNames, _ context: ReportContext, columns: Int, from exports: [String]) -> String {
    var page = TextPage(columns: columns)
    var last: String?
    for open in names.all {
        if open.session.key != last {
            if last != nil { page.line("") }
            page.line(context.title(of: open.session))
            last = open.session.key
        }
        let candidates = open.judged.couldBe(open.candidates, context)
        let who = candidates.isEmpty ? "" : "   \(LessonWords.couldBe(candidates))"
        page.line(
            "  \"\(PlainText.shown(open.entrant.nameInExport))\"  \(open.times(context))\(who)", indent: 8)
        if let device = open.recurring { page.line("        \(device.sentence(context))", indent: 8) }
        page.command("        \(confirmCommand(open.entrant, open.session, context, from: exports))")
    }
    page.line("")
    page.line(LessonWords.toSettleOneByOne(names.all.count))
    return page.text
}

/// The exact command that settles a name, or what to do where none can.
func confirmCommand(
    _ entrant: LinkedEntrant, _ session: LinkedSession, _ context: ReportContext, from exports: [String]
) -> String {
    let command = Commands.confirm(
        entrant.displayName.text, of: session.classes.first?.text,
        as: entrant.link.fittingPupil.map { context.pupilIDs[$0] }, from: exports)
    return command ?? LessonWords.noCommandHoldsIt
}

extension Link {
    /// The one pupil whom the name fits, for a command to copy. A device, a name that may be a stranger's and one that
    /// only looks like a pupil's fit nobody: who it was is for the reader to put in, even where one pupil alone is left.
    fileprivate var fittingPupil: Pupil.Index? {
        outcome == .ambiguous && !mayBeStranger && impersonation == nil && candidates.count == 1 ? candidates[0] : nil
    }
}
