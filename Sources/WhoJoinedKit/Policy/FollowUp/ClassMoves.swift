/// Which class of a pupil goes on from one that the pupil has left: rows of misses run over a change of class.
struct ClassMoves: Sendable {
    /// One time in a class that the pupil has left, and the class that goes on from it.
    private struct Past: Sendable {
        /// To the nearest lessons without the pupil.
        let days: ClosedRange<Day>
        let successor: ClassCode
    }

    /// By `ClassCode.key` of the class that was left.
    private var successors: [Pupil.Index: [String: [Past]]] = [:]

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
        var stays: [Pupil.Index: [String: Set<Day>]] = [:]
        for roll in rolls.all {
            for pupil in roll.pupils where movers.contains(pupil) {
                stays[pupil, default: [:]][roll.key, default: []].formUnion(roll.days)
            }
        }
        let lessons = rolls.days
        let kinds = Dictionary(school.roster.classes.map { ($0.code.key, $0.kind) }, uniquingKeysWith: { a, _ in a })
        for (pupil, stays) in stays {
            let current = own[pupil] ?? []
            for (left, days) in stays where !current.contains(where: { $0.key == left }) {
                let alike = current.filter { code in kinds[left].map { $0 == kinds[code.key] } ?? true }
                let times = times(on: days, lessons: lessons[left] ?? []).compactMap { time in
                    alike.filter { goesOn(stays[$0.key] ?? [], from: time.days, lessons: lessons[$0.key] ?? []) }
                        .soleElement.map { Past(days: time.reach, successor: $0) }
                }
                if !times.isEmpty { successors[pupil, default: [:]][left] = times }
            }
        }
    }

    /// The class that goes on from this one as the pupil was in it on that day, or itself.
    func successor(of code: ClassCode, for pupil: Pupil.Index, on day: Day) -> ClassCode {
        successors.isEmpty
            ? code : successors[pupil]?[code.key]?.first { $0.days.contains(day) }?.successor ?? code
    }

    /// Keys of the class and of those that it goes on from, at some time.
    func keys(of code: ClassCode, for pupil: Pupil.Index) -> [String] {
        let key = code.key
        let left = (successors[pupil] ?? [:]).filter { $0.value.contains { $0.successor.key == key } }
        return [key] + left.map(\.key).sorted()
    }
}

/// The times that a pupil was in a class: between two a lesson of it was without the pupil (4C, then 4B, then 4C again).
/// - Parameters:
///   - days: of its lessons with the pupil.
///   - lessons: days of all of them, ascending.
/// - Returns: of each its first and last lesson, and how far it reaches: to the lessons without the pupil.
private func times(on days: Set<Day>, lessons: [Day]) -> [(days: ClosedRange<Day>, reach: ClosedRange<Day>)] {
    lessons.split { !days.contains($0) }.compactMap { time in
        guard let first = time.first, let last = time.last else { return nil }
        let from = time.startIndex > 0 ? lessons[time.startIndex - 1] + 1 : Day(number: 0)
        let to = time.endIndex < lessons.count ? lessons[time.endIndex] - 1 : Day(number: .max)
        return (first...last, from...to)
    }
}

/// Whether a class was entered when the other was left: on no day of it before, or away from it meanwhile, which lessons
/// of it without the pupil show.
private func goesOn(_ own: Set<Day>, from left: ClosedRange<Day>, lessons: [Day]) -> Bool {
    guard let entered = own.filter({ $0 > left.upperBound }).min(), !own.contains(where: left.contains) else {
        return false
    }
    guard let before = own.filter({ $0 < left.lowerBound }).max() else { return true }
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

    /// Of the lessons of each class, ascending and each once.
    var days: [String: [Day]] {
        Dictionary(grouping: all, by: \.key).mapValues { rolls in Set(rolls.flatMap(\.days)).sorted() }
    }

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
