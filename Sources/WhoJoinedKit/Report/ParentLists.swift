import DelimitedText

/// `parents.csv` of one class: one line per pupil, nothing of other families and nothing that is not for parents.
///
/// - Parameter openings: by pupil.
func parentsTable(
    _ followUps: [FollowUp], openings: [Pupil.Index: String], _ list: FollowUpList, _ context: ReportContext
)
    -> [UInt8]
{
    var writer = tableWriter(
        "class,family,pupil_id,pupil,reasons,sessions_missed,sessions_expected,in_a_row,last_joined,certainty,contact_name,relationship,email,phone,step,opening,do_not_contact,sessions_possible"
    )
    for followUp in followUps {
        let contact = contactCells(followUp.contact)
        let certain = followUp.certainMisses.count
        writer.write([
            PlainText.clean(followUp.classText), list.book.label(followUp.family), context.pupilIDs[followUp.pupil],
            context.pupilNames[followUp.pupil], followUp.reasons.map(\.rawValue).joined(separator: ";"),
            String(certain), String(followUp.sessionsExpected), String(followUp.inARow),
            followUp.lastJoined?.iso ?? "", followUp.isCertain ? "certain" : "possible", contact.name,
            contact.relationship, contact.email, contact.phone, followUp.step.rawValue,
            openings[followUp.pupil] ?? "", doNotContact(followUp, list.book),
            String(followUp.misses.count - certain),
        ])
    }
    return writer.bytes
}

private func contactCells(_ choice: FamilyBook.Choice) -> (
    name: String, relationship: String, email: String, phone: String
) {
    guard case .contact(let contact) = choice else { return ("", "", "", "") }
    return (
        FamilyBook.name(of: contact), PlainText.clean(contact.relationship ?? ""), PlainText.clean(contact.email ?? ""),
        PlainText.clean(contact.phone ?? "")
    )
}

/// That somebody must not be contacted, never who.
private func doNotContact(_ followUp: FollowUp, _ book: FamilyBook) -> String {
    book.hasBarredContact(followUp.family) ? "yes: \(caution(followUp))" : ""
}

private func caution(_ followUp: FollowUp) -> String {
    if case .contact = followUp.contact { return "contact nobody but the person named here" }
    return "ask the office before contacting anybody"
}

/// The first sentence on the telephone: it asks and never accuses.
func opening(_ followUp: FollowUp, _ context: ReportContext) -> String {
    let given = PlainText.clean(context.school.roster.pupils[followUp.pupil].display.given)
    let name = given.isEmpty ? context.pupilNames[followUp.pupil] : given
    func times(_ indices: [Int]) -> String {
        let named = indices.prefix(indices.count <= 3 ? 3 : 2).map { index in
            context.result.sessions[index].session.day.long + " at "
                + context.time(context.result.sessions[index].session.start)
        }
        return listed(indices.count <= 3 ? named : named + ["\(indices.count - 2) more"])
    }
    func lessons(_ indices: [Int]) -> String {
        "the online lesson\(indices.count == 1 ? "" : "s") on \(times(indices))"
    }
    let help = "Is there anything we can help with?"
    let certain = followUp.certainMisses.map(\.session)
    if !certain.isEmpty {
        return "We missed \(name) in \(lessons(certain)) and wanted to check that all is well. \(help)"
    }
    if !followUp.misses.isEmpty {
        let indices = followUp.misses.map(\.session)
        return
            "We could not tell whether \(name) was in \(lessons(indices)): somebody was in the call whose name we could not place. Did \(name) manage to join? \(help)"
    }
    if let indices = followUp.others[.cameraOff] {
        return "We could not see \(name) in \(lessons(indices)) and wondered whether the camera is working. \(help)"
    }
    if let indices = followUp.others[.late] {
        return
            "\(name) came into \(lessons(indices)) after the start. Is there anything that makes the time difficult? \(help)"
    }
    if let indices = followUp.others[.outsideAccount] {
        return
            "\(name) joined \(lessons(Array(indices.prefix(1)))) with an account that is not the school's. Can we help with signing in with the school account?"
    }
    return "We do not yet have a signed Acceptable Use agreement for \(name) on file. Would you like a copy to sign?"
}

/// `a, b and c`
private func listed(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + parts.last!
}

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
