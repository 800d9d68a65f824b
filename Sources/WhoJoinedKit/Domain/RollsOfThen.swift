/// Who was on the roll of each class when its sessions were judged: today's list does not judge the lessons of the past.
struct RollsOfThen: Sendable {
    /// The roll of a session.
    struct Then: Sendable {
        let day: Day
        fileprivate let statuses: PupilStatuses
        /// Those of whom no list said for certain then that they were on it, ascending.
        let doubts: [PupilID]

        var ids: [PupilID] { statuses.roll.ids }

        /// No list of then left open whether the pupil was on it.
        fileprivate func hasForCertain(_ pupil: PupilID) -> Bool {
            ids.hasSorted(pupil) && !doubts.hasSorted(pupil)
        }

        /// Those who were on it for certain.
        var certain: [PupilID] {
            statuses.filter { $0.1 != .possible && !doubts.hasSorted($0.0) }.map(\.0)
        }
    }

    /// By key of the session.
    private var bySession: [String: Then] = [:]
    /// By the classes of a session together.
    private var byWeek: [String: [Then]] = [:]
    /// By the same, and the session's key.
    private var byClasses: [String: [String: Then]] = [:]
    /// By `ClassCode.key`.
    private var byClass: [String: [PupilStatuses.Roll]] = [:]
    private let everybody: Set<PupilID>
    private let monday: Day
    let today: Day
    /// The week is not over: whoever joins the roll now is expected in what is left of it.
    private let isThisWeek: Bool

    /// - Parameters:
    ///   - sessions: by day; of those with one key the last counts.
    ///   - others: pupils of other rolls than those of the sessions.
    ///   - week: pupils whom no roll knew before it have missed nothing before it.
    init(_ sessions: [PastSession], others: Set<PupilID> = [], week: Week, today: Day) {
        (everybody, monday, self.today) = (others.union(sessions.everybody), week.monday, today)
        isThisWeek = today <= week.sunday
        for session in sessions where !session.statuses.roll.ids.isEmpty {
            let then = Then(day: session.day, statuses: session.statuses, doubts: session.rollDoubts)
            bySession[session.key] = then
            byWeek[Self.key(session.classText, session.day), default: []].append(then)
            byClasses[Self.key(session.classText), default: [:]][session.key] = then
            for part in session.classText.split(separator: ";") {
                let key = ClassCode(String(part)).key
                if byClass[key]?.contains(where: { $0 === session.statuses.roll }) != true {
                    byClass[key, default: []].append(session.statuses.roll)
                }
            }
        }
    }

    /// The pupils of a session that was judged before. Of one whose export comes only now, those of the classes' next
    /// lesson of that week; once the week is over, of the last one else.
    func roll(ofSession key: String, classText: String, on day: Day) -> Then? {
        if let known = bySession[key] { return known }
        let ofWeek = byWeek[Self.key(classText, day)] ?? []
        return ofWeek.first { $0.day >= day } ?? (day.week.sunday < today ? ofWeek.last : nil)
    }

    private static func key(_ classText: String, _ day: Day) -> String {
        "\(day.week.monday.number) \(key(classText))"
    }

    private static func key(_ classText: String) -> String {
        classCodes(in: classText).map(\.key).sorted().joined(separator: ";")
    }

    /// Whether a pupil of whom no list was sure on that day, and whom the classes' list has today, was on it all the time:
    /// lost from the lists of one week, and from no more. Out of those of several a pupil may have left and come back
    /// unseen, and who was not on the list before it was cut, or stood in another class meanwhile, was not lost.
    func wasOnlyLost(_ pupil: PupilID, classText: String, on day: Day) -> Bool {
        let (classes, week) = (Self.key(classText), day.week)
        let rolls = (byClasses[classes] ?? [:]).values
        let next = rolls.filter { $0.day > week.sunday }.min { $0.day < $1.day }
        return Self.last(of: rolls, before: week)?.hasForCertain(pupil) ?? true
            && next?.hasForCertain(pupil) ?? true
            && rolls.allSatisfy { $0.day <= day || $0.ids.hasSorted(pupil) }
            && !hasEntered(pupil, in: week, besides: classes)
    }

    /// Some other class had the pupil for certain in this week, and not before.
    private func hasEntered(_ pupil: PupilID, in week: Week, besides classes: String) -> Bool {
        byClasses.contains { others, rolls in
            others != classes && rolls.values.contains { week.contains($0.day) && $0.hasForCertain(pupil) }
                && !(Self.last(of: rolls.values, before: week)?.ids.hasSorted(pupil) ?? false)
        }
    }

    private static func last(of rolls: some Sequence<Then>, before week: Week) -> Then? {
        rolls.filter { $0.day < week.monday }.max { $0.day < $1.day }
    }

    /// Whom no roll knew is new this week, and expected in it.
    func isNew(_ pupil: PupilID, on day: Day) -> Bool {
        isThisWeek && day >= monday && !everybody.contains(pupil)
    }

    /// The pupil was on a roll of the class, or none of it is known, or the day is of this week.
    func mayExpect(_ pupil: PupilID, inClasses keys: [String], on day: Day) -> Bool {
        if day >= monday { return true }
        let rolls = keys.flatMap { byClass[$0] ?? [] }
        return rolls.isEmpty || rolls.contains { $0.ids.hasSorted(pupil) }
    }
}
