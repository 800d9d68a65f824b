/// One class in one week, as the history tells it.
struct ClassWeek: Sendable {
    var week: Week
    var classText: String
    var sessions = 0
    var joined = 0
    var expected = 0
    var unsettled = 0
    var findings = 0

    /// By week, then class.
    static func all(_ sessions: [StoredSession], only: ClassCode?) -> [ClassWeek] {
        var found: [String: ClassWeek] = [:]
        for session in sessions {
            let past = session.past
            if let only,
                !classCodes(in: past.classText).contains(where: { $0.key == only.key })
            {
                continue
            }
            let key = "\(past.day.week.iso) \(past.classText)"
            var week = found[key] ?? ClassWeek(week: past.day.week, classText: past.classText)
            week.sessions += 1
            week.joined += past.joined
            week.expected += past.expected
            week.unsettled += past.unsettled
            week.findings += past.counts.values.reduce(0, +)
            found[key] = week
        }
        return found.values.sorted { ($0.week, $0.classText) < ($1.week, $1.classText) }
    }

    var json: JSONValue {
        .object([
            ("week", .string(week.iso)), ("class", .string(PlainText.clean(classText))), ("sessions", .int(sessions)),
            ("joined", .int(joined)),
            ("expected", .int(expected)), ("unsettled", .int(unsettled)), ("findings", .int(findings)),
        ])
    }
}
