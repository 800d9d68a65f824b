/// Somebody who was removed from a session and whom SLT has not cleared since: do not admit.
struct Hold: Sendable {
    /// `nil`: the note names somebody who is on no roll.
    var pupil: Pupil.Index?
    /// As the note has it.
    var person: String
    var day: Day
    var classKeys: [String]
    /// The note's own words.
    var text: String
}

extension Hold {
    /// Removals up to the end of the week without a `cleared` line dated from the removal on; one per person, the
    /// latest. In no order.
    static func open(in result: WeekResult, _ classes: ClassBook) -> [Hold] {
        let records = result.school.records
        let notes = records.notes.filter { $0.kind == .removed && $0.day <= result.week.sunday }
        guard !notes.isEmpty else { return [] }
        let (names, lookup) = (pupilsByName(result.school.roster), PersonLookup(school: result.school))
        var latest: [String: Hold] = [:]
        for note in notes {
            let matches = names[folded(note.person)] ?? lookup.pupilsMeant(by: note.person)
            let pupil =
                matches.count == 1
                ? matches[0] : matches.first { classes.keys(of: $0).contains(ClassCode(note.classText).key) }
            let isCleared = records.followUps.contains {
                $0.kind == .cleared && $0.pupil == pupil && $0.day >= note.day
            }
            if isCleared || records.isClearedByName(note) { continue }
            let hold = Hold(
                pupil: pupil, person: note.person, day: note.day,
                classKeys: classCodes(in: note.classText).map(\.key), text: note.text)
            let key = pupil.map { "p\($0.position)" } ?? folded(note.person)
            if latest[key].map({ $0.day <= hold.day }) ?? true { latest[key] = hold }
        }
        return Array(latest.values)
    }

    /// By every name, id and address that a note may call a pupil by.
    private static func pupilsByName(_ roster: Roster) -> [String: [Pupil.Index]] {
        var names: [String: [Pupil.Index]] = [:]
        for (i, pupil) in roster.pupils.indexed() {
            let texts = [
                pupil.display.full, pupil.main?.full, pupil.legal?.full, pupil.preferred?.full, pupil.id.text,
                pupil.ids.admissionNumber, pupil.ids.misID, pupil.email,
            ]
            for text in Set(texts.compactMap { $0.map(folded) }) where !text.isEmpty {
                names[text, default: []].append(i)
            }
        }
        return names
    }

    private static func folded(_ text: String) -> String { PlainText.clean(text, limit: 500).lowercased() }
}
