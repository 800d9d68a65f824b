/// Somebody who was removed from a session and whom SLT has not cleared since: do not admit.
struct Hold: Sendable {
    /// `nil`: the note names somebody who is on no roll.
    var pupil: Int?
    var name: String
    var day: Day
    var classKeys: [String]
    var text: String
}

/// Removals up to the end of the week without a `cleared` line dated from the removal on; one per person, the latest.
func holdList(_ context: ReportContext) -> [Hold] {
    let records = context.school.records
    let notes = records.notes.filter { $0.kind == .removed && $0.day <= context.result.week.sunday }
    guard !notes.isEmpty else { return [] }
    var names: [String: [Int]] = [:]
    for (i, pupil) in context.school.roster.pupils.enumerated() {
        let texts = [
            pupil.display.full, pupil.main?.full, pupil.legal?.full, pupil.preferred?.full, pupil.id.text,
            pupil.ids.admissionNumber, pupil.ids.misID,
            pupil.email,
        ]
        for text in Set(texts.compactMap { $0.map(folded) }) where !text.isEmpty { names[text, default: []].append(i) }
    }
    var latest: [String: Hold] = [:]
    for note in notes {
        let matches = names[folded(note.person)] ?? []
        let pupil =
            matches.count == 1
            ? matches[0] : matches.first { context.ownClasses(of: $0).contains(ClassCode(note.classText).key) }
        let isCleared =
            pupil.map { pupil in
                records.followUps.contains { $0.kind == .cleared && $0.pupil == pupil && $0.day >= note.day }
            } ?? false
        if isCleared { continue }
        let hold = Hold(
            pupil: pupil, name: pupil.map { context.sortName($0) } ?? PlainText.shown(note.person), day: note.day,
            classKeys: note.classText.split(separator: ";").map { ClassCode(String($0)).key },
            text: PlainText.clean(note.text, limit: 300))
        let key = pupil.map { "p\($0)" } ?? folded(note.person)
        if latest[key].map({ $0.day <= hold.day }) ?? true { latest[key] = hold }
    }
    return latest.values.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
}

private func folded(_ text: String) -> String { PlainText.clean(text, limit: 500).lowercased() }
