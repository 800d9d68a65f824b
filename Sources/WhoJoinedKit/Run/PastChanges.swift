/// Lessons of weeks gone by that are told otherwise today than when they were last counted: an export came late, is another
/// or is read otherwise. In no list does a figure change in silence.
struct PastChanges {
    private let byWeek: [(week: Week, lessons: [String])]

    /// - Parameters:
    ///   - sessions: what this run made of other weeks.
    ///   - known: what was known of all weeks before.
    ///   - reported: the weeks that somebody has read a report of; what nobody was told changes nothing.
    init(
        of sessions: [PastSession], against known: [PastSession], inReportsOf reported: Set<Week>, before week: Week
    ) {
        let before = Dictionary(known.map { ($0.place, $0) }, uniquingKeysWith: { a, _ in a })
        let changed = sessions.sortedByStart.filter { $0.day < week.monday && reported.contains($0.day.week) }
            .compactMap { session in
                PastChanges.words(of: session, before[session.place]).map { (session.day.week, $0) }
            }
        byWeek = Dictionary(grouping: changed, by: \.0.iso).sorted { $0.key < $1.key }
            .compactMap { _, all in all.first.map { ($0.0, all.map(\.1)) } }
    }

    /// `4B Mon 9 Nov: 4 of 5 seen, 3 before`; `nil`: as it was.
    private static func words(of session: PastSession, _ old: PastSession?) -> String? {
        let place = "\(session.classText.isEmpty ? "no class" : session.classText) \(session.day.short)"
        let seen = "\(session.joined) of \(session.expected) seen"
        guard let old else { return "\(place): \(seen), not counted before" }
        let others = session.statuses.count(differingFrom: old.statuses)
        if others == 0, session.joined == old.joined { return nil }
        return session.joined == old.joined
            ? "\(place): \(counted(others, "pupil")) told otherwise" : "\(place): \(seen), \(old.joined) before"
    }

    var messages: [String] {
        byWeek.map { week, lessons in
            let more = lessons.count > 3 ? " and \(lessons.count - 3) more" : ""
            return Problem(
                "reports/\(week.iso)", code: "past-changed",
                "what is known of \(counted(lessons.count, "lesson")) has changed since: \(lessons.prefix(3).joined(separator: "; "))\(more)",
                fix: "whojoined week --week \(week.iso) makes that report again", severity: .warning
            ).message
        }
    }
}

extension PupilStatuses {
    /// How many pupils of either have another status in the other, or none.
    fileprivate func count(differingFrom other: PupilStatuses) -> Int {
        if roll === other.roll || roll.ids == other.roll.ids { return zip(values, other.values).count { $0 != $1 } }
        return Set(roll.ids + other.roll.ids).count { self[$0] != other[$0] }
    }
}
