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

    @Test(arguments: [
        ("an export of that week came", "inbox/second.csv", true),
        ("an export of another week came", "inbox/other.csv", false),
        ("an absence was entered", "absences.csv", true),
        ("the roster is another", "roster/pupils.csv", true),
        ("the settings are others", "school.toml", true),
        ("a removal was cleared", "cleared", true),
        ("a family was tried", "tried", false),
        ("nothing has changed", "", false),
    ]) func `messages are made of reports that are of what is there now`(what: String, file: String, isOld: Bool)
        async throws
    {
        let school = try await school()
        switch file {
        case "inbox/second.csv": try school.addExport("second.csv", day: "11/17/2026", pupils: ["Ben Birch"])
        case "inbox/other.csv": try school.addExport("other.csv", day: "11/10/2026", pupils: ["Ben Birch"])
        case "absences.csv": try school.folder.put(file, "Id,From,To,Reason\n102,2026-11-17,2026-11-17,ill\n")
        case "cleared", "tried":
            try school.folder.put("followups.csv", "Date,Id,Kind,By,Outcome\n2026-11-21,102,\(file),HEAD,\n")
        case "": break
        default: try school.folder.put(file, try school.folder.text(file) + "\n")
        }
        let outcome = mail(school) { $0.hasLetters = true }
        #expect(outcome.status == (isOld ? .nothingUsable : .done), "\(outcome.messages)")
        let outbox = school.folder.path.appending("reports/2026-W47/outbox")
        #expect(try (fileEntry(at: outbox) == nil) == isOld)
        if !isOld { return }
        #expect(outcome.messages.contains { $0.contains("week --week 2026-W47 again") })
        _ = await school.week()
        #expect(mail(school).status == .done)
    }

    @Test(arguments: [("2026-11-16", false), ("2026-11-17", true), ("2026-11-20", true)])
    func `a family that was reached on or after the miss gets no letter from an old report`(
        day: String, isReached: Bool
    )
        async throws
    {
        let school = try await school()
        let text = try school.folder.text("roster/pupils.csv").replacing(",Email", with: ",Email,P1 Name,P1 Email")
            .replacing("ben@small.example", with: "ben@small.example,Mo Birch,mo@post.example")
        try school.folder.put("roster/pupils.csv", text)
        _ = await school.week()
        try school.folder.put("followups.csv", "Date,Id,Kind,By,Outcome\n\(day),102,contacted,OFF,all well\n")
        let outcome = mail(school) { $0.hasLetters = true }
        #expect(outcome.status == .done)
        let letters = try school.folder.files("reports/2026-W47/letters").filter { $0.contains("102") }
        #expect(letters.count == 1)
        #expect(outcome.messages.contains { $0.contains("F102") && $0.contains("was reached") } == isReached)
    }

    @Test func `the outbox keeps what it sent, and what others put there is kept beside it`() async throws {
        let school = try await school()
        _ = mail(school) { $0.isSent = true }
        let sent = try school.report("outbox/slt-1.eml")
        try school.addExport("second.csv", day: "11/17/2026", pupils: ["Ben Birch"])
        try school.folder.put("reports/2026-W47/outbox/mine.txt", "ask the head first")
        let outcome = await school.week()
        #expect(
            outcome.messages.contains { $0.contains("2026-W47.kept/outbox/mine.txt: note:") }, "\(outcome.messages)")
        #expect(try school.report("outbox/slt-1.eml") == sent)
        let again = mail(school) {
            $0.isSent = true
            $0.again = ["slt-1.eml"]
        }
        #expect(again.status == .done, "\(again.messages)")
        #expect(try school.report("outbox/slt-1.sent-1.eml") == sent)
        #expect(try school.report("outbox/slt-1.eml") != sent)
        try school.folder.put("reports/2026-W47/outbox/slt-1.eml", "edited")
        _ = mail(school)
        #expect(try school.report("outbox/slt-1.eml", week: "2026-W47.kept") == "edited")
        #expect(try school.report("outbox/slt-1.sent-1.eml") == sent)
    }

    @Test func `without reports there is nothing to send`() throws {
        #expect(mail(try SmallSchool()).status == .inputMissing)
    }
}
