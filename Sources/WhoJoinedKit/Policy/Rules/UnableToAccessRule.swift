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

    fileprivate struct PupilInClass: Hashable, Comparable {
        var pupil: Pupil.Index
        var classText: String
        static func < (a: PupilInClass, b: PupilInClass) -> Bool { (a.pupil, a.classText) < (b.pupil, b.classText) }
    }

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
        var rows = RowsOfMisses(context)
        for index in context.past.indices where context.past[index].isScheduled && context.past[index].kind.isForPupils
        { rows.count(context.past[index]) }
        for index in context.order {
            let judged = context.sessions[index]
            guard context.school.expectsPupils(in: judged.session) else { continue }
            let (results, expected) = (judged.results, judged.session.expected)
            let classes = rows.classes(judged.session.classes, on: judged.session.day)
            for position in results.indices where expected.hasSorted(results[position].pupil) {
                rows.count(results[position].pupil, classes, results[position].status, isThisWeek: true)
            }
        }
        return rows.longest
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

/// How many sessions in a row every pupil has missed, class by class. A term holds half a million statuses: places are
/// numbers.
private struct RowsOfMisses {
    private let context: WeekContext
    private var numbers: [ClassCode: Int] = [:]
    private var codes: [ClassCode] = []
    /// By class number.
    private var current: [SideTable<Pupil, Int>] = []
    private var ended: [SideTable<Pupil, Int>] = []
    /// The pupils of a roll, where the roster has them still.
    private var pupils: [ObjectIdentifier: [Pupil.Index?]] = [:]

    init(_ context: WeekContext) { self.context = context }

    /// A class of a session, with its pupils where there is more than one class.
    typealias Class = (number: Int, roll: Set<Pupil.Index>?)

    mutating func classes(_ codes: [ClassCode], on day: Day) -> [Class] {
        codes.map { code in (number(of: code), codes.count == 1 ? nil : Set(context.school.roll(of: [code], on: day))) }
    }

    private mutating func number(of code: ClassCode) -> Int {
        if let number = numbers[code] { return number }
        numbers[code] = codes.count
        codes.append(code)
        let none = SideTable(for: context.school.roster.pupils, repeating: 0)
        current.append(none)
        ended.append(none)
        return codes.count - 1
    }

    mutating func count(_ past: PastSession) {
        let own = pupils(of: past.statuses.roll)
        let classes = classes(classCodes(in: past.classText), on: past.day)
        for (position, status) in past.statuses.values.enumerated() {
            if let pupil = own[position] { count(pupil, classes, status, isThisWeek: false) }
        }
    }

    private mutating func pupils(of roll: PupilStatuses.Roll) -> [Pupil.Index?] {
        if let known = pupils[ObjectIdentifier(roll)] { return known }
        let own = roll.ids.map { context.school.pupilsByID[$0] }
        pupils[ObjectIdentifier(roll)] = own
        return own
    }

    mutating func count(_ pupil: Pupil.Index, _ classes: [Class], _ status: PupilStatus, isThisWeek: Bool) {
        guard status == .nonJoiner || status == .joined else { return }
        // A pupil of 4B has one row of misses, whether 4B met alone or with 4C.
        guard let own = classes.first(where: { $0.roll?.contains(pupil) ?? true })?.number else { return }
        current[own][pupil] = status == .joined ? 0 : current[own][pupil] + 1
        if isThisWeek, status == .nonJoiner { ended[own][pupil] = max(ended[own][pupil], current[own][pupil]) }
    }

    /// The longest row that reaches into this week.
    var longest: [UnableToAccessRule.PupilInClass: Int] {
        var rows: [UnableToAccessRule.PupilInClass: Int] = [:]
        for (code, lengths) in zip(codes, ended) {
            for pupil in lengths.typedIndices where lengths[pupil] > 0 {
                rows[UnableToAccessRule.PupilInClass(pupil: pupil, classText: code.text)] = lengths[pupil]
            }
        }
        return rows
    }
}
