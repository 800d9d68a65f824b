import Testing

@testable import WhoJoinedKit

/// Whatever a rule finds stands on the page of everybody for whom it is.
struct AudiencesTests {
    /// A finding of that rule about a pupil of 4B, twice: some reach a family only then.
    private func reports(_ rule: RuleID, _ audiences: Finding.Audiences) -> [ReportFile] {
        var sample = SampleWeek()
        sample.addPeople()
        for weekday in [0, 1] {
            let finding = Finding(
                rule: rule, severity: .followUp, audiences: audiences, subject: .pupil, session: "",
                day: SampleWeek.week.monday, classText: "4B", pupil: 0, name: "Amelia Clarke",
                detail: "Quince \(weekday)", evidence: [])
            sample.addLesson(weekday, present: [0, 1, 2, 3, 4, 5, 6], findings: [finding])
        }
        let result = sample.result
        let pages = result.sessions.map { lessonPage(LessonFacts($0, ReportContext(result))) }.joined()
        return reportsInTurn(result) + [ReportFile(path: "lesson", bytes: Array(pages.utf8))]
    }

    private func has(_ text: String, _ path: String, _ files: [ReportFile]) -> Bool {
        files.contains { $0.path == path && String(decoding: $0.bytes, as: UTF8.self).contains(text) }
    }

    /// Of rules about entrants and their names the lesson's page has a part of its own.
    private static let ownParts: Set<RuleID> = [.unnamed, .needsALook, .nonJoiner, .late, .cameraOff, .cameraUnknown]

    private static let all =
        RuleBook.rules.map { ($0.id, $0.audiences) } + RuleBook.weekly.map { ($0.id, $0.audiences) }

    @Test(arguments: all) func `the audiences of a rule have a report that reads it`(
        rule: RuleID, audiences: Finding.Audiences
    ) {
        #expect(!audiences.isEmpty && Finding.Audiences(text: audiences.text) == audiences)
        let files = reports(rule, audiences)
        #expect(has("Quince", "findings.csv", files))
        #expect(has("Quince", "classes/4B/slt.txt", files) == !audiences.isForLeadAlone)
        #expect(has("Quince", "dsl.txt", files) == audiences.contains(.dsl))
        #expect(has("Clarke", "classes/4B/parents.csv", files) == audiences.contains(.parents))
        if audiences.contains(.teacher), !Self.ownParts.contains(rule) { #expect(has("Quince", "lesson", files)) }
    }

    @Test(arguments: 1..<16) func `no audience, alone or with others, goes unread`(value: UInt8) {
        let audiences = Finding.Audiences(rawValue: value)
        let files = reports(.noAgreement, audiences)
        #expect(has("Quince", "dsl.txt", files) == audiences.contains(.dsl))
        for path in ["classes/4B/slt.txt", "lesson"] {
            #expect(has("Quince", path, files) == !audiences.isForLeadAlone, "\(path) \(audiences.text)")
        }
        #expect(has("Clarke", "classes/4B/parents.csv", files) == audiences.contains(.parents))
    }

    @Test(arguments: [("slt;dsl", true), ("dsl", false), ("parents;dsl", false), ("dsl;teacher", true), ("", true)])
    func `the mail to SLT leaves out what the lead alone may read`(audience: String, isSent: Bool) {
        let table = Array("rule,audience\r\nlate,\(audience)\r\n".utf8)
        let sent = String(decoding: MailPacks.sltRows(ofFindings: table), as: UTF8.self)
        #expect(sent.contains("late") == isSent && sent.contains("rule"))
    }
}
