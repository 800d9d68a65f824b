/// One message to one recipient, as RFC 5322 and MIME have it.
///
/// Nothing of a header comes from outside but through `encodedWords` or `MailAddress`, so no name can add a header.
struct MailMessage: Sendable {
    struct Attachment: Sendable {
        var name: String
        var bytes: [UInt8]

        fileprivate var type: String {
            name.hasSuffix(".html") ? "text/html" : name.hasSuffix(".txt") ? "text/plain" : "text/csv"
        }
    }

    var from: MailAddress
    var to: MailAddress
    var subject: String
    var date: Instant
    var zone: SchoolZone
    /// The part before the `@` of Message-ID: letters only.
    var id: String
    var text: String
    var attachments: [Attachment] = []
    /// Where answers go, if not to the sender.
    var replyTo: MailAddress?
    /// `ur`, where the text is not in English.
    var language: String?
    /// The same text as a page, for readers whose lines run from right to left.
    var page: String?

    var bytes: [UInt8] {
        var lines = [
            "From: \(from.text)",
            "To: \(to.text)",
        ]
        if let replyTo { lines.append("Reply-To: \(replyTo.text)") }
        lines += [
            "Subject: \(MailMessage.encodedWords(PlainText.clean(subject, limit: 300)))",
            "Date: \(dateLine)",
            "Message-ID: <\(id)@\(from.domain)>",
            "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
        ]
        if let language { lines.append("Content-Language: \(language)") }
        if let page, attachments.isEmpty { return MailMessage.joined(lines) + alternatives(page) }
        if attachments.isEmpty {
            lines += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""]
            return MailMessage.joined(lines) + MailMessage.quotedPrintable(Array(text.utf8))
        }
        // No body holds the boundary: in quoted-printable `=_` never stands.
        let boundary = "=_\(id)"
        lines += [
            "Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "", "--\(boundary)",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "",
        ]
        var bytes = MailMessage.joined(lines) + MailMessage.quotedPrintable(Array(text.utf8))
        for attachment in attachments {
            bytes += MailMessage.joined([
                "--\(boundary)",
                "Content-Type: \(attachment.type); charset=utf-8; name=\"\(attachment.name)\"",
                "Content-Disposition: attachment; filename=\"\(attachment.name)\"",
                "Content-Transfer-Encoding: quoted-printable", "",
            ])
            bytes += MailMessage.quotedPrintable(attachment.bytes)
        }
        return bytes + MailMessage.joined(["--\(boundary)--"])
    }

    /// Text and page of one content: a mail program shows the last that it can.
    private func alternatives(_ page: String) -> [UInt8] {
        let boundary = "=_\(id)"
        var bytes = MailMessage.joined(["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""])
        for (type, content) in [("plain", text), ("html", page)] {
            bytes += MailMessage.joined([
                "--\(boundary)", "Content-Type: text/\(type); charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "",
            ])
            bytes += MailMessage.quotedPrintable(Array(content.utf8))
        }
        return bytes + MailMessage.joined(["--\(boundary)--"])
    }

    /// The part before the `@` of a written message's Message-ID.
    static func id(of message: [UInt8]) -> String? {
        let start = Array("Message-ID: <".utf8)
        for line in message.split(separator: .lineFeed, maxSplits: 20) where line.starts(with: start) {
            return String(decoding: line.dropFirst(start.count).prefix { $0 != .at }, as: UTF8.self)
        }
        return nil
    }

    private static func joined(_ lines: [String]) -> [UInt8] {
        lines.flatMap { Array($0.utf8) + [.carriageReturn, .lineFeed] }
    }

    /// `Sun, 22 Nov 2026 08:00:00 +0000`
    private var dateLine: String {
        let wall = zone.wallTime(of: date)
        let minutes = zone.offset(at: date) / 60
        let offset = "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, 2))\(padded(abs(minutes) % 60, 2))"
        let name = Day.weekdayNames[wall.day.weekday - 1].prefix(3)
        return
            "\(name), \(wall.day.day) \(Day.monthNames[wall.day.month - 1].prefix(3)) \(wall.day.year) \(wall.time.full) \(offset)"
    }

    /// RFC 2047 where the text needs it, folded: no line over 76 bytes.
    static func encodedWords(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= .space && $0 < .delete }), text.utf8.count <= 60, !text.utf8.contains(.equals) {
            return text
        }
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            // 45 bytes are 60 letters of base64; a scalar is never cut in two.
            if word.count + next.count > 42 {
                words.append("=?utf-8?B?\(base64(word))?=")
                word = []
            }
            word += next
        }
        words.append("=?utf-8?B?\(base64(word))?=")
        return words.joined(separator: "\r\n ")
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for i in 0..<4 { out.append(i <= group.count ? alphabet[number >> (18 - 6 * i) & 63] : .equals) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// RFC 2045, section 6.7: lines of at most 76 bytes that end in CRLF; line ends of the text stay line ends,
    /// whichever they were.
    static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        var column = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let isLineEnd =
                byte == .lineFeed || byte == .carriageReturn && at + 1 < bytes.count && bytes[at + 1] == .lineFeed
            if isLineEnd {
                out += [.carriageReturn, .lineFeed]
                column = 0
                at += byte == .carriageReturn ? 2 : 1
                continue
            }
            let next = at + 1 < bytes.count ? bytes[at + 1] : .lineFeed
            let endsLine = next == .lineFeed || next == .carriageReturn
            // A dot or `From ` at the start of a line is what some mailers change.
            let isSpecial =
                column == 0 && (byte == .fullStop || byte == UInt8(ascii: "F")) || byte == .space && endsLine
            let piece: [UInt8] =
                byte >= .space && byte < .delete && byte != .equals && !isSpecial
                ? [byte] : [.equals, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            if column + piece.count > 75 {
                out += [.equals, .carriageReturn, .lineFeed]
                column = 0
            }
            out += piece
            column += piece.count
            at += 1
        }
        if column > 0 { out += [.carriageReturn, .lineFeed] }
        return out
    }
}

/// An address that may be written to: a strict pattern, so that it is never an option, a header or two addresses.
struct MailAddress: Hashable, Sendable {
    let text: String
    var domain: String { String(text.split(separator: "@")[1]) }

    init?(_ text: String) {
        let parts = text.utf8.split(separator: .at, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), (3...253).contains(parts[1].count),
            text.utf8.count <= 254
        else { return nil }
        guard
            parts[0].allSatisfy({
                $0.isASCIILetterOrDigit || [.fullStop, .underscore, .plus, .apostrophe, .hyphen].contains($0)
            }),
            parts[0].first!.isASCIILetterOrDigit
        else { return nil }
        let labels = parts[1].split(separator: .fullStop, omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ isLabel($0) }),
            !parts[0].split(separator: .fullStop, omittingEmptySubsequences: false).contains(where: \.isEmpty)
        else { return nil }
        func isLabel(_ label: Substring.UTF8View.SubSequence) -> Bool {
            !label.isEmpty && label.allSatisfy { $0.isASCIILetterOrDigit || $0 == .hyphen } && label.first != .hyphen
                && label.last != .hyphen
        }
        self.text = text
    }
}
