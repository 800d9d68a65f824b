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
            followUp.lastJoined?.iso ?? "", followUp.isCertain ? OfficeWords.certain : OfficeWords.possible,
            contact.name,
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
    book.hasBarredContact(followUp.family) ? OfficeWords.doNotContact(caution(followUp)) : ""
}

func caution(_ followUp: FollowUp) -> String {
    if case .contact = followUp.contact { return OfficeWords.onlyTheNamed }
    return OfficeWords.askTheOffice
}

/// The first sentence on the telephone: it asks and never accuses.
func opening(_ followUp: FollowUp, _ context: ReportContext) -> String {
    let given = PlainText.clean(context.school.roster.pupils[followUp.pupil].display.given)
    let name = given.isEmpty ? context.pupilNames[followUp.pupil] : given
    func times(_ indices: [Int]) -> String {
        let named = indices.prefix(indices.count <= 3 ? 3 : 2).map { index in
            let session = context.result.sessions[index].session
            return OfficeWords.time(session.day, context.time(session.start))
        }
        return SharedWords.listed(
            indices.count <= 3 ? named : named + [SharedWords.moreNamed(indices.count - 2)])
    }
    func lessons(_ indices: [Int]) -> String { OfficeWords.lessons(indices.count, times(indices)) }
    let certain = followUp.certainMisses.map(\.session)
    if !certain.isEmpty {
        return followUp.lacksAccess
            ? OfficeWords.missedWithoutDevice(name, lessons(certain)) : OfficeWords.missed(name, lessons(certain))
    }
    if !followUp.misses.isEmpty { return OfficeWords.maybeMissed(name, lessons(followUp.misses.map(\.session))) }
    if let indices = followUp.others[.cameraOff] { return OfficeWords.cameraOff(name, lessons(indices)) }
    if let indices = followUp.others[.late] { return OfficeWords.late(name, lessons(indices)) }
    if let indices = followUp.others[.outsideAccount] {
        return OfficeWords.outsideAccount(name, lessons(Array(indices.prefix(1))))
    }
    return OfficeWords.noAgreement(name)
}
