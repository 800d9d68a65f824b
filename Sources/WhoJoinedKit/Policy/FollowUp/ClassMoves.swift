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
        var stays: [Pupil.Index: [String: [Day]]] = [:]
        for roll in rolls.all {
            for pupil in roll.pupils where movers.contains(pupil) {
                stays[pupil, default: [:]][roll.key, default: []] += roll.days
            }
        }
        let kinds = Dictionary(school.roster.classes.map { ($0.code.key, $0.kind) }, uniquingKeysWith: { a, _ in a })
        for (pupil, stays) in stays {
            let current = own[pupil] ?? []
            for (left, days) in stays where !current.contains(where: { $0.key == left }) {
                let next = current.filter { code in
                    goesOn(stays[code.key] ?? [], from: days, lessons: rolls.days(of: code.key))
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

/// Whether a class was entered when the other was left: on no day of it before, or away from it meanwhile (4C, then
/// 4B, then 4C again), which lessons of it without the pupil show.
private func goesOn(_ own: [Day], from left: [Day], lessons: [Day]) -> Bool {
    guard let first = left.min(), let last = left.max(), let entered = own.filter({ $0 > last }).min(),
        !own.contains(where: { $0 >= first && $0 <= last })
    else { return false }
    guard let before = own.filter({ $0 < first }).max() else { return true }
    return lessons.contains { $0 > before && $0 < entered }
}

/// Every roll of a class that sessions had, and on which days. A session of several classes does not say whose is whose.
private struct Rolls {
    struct OfClass {
        let key: String
        let pupils: [Pupil.Index]
        var days: [Day]
    }

    private(set) var all: [OfClass] = []

    /// Of each session of this class.
    func days(of key: String) -> [Day] { all.filter { $0.key == key }.flatMap(\.days) }

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
                all[position].days.append(session.day)
            } else {
                known[key] = all.count
                all.append(
                    OfClass(
                        key: ClassCode(session.classText).key, pupils: roll.ids.compactMap { school.pupilsByID[$0] },
                        days: [session.day]))
            }
        }
        for judged in sessions where judged.session.lesson != nil || !school.timetable.exists {
            guard let code = judged.session.classes.soleElement else { continue }
            all.append(
                OfClass(key: code.key, pupils: judged.session.expected, days: [judged.session.day]))
        }
    }
}
