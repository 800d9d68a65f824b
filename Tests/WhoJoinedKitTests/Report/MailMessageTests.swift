import Testing

@testable import WhoJoinedKit

struct MailMessageTests {
    @Test(arguments: ["a@b.example", "o'brien+x@mail.school.example", "A_1.b-c@x-y.example"])
    func `addresses that may be written to`(text: String) {
        #expect(MailAddress(text)?.text == text)
    }

    @Test(arguments: [
        "", "a", "@b.example", "a@", "a@b", "-a@b.example", "a b@c.example", "a@b.example,c@d.example",
        "a@b.example\r\nBcc: x@y.example", "<a@b.example>",
        "a@-b.example", "a@b..example", ".a@b.example", "a..b@c.example", "a@b.example ", "|x@y.example",
        "a@b@c.example", "é@b.example", "a@bücher.example",
    ]) func `anything else is no address`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    private func message(_ subject: String, _ text: String, attachments: [MailMessage.Attachment] = []) -> [String] {
        let message = MailMessage(
            from: MailAddress("office@school.example")!, to: MailAddress("a@b.example")!, subject: subject,
            date: Instant(seconds: 1_795_334_400),
            zone: .london, id: "abc", text: text, attachments: attachments)
        let lines = message.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count <= 78 && !$0.dropLast().contains(0x0D) })
        return lines.map { String(decoding: $0.dropLast(), as: UTF8.self) }
    }

    @Test func `a subject cannot add a header`() {
        let lines = message("Hello\r\nBcc: x@y.example", "text")
        #expect(lines.contains("Subject: Hello Bcc: x@y.example"))
        #expect(lines.count { $0.utf8.starts(with: "Bcc".utf8) } == 0)
        #expect(lines.contains("Date: Sun, 22 Nov 2026 08:00:00 +0000"))
    }

    @Test func `letters beyond ASCII are encoded, in words that end between letters`() {
        #expect(MailMessage.encodedWords("Zoë") == "=?utf-8?B?Wm/Dqw==?=")
        let long = MailMessage.encodedWords(String(repeating: "ë", count: 100))
        #expect(long.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test(arguments: [
        ("a=b", "a=3Db\r\n"), ("é", "=C3=A9\r\n"), (".", "=2E\r\n"), ("From x", "=46rom x\r\n"),
        ("a \nb\r\n", "a=20\r\nb\r\n"), ("", ""),
        (
            String(repeating: "x", count: 80),
            String(repeating: "x", count: 75) + "=\r\n" + String(repeating: "x", count: 5) + "\r\n"
        ),
    ]) func `text is quoted-printable`(text: String, expected: String) {
        #expect(String(decoding: MailMessage.quotedPrintable(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test func `attachments stand behind the text in one message`() {
        let lines = message("S", "text", attachments: [.init(name: "a.csv", bytes: Array("x,y\r\n".utf8))])
        #expect(lines.count { $0 == "--=_abc" } == 2 && lines.contains("--=_abc--"))
        #expect(lines.contains("Content-Disposition: attachment; filename=\"a.csv\""))
    }
}
