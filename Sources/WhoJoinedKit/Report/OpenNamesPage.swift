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
        let shown = open.candidates.prefix(4).map(context.identified)
        let more = open.candidates.count > 4 ? " or \(open.candidates.count - 4) more" : ""
        let who = shown.isEmpty ? "" : "   could be: \(shown.joined(separator: "; "))\(more)"
        page.line(
            "  \"\(PlainText.shown(open.entrant.nameInExport))\"  \(open.times(context))\(who)", indent: 8)
        if let device = open.recurring { page.line("        \(device.sentence(context))", indent: 8) }
        page.command("        \(confirmCommand(open.entrant, open.session, context, from: exports))")
    }
    page.line("")
    page.line("\(counted(names.all.count, "name")) to settle; whojoined settle asks for them one by one.")
    return page.text
}

/// The exact command that settles a name, or what to do where none can.
func confirmCommand(
    _ entrant: LinkedEntrant, _ session: LinkedSession, _ context: ReportContext, from exports: [String]
) -> String {
    guard let name = PlainText.shellWord(entrant.displayName.text) else {
        return "settle it with whojoined settle: the name holds characters that a command cannot"
    }
    let own = session.classes.first.flatMap { PlainText.shellWord($0.text) }.map { " --class \($0)" } ?? ""
    let id =
        entrant.link.candidates.count == 1
        ? PlainText.shellWord(context.pupilIDs[entrant.link.candidates[0]]) ?? "ID" : "ID"
    let from = exports.compactMap { PlainText.shellWord($0) }.map { " --from \($0)" }.joined()
    // What begins with a dash would be taken for an option.
    let isOption = entrant.displayName.text.utf8.first == .hyphen
    return isOption
        ? "whojoined confirm\(own) --as \(id)\(from) -- \(name)" : "whojoined confirm \(name)\(own) --as \(id)\(from)"
}
