/// A pupil who missed several expected sessions in a row, also over weeks, or of whom it is noted that a device or
/// access is missing.
///
/// Asks for support, not blame. Excused, only possible and data-less sessions neither count nor break a row.
struct UnableToAccessRule: WeeklyRule {
    let id = RuleID.unableToAccess
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: consider pupils unable to access; W 6.6 phone call or home visit"

    static let missedInARow = Parameter<Int>(.rule(.unableToAccess), "missed-in-a-row", default: 3, range: 1...100)
    let parameters: [any AnyParameter] = [missedInARow]

    private typealias PupilInClass = MissRows.PupilInClass

    func findings(in context: WeekContext) -> [Finding] {
        var found: [PupilInClass: (detail: String, evidence: [Evidence])] = [:]
        let limit = context.policy[Self.missedInARow]
        for (place, row) in rows(context) where row >= limit {
            found[place] = ("\(row) expected sessions missed in a row: ask whether the family needs help to join.", [])
        }
        for day in context.week.days {
            for resolved in context.records.notes(on: day)
            where resolved.note.kind == .reason && namesAccess(resolved.note.text) {
                guard let pupil = resolved.pupil else { continue }
                let noted = classCodes(in: resolved.note.classText)
                let own =
                    noted.first { context.school.roll(of: [$0], on: day).contains(pupil) }?.text
                    ?? noted.first?.text ?? context.school.classes(of: pupil, on: day).first?.text ?? ""
                let place = PupilInClass(pupil: pupil, classText: own)
                found[place] = (
                    "Noted as lacking a device or access: ask whether the family needs help to join.", resolved.evidence
                )
            }
        }
        return found.sorted { $0.key < $1.key }.map { place, what in
            context.finding(
                self, pupil: place.pupil, classText: place.classText, seconds: nil, detail: what.detail,
                evidence: what.evidence)
        }
    }

    /// The longest row of misses that reaches into this week, per pupil and class.
    private func rows(_ context: WeekContext) -> [PupilInClass: Int] {
        let moves = ClassMoves(context.past, context.sessions, of: context.school, on: context.week.sunday)
        var rows = MissRows(context.school, moves)
        for index in context.past.indices where context.past[index].isScheduled && context.past[index].kind.isForPupils
        { rows.count(context.past[index]) }
        for index in context.order {
            let judged = context.sessions[index]
            guard context.school.expectsPupils(in: judged.session) else { continue }
            let (results, expected) = (judged.results, judged.session.expected)
            let classes = rows.classes(judged.session.classes, on: judged.session.day)
            for position in results.indices where expected.hasSorted(results[position].pupil) {
                rows.count(
                    results[position].pupil, classes, on: judged.session.day, results[position].status, isOfWeek: true)
            }
        }
        return rows.ofWeek.mapValues(\.longest)
    }

    private func namesAccess(_ text: String) -> Bool {
        let known: Set<String> = [
            "device", "laptop", "tablet", "computer", "phone", "telephone", "smartphone", "internet", "wifi",
            "broadband", "access", "login", "password",
        ]
        let words = text.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
        let joined = zip(words, words.dropFirst()).map { $0 + $1 }.filter { $0 == "wifi" || $0 == "login" }
        return (words + joined).contains { word in
            known.contains(word) || word.hasSuffix("s") && known.contains(String(word.dropLast()))
        }
    }
}
