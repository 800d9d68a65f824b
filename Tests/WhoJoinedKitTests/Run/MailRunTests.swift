import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

struct MailRunTests {
    /// A mail program that writes down its arguments, and ends as it is told.
    private func school(exitCode: Int = 0) async throws -> SmallSchool {
        let school = try SmallSchool()
        try school.folder.put(
            "bin/sendmail",
            "#!/bin/sh\nprintf '%s ' \"$@\" >> '\(school.folder.path.text)/sent'\necho >> '\(school.folder.path.text)/sent'\nexit \(exitCode)\n"
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: school.folder.path.appending("bin/sendmail").text)
        let settings = try school.folder.text("school.toml").replacing(
            "\"sendmail\"", with: "\"\(school.folder.path.text)/bin/sendmail\"")
        try school.folder.put("school.toml", settings)
        #expect((await school.week()).status == .done)
        return school
    }

    private func mail(_ school: SmallSchool, _ change: (inout MailRun) -> Void = { _ in }) -> RunOutcome {
        var run = MailRun()
        run.options = school.options
        run.week = "2026-W47"
        change(&run)
        return run.run()
    }

    private func sent(_ school: SmallSchool) -> [String] {
        ((try? school.folder.text("sent")) ?? "").split(separator: "\n").map(String.init)
    }

    @Test func `messages are written to be looked at, and none is sent`() async throws {
        let school = try await school()
        let outcome = mail(school)
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(outcome.text.contains("nothing was sent"))
        #expect(try school.folder.files("reports/2026-W47/outbox").contains("reports/2026-W47/outbox/slt-1.eml"))
        #expect(sent(school).isEmpty)
    }

    @Test func `each message is sent once, without a shell, to one recipient`() async throws {
        let school = try await school()
        let first = mail(school) { $0.isSent = true }
        #expect(first.status == .done, "\(first.messages)")
        #expect(sent(school).contains("-i -f office@small.example -- head@small.example "))
        let count = sent(school).count
        #expect(mail(school) { $0.isSent = true }.text.contains("0 sent, \(count) sent before"))
        _ = await school.week()
        #expect(mail(school) { $0.isSent = true }.text.contains("0 sent"))
        #expect(sent(school).count == count)
        _ = mail(school) {
            $0.isSent = true
            $0.again = ["slt-1.eml"]
        }
        #expect(sent(school).count == count + 1)
    }

    @Test func `an unclear hand-over is asked about, a refused one may be tried again`() async throws {
        let unclear = try await school(exitCode: 75)
        _ = mail(unclear) { $0.isSent = true }
        let count = sent(unclear).count
        let outcome = mail(unclear) { $0.isSent = true }
        #expect(outcome.status == .someInputUnusable && outcome.messages.contains { $0.contains("--again slt-1.eml") })
        #expect(sent(unclear).count == count)
        let refused = try await school(exitCode: 67)
        #expect(mail(refused) { $0.isSent = true }.status == .ioFailed)
        _ = mail(refused) { $0.isSent = true }
        #expect(sent(refused).count { $0.contains("head@small.example") } == 2)
    }

    @Test func `without reports there is nothing to send`() throws {
        #expect(mail(try SmallSchool()).status == .inputMissing)
    }
}
