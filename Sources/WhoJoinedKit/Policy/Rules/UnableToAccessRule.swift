/// A pupil who missed several expected sessions in a row, also over weeks, or of whom it is noted that a device or access is missing.
///
/// Asks for support, not blame. Excused, only possible and data-less sessions neither count nor break a row.
struct UnableToAccessRule: WeeklyRule {
    let id = RuleID.unableToAccess
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: consider pupils unable to access; W 6.6 phone call or home visit"

    private struct Place: Hashable, Comparable {
        var pupil: Int
        var classText: String
        static func < (a: Place, b: Place) -> Bool { (a.pupil, a.classText) < (b.pupil, b.classText) }
    }

    func findings(in context: WeekContext) -> [Finding] {
        var found: [Place: (detail: String, evidence: [Evidence])] = [:]
        let limit = Int(context.policy.number(id, "missed-in-a-row"))
        for (place, row) in rows(context) where row >= limit {
            found[place] = ("\(row) expected sessions missed in a row: ask whether the family needs help to join.", [])
        }
        for day in context.week.days {
            for resolved in context.records.notes(on: day) where resolved.note.kind == .reason && namesAccess(resolved.note.text) {
                guard let pupil = resolved.pupil else { continue }
                let noted = classCodes(in: resolved.note.classText)
                let own =
                    noted.first { context.school.roll(of: [$0], on: day).contains(pupil) }?.text
                    ?? noted.first?.text ?? context.school.classes(of: pupil, on: day).first?.text ?? ""
                let place = Place(pupil: pupil, classText: own)
                found[place] = ("Noted as lacking a device or access: ask whether the family needs help to join.", resolved.evidence)
            }
        }
        return found.sorted { $0.key < $1.key }.map { place, what in
            context.finding(self, pupil: place.pupil, classText: place.classText, seconds: nil, detail: what.detail, evidence: what.evidence)
        }
    }

    /// The longest row of misses that reaches into this week, per pupil and class.
    private func rows(_ context: WeekContext) -> [Place: Int] {
        var (current, longest) = ([Place: Int](), [Place: Int]())
        func count(_ pupil: Int, _ classes: [ClassCode], _ day: Day, _ status: PupilStatus, isThisWeek: Bool) {
            guard status == .nonJoiner || status == .joined else { return }
            // A pupil of 4B has one row of misses, whether 4B met alone or with 4C.
            let own = classes.count == 1 ? classes[0] : classes.first { context.school.roll(of: [$0], on: day).contains(pupil) }
            guard let own else { return }
            let place = Place(pupil: pupil, classText: own.text)
            current[place] = status == .joined ? 0 : (current[place] ?? 0) + 1
            if isThisWeek, status == .nonJoiner { longest[place] = max(longest[place] ?? 0, current[place] ?? 0) }
        }
        let past = context.past.filter { $0.isScheduled && $0.kind.isForPupils && $0.day < context.week.monday }
        for session in past.sorted(by: { ($0.start, $0.key) < ($1.start, $1.key) }) {
            let classes = classCodes(in: session.classText)
            for (id, status) in session.statuses {
                guard let pupil = context.pupilsByID[id] else { continue }
                count(pupil, classes, session.day, status, isThisWeek: false)
            }
        }
        for judged in context.sessions where PastSession.isExpected(judged.session, in: context.school) {
            let expected = Set(judged.session.expected)
            for result in judged.results where expected.contains(result.pupil) {
                count(result.pupil, judged.session.classes, judged.session.day, result.status, isThisWeek: true)
            }
        }
        return longest
    }

    private func namesAccess(_ text: String) -> Bool {
        let known: Set<String> = [
            "device", "laptop", "tablet", "computer", "phone", "telephone", "smartphone", "internet", "wifi", "broadband", "access", "login", "password",
        ]
        let words = text.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
        let joined = zip(words, words.dropFirst()).map { $0 + $1 }.filter { $0 == "wifi" || $0 == "login" }
        return (words + joined).contains { word in known.contains(word) || word.hasSuffix("s") && known.contains(String(word.dropLast())) }
    }
}
