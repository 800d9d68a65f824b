/// What became of one pupil over some lessons, in one sentence: `joined 4, cannot tell 1 (Wednesday), of 5`.
struct JoiningSentence: Sendable {
    private let lessons: [(day: Day, status: PupilStatus)]

    /// - Parameter lessons: in the order of their days.
    init(_ lessons: [(day: Day, status: PupilStatus)]) { self.lessons = lessons }

    /// Without a full stop.
    var text: String {
        if lessons.isEmpty { return "no lesson" }
        let order: [PupilStatus] = [.nonJoiner, .possible, .noData, .excused]
        let parts = order.compactMap { status -> String? in
            let days = lessons.filter { $0.status == status }.map(\.day)
            return days.isEmpty ? nil : "\(status.words) \(days.count) (\(named(days)))"
        }
        let joined = "joined \(lessons.count { $0.status == .joined })"
        return ([joined] + parts).joined(separator: ", ") + ", of \(lessons.count)"
    }

    /// Days of one week by their names, of several by their dates; of many the last.
    private func named(_ days: [Day]) -> String {
        let isOneWeek = Set(lessons.map(\.day.week.iso)).count == 1
        let names = days.suffix(5).map { isOneWeek ? $0.weekdayName : $0.short }
        let before = days.count > 5 ? "\(days.count - 5) before, " : ""
        return before + names.joined(separator: ", ")
    }
}

extension PupilStatus {
    /// In words for people; tables keep the word of the rule.
    var words: String {
        switch self {
        case .joined: "joined"
        case .nonJoiner: "did not join"
        case .possible: "cannot tell"
        case .excused: "known absence"
        case .noData: "no export"
        }
    }
}
