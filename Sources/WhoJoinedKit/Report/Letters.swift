import Mustache

/// The letters of a week: `letters/CLASS/FAMILY.txt`, one text per family under its first child's class.
///
/// Only what is certain is said; a family whose misses are all only possible gets none until a person has settled it.
/// Nothing here is ever sent by itself.
func letters(_ list: FollowUpList, _ context: ReportContext, folders: SafeFileNames, templates: LetterTemplates) throws -> [ReportFile] {
    let byFamily = Dictionary(grouping: list.families.filter { isForLetter($0, list.book) }, by: \.family)
    let labels = Dictionary(uniqueKeysWithValues: byFamily.keys.map { ($0, list.book.label($0)) })
    let names = SafeFileNames(labels.values)
    var ready: [String: MustacheTemplate] = [:]
    var files: [ReportFile] = []
    for (family, followUps) in byFamily {
        // Half-siblings may have nobody in common: then each contact gets a text of their own children only.
        let folder = folders[followUps[0].classText]
        for (number, group) in groupedByContact(followUps).enumerated() {
            let language = templates.language(for: group.lazy.compactMap { context.school.roster.pupils[$0.pupil].language }.first)
            if ready[language] == nil { ready[language] = try templates.template(language) }
            let text = ready[language]!.render(letterValues(group, language: language, context))
            let suffix = number == 0 ? "" : "-\(number + 1)"
            files.append(ReportFile(path: "letters/\(folder)/\(names[labels[family]!])\(suffix).txt", bytes: Array(text.utf8)))
        }
    }
    return files
}

private func isForLetter(_ followUp: FollowUp, _ book: FamilyBook) -> Bool {
    guard followUp.isCertain else { return false }
    if case .contact = followUp.contact { return true }
    // Nobody is known to be allowed and somebody is known not to be: a person has to find out first.
    return !book.hasBarredContact(followUp.family)
}

private func groupedByContact(_ followUps: [FollowUp]) -> [[FollowUp]] {
    var groups: [[FollowUp]] = []
    for followUp in followUps {
        let at = groups.firstIndex { isSameRecipient($0[0].contact, followUp.contact) }
        if let at { groups[at].append(followUp) } else { groups.append([followUp]) }
    }
    return groups
}

private func isSameRecipient(_ a: FamilyBook.Choice, _ b: FamilyBook.Choice) -> Bool {
    if case .contact(let x) = a, case .contact(let y) = b { return FamilyBook.isSame(x, y) }
    return a == b
}

/// What a template may ask for (`TemplateField`); a field without a value is left out, so that `{{#field}}` skips it.
private func letterValues(_ followUps: [FollowUp], language: String, _ context: ReportContext) -> [String: Any] {
    let today = context.zone.day(of: context.result.now)
    var values: [String: Any] = [
        "school": PlainText.clean(context.school.settings.name),
        "today": language == "en" ? "\(today.day) \(Day.monthNames[today.month - 1]) \(today.year)" : figures(today),
        "children": followUps.map { childValues($0, context) },
        // The letter says "more than once": a broken laptop noted at the first miss is not that.
        "support": followUps.contains { $0.step >= .support && max($0.inARow, $0.certainMisses.count) > 1 },
    ]
    if case .contact(let contact) = followUps[0].contact {
        let formal = contact.title.isEmpty || contact.family.isEmpty ? FamilyBook.name(of: contact) : PlainText.clean("\(contact.title) \(contact.family)")
        if !formal.isEmpty { values["contact"] = formal }
    }
    return values
}

private func childValues(_ followUp: FollowUp, _ context: ReportContext) -> [String: Any] {
    func sessions(_ indices: [Int]) -> [[String: Any]] { indices.map { sessionValues($0, context) } }
    var values: [String: Any] = [
        "name": context.pupilNames[followUp.pupil],
        "missed": sessions(followUp.certainMisses.map(\.session)),
        "camera_off": sessions(followUp.others[.cameraOff] ?? []),
        "late": sessions(followUp.others[.late] ?? []),
        // Said once: it is the account that matters, not how often.
        "outside_account": sessions((followUp.others[.outsideAccount] ?? []).prefix(1).map { $0 }),
    ]
    if followUp.others[.noAgreement] != nil { values["no_agreement"] = true }
    return values
}

private func sessionValues(_ index: Int, _ context: ReportContext) -> [String: Any] {
    let session = context.result.sessions[index].session
    var values: [String: Any] = [
        "day": session.day.long,
        "date": figures(session.day),
        "time": context.time(session.start),
    ]
    let subject = PlainText.clean(session.subject)
    if !subject.isEmpty { values["lesson"] = subject }
    return values
}

/// `16.11.2026`: read alike in every language that a letter is in.
private func figures(_ day: Day) -> String { "\(padded(day.day, 2)).\(padded(day.month, 2)).\(day.year)" }
