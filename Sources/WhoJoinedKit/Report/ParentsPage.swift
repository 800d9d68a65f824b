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
    let reached = families.count { $0.allSatisfy(\.isClosed) }
    let open = families.count - reached
    page.line(
        (open == 0 ? "No family to contact" : "\(counted(open, "family", "families")) to contact")
            + (reached > 0 ? "; \(reached) reached already." : "."))
    for family in families { addFamily(family, openings, to: &page, list, context, facts: weekFacts) }
    return page.bytes
}

private func weekFacts(_ followUp: FollowUp) -> [String] {
    var facts: [String] = []
    if !followUp.misses.isEmpty { facts.append(followUp.missedText) }
    if followUp.inARow > 1 { facts.append("\(followUp.inARow) in a row") }
    if let day = followUp.lastJoined, !followUp.misses.isEmpty { facts.append("last joined " + day.short) }
    return facts + followUp.reasons.filter { $0 != .nonJoiner }.map(parentWords)
}

/// Who is still to be reached, certain misses first, then the longest row of them, then the most.
func worstFirst(_ families: some Sequence<[FollowUp]>) -> [[FollowUp]] {
    let all = Array(families)
    let ranks = all.map { family in
        (
            family.allSatisfy(\.isClosed) ? 2 : family.contains { $0.isCertain } ? 0 : 1,
            -family.reduce(0) { max($0, $1.inARow) },
            -family.reduce(0) { max($0, $1.certainMisses.count) },
            family[0].pupil
        )
    }
    return ranks.indices.sorted { ranks[$0] < ranks[$1] }.map { all[$0] }
}

/// The entry of one family.
///
/// - Parameter facts: what is said of each pupil behind the name.
func addFamily(
    _ family: [FollowUp], _ openings: [Pupil.Index: String], to page: inout TextPage, _ list: FollowUpList,
    _ context: ReportContext, facts: (FollowUp) -> [String]
) {
    page.line("")
    for followUp in family {
        page.line(
            "\(family.allSatisfy(\.isClosed) ? "[x]" : "[ ]") \(PlainText.fitted(context.sortName(followUp.pupil), 26)) \(facts(followUp).joined(separator: ", "))",
            indent: 31
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
            + (details.isEmpty ? followUp.contact.words : details.joined(separator: " ")),
        indent: 13)
    if list.book.hasBarredContact(followUp.family) { page.line("    care: \(caution(followUp))", indent: 4) }
    for followUp in family { page.line("    say: \"" + (openings[followUp.pupil] ?? "") + "\"", indent: 9) }
    if !family.contains(where: \.isCertain) {
        page.line("    only possible, so ask, do not tell; no letter until a person has settled it", indent: 4)
    }
    for note in followUp.ledger.suffix(3) { page.line("    \(note.words)", indent: 4) }
    if family.allSatisfy(\.isClosed) {
        page.line("    the family was reached about this: nothing more to do", indent: 4)
    }
}

func parentWords(_ rule: RuleID) -> String {
    switch rule {
    case .cameraOff: "camera off"
    case .late: "late more than once"
    case .outsideAccount: "not the school's account"
    case .noAgreement: "no signed agreement"
    default: rule.rawValue
    }
}
