/// What became of one pupil over some lessons, in one sentence: `joined 4, cannot tell 1 (Wednesday), of 5`.
struct JoiningSentence: Sendable {
    private let lessons: [(day: Day, status: PupilStatus)]

    /// - Parameter lessons: in the order of their days.
    init(_ lessons: [(day: Day, status: PupilStatus)]) { self.lessons = lessons }

    /// Without a full stop.
    var text: String {
        if lessons.isEmpty { return WhyWords.noLesson }
        let order: [PupilStatus] = [.nonJoiner, .possible, .noData, .excused]
        let parts = order.compactMap { status -> String? in
            let days = lessons.filter { $0.status == status }.map(\.day)
            return days.isEmpty ? nil : WhyWords.days(status, days.count, named(days))
        }
        let joined = lessons.count { $0.status == .joined }
        return WhyWords.joined(joined, parts, of: lessons.count)
    }

    /// Days of one week by their names, of several by their dates; of many the last.
    private func named(_ days: [Day]) -> String {
        let isOneWeek = Set(lessons.map(\.day.week.iso)).count == 1
        let names = days.suffix(5).map { isOneWeek ? $0.weekdayName : $0.short }
        let before = days.count > 5 ? [WhyWords.before(days.count - 5)] : []
        return (before + names).joined(separator: ", ")
    }
}
