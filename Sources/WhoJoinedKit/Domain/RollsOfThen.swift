/// Who was on the roll of each class when its sessions were judged: today's list does not judge the lessons of the past.
struct RollsOfThen: Sendable {
    /// The roll of a session.
    struct Then: Sendable {
        let day: Day
        let ids: [PupilID]
        /// Those of them of whom no list said for certain then that they were on it, ascending.
        let doubts: [PupilID]
    }

    /// By key of the session.
    private var bySession: [String: Then] = [:]
    /// By the classes of a session together.
    private var byWeek: [String: [Then]] = [:]
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
            let then = Then(day: session.day, ids: session.statuses.roll.ids, doubts: session.rollDoubts)
            bySession[session.key] = then
            byWeek[Self.key(session.classText, session.day), default: []].append(then)
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
        "\(day.week.monday.number) \(classCodes(in: classText).map(\.key).sorted().joined(separator: ";"))"
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
