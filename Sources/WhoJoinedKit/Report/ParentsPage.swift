import DelimitedText

/// `parents.txt` of one class: what the person on the telephone needs, one entry per family.
///
/// - Parameter openings: by pupil.
func parentsPage(
    _ followUps: [FollowUp], classText: String, openings: [Pupil.Index: String], _ list: FollowUpList,
    _ context: ReportContext
) -> [UInt8] {
    let week = context.result.week
    let families = worstFirst(Dictionary(grouping: followUps, by: \.family).values)
    var page = TextPage()
    page.line(
        "\(PlainText.shown(classText))   online lessons \(week.monday.short) - \(week.sunday.shortWithYear): please check in"
    )
    page.line("Online-lesson record. Not the attendance register. Nothing has been sent.")
    page.line("Ask, do not tell. Do not say \"truant\" or \"absent from school\".")
    page.line("")
    page.line(
        families.isEmpty
            ? "No family to contact." : "\(families.count) \(families.count == 1 ? "family" : "families") to contact.")
    for family in families { addFamily(family, openings, to: &page, list, context) }
    return page.bytes
}

/// Certain misses first, then the longest row of them, then the most.
private func worstFirst(_ families: some Sequence<[FollowUp]>) -> [[FollowUp]] {
    let all = Array(families)
    let ranks = all.map { family in
        (
            family.contains { $0.isCertain } ? 0 : 1, -family.reduce(0) { max($0, $1.inARow) },
            -family.reduce(0) { max($0, $1.certainMisses.count) },
            family[0].pupil
        )
    }
    return ranks.indices.sorted { ranks[$0] < ranks[$1] }.map { all[$0] }
}

private func addFamily(
    _ family: [FollowUp], _ openings: [Pupil.Index: String], to page: inout TextPage, _ list: FollowUpList,
    _ context: ReportContext
) {
    page.line("")
    for followUp in family {
        var facts: [String] = []
        if !followUp.misses.isEmpty { facts.append(followUp.missedText) }
        if followUp.inARow > 1 { facts.append("\(followUp.inARow) in a row") }
        if let day = followUp.lastJoined, !followUp.misses.isEmpty {
            facts.append("last joined " + day.short)
        }
        facts += followUp.reasons.filter { $0 != .nonJoiner }.map(parentWords)
        page.line(
            "[ ] \(PlainText.fitted(context.sortName(followUp.pupil), 26)) \(facts.joined(separator: ", "))", indent: 31
        )
    }
    let followUp = family[0]
    page.line("    step: " + family.dropFirst().reduce(family[0].step) { max($0, $1.step) }.rawValue)
    let contact = contactCells(followUp.contact)
    let details = [
        contact.name, contact.relationship.isEmpty ? "" : "(\(contact.relationship))", contact.phone, contact.email,
    ].filter { !$0.isEmpty }
    page.line(
        "    contact: "
            + (details.isEmpty ? "none that we may print; a person decides" : details.joined(separator: " ")),
        indent: 13)
    if list.book.hasBarredContact(followUp.family) { page.line("    care: \(caution(followUp))", indent: 4) }
    for followUp in family { page.line("    say: \"" + (openings[followUp.pupil] ?? "") + "\"", indent: 9) }
    if !family.contains(where: \.isCertain) {
        page.line("    only possible, so ask, do not tell; no letter until a person has settled it", indent: 4)
    }
    for note in context.school.records.followUps.filter({ note in
        family.contains { $0.pupil == note.pupil } && note.kind != .cleared
    }).suffix(3) {
        page.line(
            "    \(note.day.short): \(note.kind == .tried ? "tried" : "contacted")\(note.by.isEmpty ? "" : " by \(PlainText.clean(note.by))")\(note.outcome.isEmpty ? "" : ": \(PlainText.clean(note.outcome))")",
            indent: 4)
    }
}

private func parentWords(_ rule: RuleID) -> String {
    switch rule {
    case .cameraOff: "camera off"
    case .late: "late more than once"
    case .outsideAccount: "not the school's account"
    case .noAgreement: "no signed agreement"
    default: rule.rawValue
    }
}
