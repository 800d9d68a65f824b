/// Which class of a pupil goes on from one that the pupil has left: rows of misses run over a change of class.
struct ClassMoves: Sendable {
    /// By `ClassCode.key` of the class that was left.
    private var successors: [Pupil.Index: [String: ClassCode]] = [:]

    /// - Parameters:
    ///   - past: sessions of earlier weeks.
    ///   - sessions: those of this week.
    ///   - day: the classes of this day are those that were not left.
    init(_ past: [PastSession], _ sessions: [JudgedSession], of school: School, on day: Day) {
        let rolls = Rolls(past, sessions, of: school)
        var own: [Pupil.Index: [ClassCode]] = [:]
        var movers: Set<Pupil.Index> = []
        for roll in rolls.all {
            for pupil in roll.pupils where !movers.contains(pupil) {
                let current = own[pupil] ?? school.classes(of: pupil, on: day)
                own[pupil] = current
                if !current.contains(where: { $0.key == roll.key }) { movers.insert(pupil) }
            }
        }
        if movers.isEmpty { return }
        var stays: [Pupil.Index: [String: ClosedRange<Day>]] = [:]
        for roll in rolls.all {
            for pupil in roll.pupils where movers.contains(pupil) {
                let known = stays[pupil]?[roll.key] ?? roll.days
                stays[pupil, default: [:]][roll.key] =
                    min(known.lowerBound, roll.days.lowerBound)...max(known.upperBound, roll.days.upperBound)
            }
        }
        let kinds = Dictionary(school.roster.classes.map { ($0.code.key, $0.kind) }, uniquingKeysWith: { a, _ in a })
        for (pupil, stays) in stays {
            let current = own[pupil] ?? []
            for (left, days) in stays where !current.contains(where: { $0.key == left }) {
                let next = current.filter { code in
                    (stays[code.key].map { $0.lowerBound > days.upperBound } ?? false)
                        && (kinds[left].map { $0 == kinds[code.key] } ?? true)
                }
                if let next = next.soleElement { successors[pupil, default: [:]][left] = next }
            }
        }
    }

    /// The class that goes on from this one, or itself.
    func successor(of code: ClassCode, for pupil: Pupil.Index) -> ClassCode {
        successors.isEmpty ? code : successors[pupil]?[code.key] ?? code
    }

    /// Keys of the class and of those that it goes on from.
    func keys(of code: ClassCode, for pupil: Pupil.Index) -> [String] {
        let key = code.key
        return [key] + (successors[pupil] ?? [:]).filter { $0.value.key == key }.map(\.key).sorted()
    }
}

/// Every roll of a class that sessions had, and on which days. A session of several classes does not say whose is whose.
private struct Rolls {
    struct OfClass {
        let key: String
        let pupils: [Pupil.Index]
        var days: ClosedRange<Day>
    }

    private(set) var all: [OfClass] = []

    init(_ past: [PastSession], _ sessions: [JudgedSession], of school: School) {
        struct Key: Hashable {
            let classText: String
            let roll: ObjectIdentifier
        }
        var known: [Key: Int] = [:]
        for session in past where session.isScheduled && !session.classText.contains(";") {
            let roll = session.statuses.roll
            let key = Key(classText: session.classText, roll: ObjectIdentifier(roll))
            if let position = known[key] {
                let days = all[position].days
                all[position].days = min(days.lowerBound, session.day)...max(days.upperBound, session.day)
            } else {
                known[key] = all.count
                all.append(
                    OfClass(
                        key: ClassCode(session.classText).key, pupils: roll.ids.compactMap { school.pupilsByID[$0] },
                        days: session.day...session.day))
            }
        }
        for judged in sessions where judged.session.lesson != nil || !school.timetable.exists {
            guard let code = judged.session.classes.soleElement else { continue }
            all.append(
                OfClass(
                    key: code.key, pupils: judged.session.expected, days: judged.session.day...judged.session.day))
        }
    }
}
