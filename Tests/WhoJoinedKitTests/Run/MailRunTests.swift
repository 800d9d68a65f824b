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

    // MARK: languages

    /// The school with a family for each of its pupils, Ben's and Cleo's of these languages.
    private func school(languages: (String, String), _ settings: String = "") async throws -> SmallSchool {
        let school = try SmallSchool()
        try school.folder.put(
            "roster/pupils.csv",
            """
            Admission Number,Legal Forename,Legal Surname,Reg Group,Home Language,Priority,Relationship,Forename,Surname,\
            Parental Responsibility,Court Order,Primary Email
            101,Ada,Ashby,4B,English,1,Mother,Ann,Ashby,T,F,ann@family.example
            102,Ben,Birch,4B,\(languages.0),1,Father,Bo,Birch,T,F,bo@family.example
            103,Cleo,Cedar,4B,\(languages.1),1,Mother,Cy,Cedar,T,F,cy@family.example

            """)
        try school.folder.put(
            "school.toml",
            try school.folder.text("school.toml").replacing(
                "[policy]", with: "email = \"answers@small.example\"\n\(settings)\n[policy]"))
        #expect((await school.week()).status == .done)
        return school
    }

    private func letter(to pupil: String, in school: SmallSchool) throws -> String {
        try school.folder.text("reports/2026-W47/outbox/letter-4B-F\(pupil).eml")
    }

    @Test func `a letter's message has the subject of its language, and answers go to the school`() async throws {
        let school = try await school(languages: ("Polish", "Urdu"))
        #expect(mail(school) { $0.hasLetters = true }.status == .done)
        let (polish, english) = (try letter(to: "102", in: school), try letter(to: "103", in: school))
        #expect(polish.contains("Content-Language: pl\r\n") && polish.contains("Reply-To: answers@small.example\r\n"))
        #expect(!english.contains("Content-Language") && english.contains("Subject: Online lessons at Small Primary"))
        #expect(english.contains("this letter in Urdu yet"))
    }

    /// What Python's reader of messages makes of the outbox: a line for each message, and for each of its parts.
    private func read(_ school: SmallSchool) throws -> String {
        try school.folder.put(
            "read.py",
            """
            import email, email.policy, pathlib, sys
            sys.stdout.reconfigure(encoding="utf-8")
            for path in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
                message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                assert not message.defects and all(not p.defects for p in message.walk()), path
                print(path.name, message["subject"], sep="|")
                for part in message.walk():
                    if part.is_multipart(): continue
                    print("PART", part.get_content_type(), part.get_filename() or "", sep="|")
                    print(part.get_content())
            """)
        let python = try #require(OutsideTools.python)
        let outcome = try OutsideTools.run(
            python, ["read.py", "reports/2026-W47/outbox"].map { school.folder.path.appending($0).text })
        #expect(outcome.status == 0, "\(outcome.output)")
        return outcome.output.replacing("\r\n", with: "\n")
    }

    private static let withoutPython: Comment = "python3 is not installed: no other program reads the messages"

    @Test(.enabled(if: OutsideTools.python != nil, withoutPython))
    func `Python reads the messages as a mail program would, also from right to left`() async throws {
        let school = try await school(languages: ("Polish", "Urdu"), "[letters]\nunreviewed = true")
        _ = mail(school) { $0.hasLetters = true }
        let text = try read(school)
        #expect(text.contains("letter-4B-F102.eml|Lekcje online – Small Primary\nPART|text/plain|\n"), "\(text)")
        #expect(text.contains("letter-4B-F103.eml|آن لائن اسباق – Small Primary\nPART|text/plain|\n"), "\(text)")
        #expect(text.contains("\nPART|text/html|\n") && text.contains("dir=\"rtl\""))
        #expect(text.contains("<bdi>Cleo Cedar</bdi>"))
    }

    @Test(.enabled(if: OutsideTools.python != nil, withoutPython))
    func `senior leaders get the headline to read and the page to open`() async throws {
        let school = try await school(languages: ("Polish", "English"))
        _ = mail(school)
        let message = try #require(try read(school).components(separatedBy: "slt-1.eml|").last)
        let parts = message.components(separatedBy: "\nPART|")
        #expect(
            parts.dropFirst().map { $0.prefix { $0 != "\n" } } == [
                "text/plain|", "text/html|slt-summary.html", "text/plain|slt-summary.txt", "text/csv|slt-summary.csv",
                "text/csv|findings.csv", "text/csv|session-log.csv",
            ])
        #expect(parts[1].contains("WHAT NEEDS YOU") && parts[1].contains("Attached: slt-summary.html"))
        #expect(!parts[1].contains("1. SAFEGUARDING") && parts[3].contains("1. SAFEGUARDING"))
        let page = try school.report("slt-summary.html").split(separator: "\n")
        #expect(parts[2].split(separator: "\n").dropFirst() == page[...])
    }

    @Test(.enabled(if: OutsideTools.python != nil, withoutPython))
    func `who led a class gets its list with the pages of the lessons that they filed`() async throws {
        let school = try await school(languages: ("Polish", "English"))
        var lesson = LessonRun()
        lesson.options = school.options
        lesson.exports = [school.folder.path.appending("inbox/mon.csv").text]
        lesson.isSaved = true
        #expect(await lesson.run().status == .done)
        #expect(await school.week().status == .done)
        _ = mail(school)
        let all = try read(school)
        let message = try #require(
            all.components(separatedBy: "class-4B-1.eml|").last?.components(separatedBy: ".eml|").first)
        let names = message.components(separatedBy: "\nPART|").dropFirst().map { $0.prefix { $0 != "\n" } }
        #expect(names.count == 3 && names[1] == "text/csv|parents.csv", "\(names)")
        #expect(names.last?.hasPrefix("text/html|2026-11-16_0900_4B_") == true)
        #expect(message.contains("<summary>The same in words</summary>"))
    }

    @Test func `forget finds a name between the marks of a letter from right to left`() async throws {
        let school = try await school(languages: ("Polish", "Arabic"), "[letters]\nunreviewed = true")
        _ = mail(school) { $0.hasLetters = true }
        let letters = try school.folder.files("reports").filter { $0.contains("F103") }
        #expect(letters.count == 2)
        var forget = ForgetRun(who: "103")
        forget.options = school.options
        #expect(forget.run().status == .done)
        #expect(try !school.folder.files("reports").contains { letters.contains($0) })
    }
}
