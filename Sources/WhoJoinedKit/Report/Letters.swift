/// The letters of a week: `letters/CLASS/FAMILY.txt`, one text per family under its first child's class.
///
/// Only what is certain is said; a family whose misses are all only possible gets none until a person has settled it.
/// Nothing here is ever sent by itself.
struct Letters: Sendable {
    /// Whom a family is written to about, by the class that the letter stands under.
    private let families: [String: [[FollowUp]]]
    private let names: SafeFileNames
    /// The first letter's name of every family: `F1-2` may be one, and is no second letter of `F1`.
    private let firstNames: Set<String>
    private let book: FamilyBook
    private let templates: LetterTemplates

    init(_ list: FollowUpList, _ templates: LetterTemplates) {
        book = list.book
        self.templates = templates
        let byFamily = Dictionary(grouping: list.families.filter { isForLetter($0, list.book) }, by: \.family)
        families = Dictionary(grouping: byFamily.values, by: { $0[0].classText })
        let labels = byFamily.keys.map(list.book.label)
        let names = SafeFileNames(labels)
        self.names = names
        firstNames = Set(labels.map { names[$0] })
    }

    var classes: some Sequence<String> { families.keys }

    /// The letters under one class, in the order of their names.
    func files(of classText: String, folder: String, _ context: ReportContext) -> [ReportFile] {
        (families[classText] ?? []).flatMap { followUps in
            let name = names[book.label(followUps[0].family)]
            var taken = firstNames
            // Half-siblings may have nobody in common: then each contact gets a text of their own children only.
            return groupedByContact(followUps).enumerated().map { number, group in
                let language = templates.language(of: group.lazy.map(\.pupil), in: context.school)
                let template = templates[language.code]
                var file = name
                var ending = number + 1
                while number > 0, taken.contains(file) {
                    file = "\(name)-\(ending)"
                    ending += 1
                }
                taken.insert(file)
                return ReportFile(
                    path: "letters/\(folder)/\(file).txt",
                    bytes: template.filled(letterValues(group, language, template.head, context)))
            }
        }
    }
}

private func isForLetter(_ followUp: FollowUp, _ book: FamilyBook) -> Bool {
    guard followUp.isCertain else { return false }
    // A family that was reached about all of this gets no second word about it.
    if followUp.isClosed { return false }
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

private func letterValues(
    _ followUps: [FollowUp], _ language: LetterLanguage, _ head: TemplateHead, _ context: ReportContext
) -> LetterValues {
    let today = context.zone.day(of: context.result.now)
    let settings = context.school.settings
    var values: LetterValues = [
        .school: .text(PlainText.clean(settings.name)), .today: .text(today.text(head, language)),
        .children: .list(followUps.map { childValues($0, language, head, context) }),
    ]
    for (field, text) in [
        (TemplateField.phone, settings.phone), (.email, settings.email), (.office, settings.office),
        (.untranslated, language.untranslated ?? ""),
    ] where !text.isEmpty {
        values[field] = .text(PlainText.clean(text))
    }
    // What is known already is not asked again.
    if followUps.contains(where: \.lacksAccess) { values[.noDevice] = .yes }
    // The letter says "more than once": a broken laptop noted at the first miss is not that.
    if followUps.contains(where: { $0.step >= .support && max($0.inARow, $0.certainMisses.count) > 1 }) {
        values[.support] = .yes
    }
    if case .contact(let contact) = followUps[0].contact {
        let formal =
            contact.title.isEmpty || contact.family.isEmpty
            ? FamilyBook.name(of: contact) : PlainText.clean("\(contact.title) \(contact.family)")
        if !formal.isEmpty { values[.contact] = .text(formal) }
    }
    return values
}

private func childValues(
    _ followUp: FollowUp, _ language: LetterLanguage, _ head: TemplateHead, _ context: ReportContext
) -> LetterValues {
    var values: LetterValues = [.name: .text(context.pupilNames[followUp.pupil])]
    func sessions(_ indices: some Sequence<Int>) -> LetterValue {
        .list(indices.map { sessionValues($0, language, head, context) })
    }
    // One is a sentence, several are one sentence and a list.
    func add(_ indices: [Int]?, _ all: TemplateField, once: TemplateField, often: TemplateField) {
        guard let indices else { return }
        values[all] = sessions(indices)
        if indices.count == 1 { values[once] = sessions(indices) }
        if indices.count > 1 { values[often] = .yes }
    }
    add(followUp.certainMisses.map(\.session), .missed, once: .missedOnce, often: .missedOften)
    add(followUp.others[.cameraOff], .cameraOff, once: .cameraOffOnce, often: .cameraOffOften)
    add(followUp.others[.late], .late, once: .lateOnce, often: .lateOften)
    // Said once: it is the account that matters, not how often.
    if let indices = followUp.others[.outsideAccount] { values[.outsideAccount] = sessions(indices.prefix(1)) }
    if followUp.others[.noAgreement] != nil { values[.noAgreement] = .yes }
    return values
}

private func sessionValues(
    _ index: Int, _ language: LetterLanguage, _ head: TemplateHead, _ context: ReportContext
) -> LetterValues {
    let session = context.result.sessions[index].session
    let date = session.day.text(head, language)
    var values: LetterValues = [
        .day: .text(language.code == LetterLanguage.english.code ? session.day.long : date), .date: .text(date),
        .time: .text(context.time(session.start)),
    ]
    if let weekday = head.weekday(of: session.day) { values[.weekday] = .text(weekday) }
    let subject = PlainText.clean(session.subject)
    if !subject.isEmpty { values[.lesson] = .text(subject) }
    return values
}

extension Day {
    /// In the words of the letter's language; where its template does not give them, in figures, which are read alike
    /// in every language.
    fileprivate func text(_ head: TemplateHead, _ language: LetterLanguage) -> String {
        head.text(of: self) ?? (language.code == LetterLanguage.english.code ? formal : figures)
    }
    /// `16 November 2026`
    private var formal: String { "\(day) \(Day.monthNames[month - 1]) \(year)" }
    /// `16.11.2026`
    private var figures: String { "\(padded(day, 2)).\(padded(month, 2)).\(year)" }
}
