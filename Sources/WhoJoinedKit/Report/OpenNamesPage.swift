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

/// The exact command that settles a name, or what to do where none can. A device proves nobody: who used it is for the
/// reader to put in, even where it can only be one.
func confirmCommand(
    _ entrant: LinkedEntrant, _ session: LinkedSession, _ context: ReportContext, from exports: [String]
) -> String {
    let isOne = entrant.link.outcome == .ambiguous && entrant.link.candidates.count == 1
    let only = isOne ? context.pupilIDs[entrant.link.candidates[0]] : nil
    let command = Commands.confirm(
        entrant.displayName.text, of: session.classes.first?.text, as: only, from: exports)
    return command ?? LessonWords.noCommandHoldsIt
}
