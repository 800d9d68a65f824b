import Testing

@testable import WhoJoinedKit

/// What people read is in people's words; the rules' are for tables and programs.
struct WordsTests {
    private static let rulesWords =
        RuleID.allCases.map(\.rawValue).filter { $0.contains("-") && $0 != RuleID.oneToOne.rawValue }
        + [PupilStatus.noData.rawValue]

    /// Everything that each rule can find, of a pupil, in a week of everything else.
    private static var pages: [ReportFile] {
        var sample = SampleWeek.full
        let found = RuleID.allCases.filter { $0 != .nonJoiner }.map {
            SampleWeek.finding($0, .followUp, .pupil, pupil: 1, name: "Aisha Khan", detail: "Quince")
        }
        sample.addLesson(3, present: [0, 2, 3], findings: found)
        sample.addLesson(4, present: [], hasData: false)
        let result = sample.result
        let context = ReportContext(result)
        let lessons = result.sessions.flatMap { judged in
            LessonPageFile(of: judged.session, context).files(
                LessonFacts(judged, context), settle: nil, template: ReportTemplates.builtIn.page)
        }
        return reportsInTurn(result).filter { !$0.path.hasSuffix(".csv") && $0.path != "run.json" } + lessons
    }

    @Test func `no page has a rule's own word`() {
        let pages = Self.pages.filter { !$0.path.hasSuffix(".xlsx") }
        #expect(pages.count > 12)
        for page in pages {
            let text = String(decoding: page.bytes, as: UTF8.self)
            for word in Self.rulesWords { #expect(!text.contains(word), "\(page.path): \(word)") }
        }
    }

    @Test(arguments: [
        ("known absence: dentist", "dentist"), ("known absence", ""), ("on a trip", "on a trip"),
    ]) func `a reason does not say again what the status says`(reason: String, rest: String) {
        let result = PupilResult(
            pupil: 0, status: .excused, joined: nil, left: nil, seconds: 0, stays: 0, reason: reason)
        #expect(result.furtherReason == rest)
    }

    @Test func `every rule has words of its own`() {
        let words = RuleID.allCases.map(\.words)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { !$0.isEmpty })
    }
}
