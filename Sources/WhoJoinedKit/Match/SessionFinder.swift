/// The sessions of the report's week (expected ones without an export too) and those of other weeks.
struct FoundSessions: Sendable {
    var ofWeek: [Session] = []
    var ofOtherWeeks: [Session] = []
}

/// Which session is each meeting of each export of (`contract.md` §2, `rules.md` §2)? Several exports of one session
/// are united, and no row is counted twice.
func findSessions(in exports: [MeetingExport], of school: School, week: Week, now: Instant, matcher: Matcher) -> FoundSessions {
    FoundSessions()
}
