import DelimitedText

/// `parents.txt` of one class: what the person on the telephone needs, one entry per family.
///
/// - Parameter openings: by pupil.
func parentsPage(
    _ followUps: [FollowUp], classText: String, openings: [Pupil.Index: String], _ list: FollowUpList,
    _ context: ReportContext
) -> [UInt8] {
    let families = worstFirst(Dictionary(grouping: followUps, by: \.family).values)
    var page = TextPage()
    let days = SharedWords.onlineLessons(of: context.result.week)
    page.line("\(PlainText.shown(classText))   \(days): \(OfficeWords.checkIn)")
    page.line(SharedWords.nothingSent)
    page.line(SharedWords.askDoNotTell)
    page.line("")
    let reached = families.count { $0.allSatisfy(\.isClosed) }
    page.line(OfficeWords.toContact(families.count - reached, reached: reached))
    for family in families { addFamily(family, openings, to: &page, list, context, facts: weekFacts) }
    return page.bytes
}

private func weekFacts(_ followUp: FollowUp) -> [String] {
    var facts: [String] = []
    if !followUp.misses.isEmpty { facts.append(followUp.missedText) }
    if followUp.inARow > 1 { facts.append(SharedWords.inARow(followUp.inARow)) }
    if let day = followUp.lastJoined, !followUp.misses.isEmpty { facts.append(OfficeWords.lastJoined(day)) }
    return facts + followUp.reasons.filter { $0 != .nonJoiner }.map(OfficeWords.reason)
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
    page.line("    \(OfficeWords.step(family.dropFirst().reduce(family[0].step) { max($0, $1.step) }))")
    let contact = contactCells(followUp.contact)
    let details = [
        contact.name, contact.relationship.isEmpty ? "" : "(\(contact.relationship))", contact.phone, contact.email,
    ].filter { !$0.isEmpty }
    let contactWords = OfficeWords.contact(details.isEmpty ? followUp.contact.words : details.joined(separator: " "))
    page.line("    \(contactWords)", indent: 13)
    if list.book.hasBarredContact(followUp.family) {
        page.line("    \(OfficeWords.care(caution(followUp)))", indent: 4)
    }
    for followUp in family { page.line("    \(OfficeWords.say(openings[followUp.pupil] ?? ""))", indent: 9) }
    if !family.contains(where: \.isCertain) { page.line("    \(OfficeWords.onlyPossible)", indent: 4) }
    for note in followUp.ledger.suffix(3) { page.line("    \(note.words)", indent: 4) }
    if family.allSatisfy(\.isClosed) { page.line("    \(OfficeWords.reached)", indent: 4) }
}
