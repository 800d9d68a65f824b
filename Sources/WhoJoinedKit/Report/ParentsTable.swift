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
        "class,family,pupil_id,pupil,reasons,sessions_missed,sessions_expected,in_a_row,last_joined,certainty,contact_name,relationship,email,phone,step,opening,do_not_contact,sessions_possible,contact_state,outcome"
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
            String(followUp.misses.count - certain), followUp.contact.words,
            followUp.ledger.words,
        ])
    }
    return writer.bytes
}

func contactCells(_ choice: FamilyBook.Choice) -> (
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

func caution(_ followUp: FollowUp) -> String {
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
    if !certain.isEmpty && followUp.lacksAccess {
        return
            "We missed \(name) in \(lessons(certain)). We know that a device or a connection has been lacking: is that still so, and what is needed?"
    }
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
func listed(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + parts.last!
}
