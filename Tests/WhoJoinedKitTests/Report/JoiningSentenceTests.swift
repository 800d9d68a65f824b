import Testing

@testable import WhoJoinedKit

struct JoiningSentenceTests {
    private static func text(_ lessons: [(String, PupilStatus)]) -> String {
        JoiningSentence(lessons.compactMap { day, status in Day(iso: day).map { ($0, status) } }).text
    }

    @Test func `one week's days have names`() {
        let week: [(String, PupilStatus)] = [
            ("2026-11-16", .joined), ("2026-11-17", .joined), ("2026-11-18", .possible), ("2026-11-19", .joined),
            ("2026-11-20", .joined),
        ]
        #expect(Self.text(week) == "joined 4, cannot tell 1 (Wednesday), of 5")
    }

    @Test func `days of several weeks have dates, and kinds their own words`() {
        let lessons: [(String, PupilStatus)] = [
            ("2026-11-09", .nonJoiner), ("2026-11-16", .noData), ("2026-11-17", .excused), ("2026-11-18", .joined),
        ]
        #expect(
            Self.text(lessons)
                == "joined 1, did not join 1 (Mon 9 Nov), no export 1 (Mon 16 Nov), known absence 1 (Tue 17 Nov), of 4")
    }

    @Test func `of many days the last are named`() {
        let days = (9...15).map { ($0 < 10 ? "2026-11-0\($0)" : "2026-11-\($0)", PupilStatus.nonJoiner) }
        #expect(
            Self.text(days)
                == "joined 0, did not join 7 (2 before, Wednesday, Thursday, Friday, Saturday, Sunday), of 7")
        #expect(Self.text([]) == "no lesson")
    }
}
