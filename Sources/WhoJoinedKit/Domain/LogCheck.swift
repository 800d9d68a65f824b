/// Somebody went through the log of the sessions up to that day.
struct LogCheck: Sendable, Hashable {
    let day: Day
    let by: String
    /// Empty: of all classes.
    let classText: String
}

extension SchoolRecords {
    /// By day.
    var logChecks: [LogCheck] {
        notes.filter { $0.kind == .checked }.map { LogCheck(day: $0.day, by: $0.by, classText: $0.classText) }
            .sorted { ($0.day, $0.by, $0.classText) < ($1.day, $1.by, $1.classText) }
    }
}
