import ASCII
import DelimitedText
import HostSystem

/// Who was there and nothing else: names that somebody pasted, one a line, or a saved chat. It has no header to be known
/// by, so only standard input and text files are taken for one.
struct NamesOnly {
    static let name = "List of names or saved chat"
    static let tells = FormatTells(.other, note: "text file or standard input")
    static let variant = "names-only"

    private struct Line {
        var number: Int
        var text: String
    }

    /// - Returns: `nil` for what is neither.
    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport? {
        guard isAllowed(text.file) else { return nil }
        let lines = lines(of: text.bytes)
        guard let first = lines.first else { return nil }
        var builder = ExportBuilder(text, hints: hints)
        if ChatLine(first.text) != nil {
            readChat(lines, &builder)
        } else if !readNames(lines, &builder) {
            return nil
        }
        return try finish(&builder)
    }

    private static func isAllowed(_ file: String) -> Bool {
        file == "-" || isCalled(file, ".txt")
    }

    /// Trimmed, without blank ones.
    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var (number, start) = (1, 0)
        for at in 0...bytes.count where at == bytes.count || bytes[at] == .lineFeed {
            let text = Cells.text(bytes, Cells.trimmed(bytes, start..<at))
            if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
                lines.append(Line(number: number, text: text))
            }
            (number, start) = (number + 1, at + 1)
        }
        return lines
    }

    private static func finish(_ builder: inout ExportBuilder) throws(ImportRefusal) -> MeetingExport {
        if builder.meetings[0].start.raw.isMissing || builder.meetings[0].start.raw.isClockOnly {
            let day = try day(of: builder)
            let seconds = builder.meetings[0].start.raw.isMissing ? 0 : builder.meetings[0].start.raw.seconds
            builder.meetings[0].start.raw = RawTime(date: .init(day: day), seconds: seconds)
            if builder.meetings[0].end.raw.isClockOnly { builder.meetings[0].end.raw.date = .init(day: day) }
        }
        builder.note(
            "names-only", "who was there is told; when, with or without camera, and for how long cannot be told",
            fix: "if the platform has a participant report, use that", severity: .warning)
        return try builder.finish(platform: .other, variant: variant, abilities: ExportAbilities(times: false))
    }

    /// Names from standard input are of today, those of a file of the day in its name or its folder's.
    private static func day(of builder: ExportBuilder) throws(ImportRefusal) -> Day {
        if let day = builder.hints.date { return day }
        for part in builder.text.file.split(separator: "/").reversed() {
            let days = Set(daysInFileName(String(part)))
            if days.count == 1 { return days.first! }
        }
        if builder.text.file == "-", let now = builder.hints.now { return builder.hints.zone.day(of: now) }
        throw ImportRefusal(problems: [
            Problem(
                builder.text.file, code: "no-date", "these are names without a day, and the file's name tells none",
                fix: "say --date YYYY-MM-DD, or put the date into the file's name")
        ])
    }

    // MARK: Names

    /// - Returns: false when most of it is something else, or there is one line only.
    private static func readNames(_ lines: [Line], _ builder: inout ExportBuilder) -> Bool {
        let split = lines.count == 1 ? namesInOneLine(lines[0]) : lines
        let names = split.map { ($0.number, PastedName($0.text)) }
        let people = names.count { $0.1.isPerson }
        let unusable = names.count { $0.1 == .unusable }
        guard people >= 2, unusable * 5 <= people else { return false }
        builder.meetings.append(MeetingDraft())
        for (line, pasted) in names {
            switch pasted {
            case .person(let name, let email): add(name, email, line: line, &builder)
            case .words: builder.countRowWithoutStay()
            case .unusable: builder.reject(line, .notAName)
            }
        }
        return true
    }

    /// `Ann Lee, Bo Rey, Cy Orr`, perhaps with `Present:` before them.
    private static func namesInOneLine(_ line: Line) -> [Line] {
        let text = line.text.utf8
        let colon = text.firstIndex(of: .colon).map { text.index(after: $0) } ?? text.startIndex
        let separator: UInt8 = text.contains(.semicolon) ? .semicolon : .comma
        let parts = text[colon...].split(separator: separator).map { Array($0) }
        if parts.count < 3, separator == .comma { return [line] }
        return parts.map { Line(number: line.number, text: Cells.text($0, Cells.trimmed($0, 0..<$0.count))) }
    }

    private static func add(_ name: String, _ email: String, line: Int, _ builder: inout ExportBuilder) {
        let known = builder.participants.count
        let person = builder.participant(name: name, email: email, meeting: 0, style: .teams)
        if person < known { return builder.countRowWithoutStay() }
        builder.add(RowDraft(line: line), participant: person)
    }

    // MARK: Chat

    /// Lines that begin with no time go on with a message.
    private static func readChat(_ lines: [Line], _ builder: inout ExportBuilder) {
        var meeting = MeetingDraft()
        var isSenderNext = false
        builder.meetings.append(meeting)
        for line in lines {
            guard let chat = ChatLine(isSenderNext ? "0:00 " + line.text : line.text) else {
                builder.countRowWithoutStay()
                continue
            }
            if !isSenderNext, chat.isTimeOfDay {
                if meeting.start.raw.isMissing { meeting.start = chat.time }
                meeting.end = chat.time
            }
            isSenderNext = chat.sender.isEmpty
            if isSenderNext { builder.countRowWithoutStay() } else { add(chat.sender, "", line: line.number, &builder) }
        }
        builder.meetings[0] = meeting
    }
}

/// One line of a pasted list of participants.
private enum PastedName: Equatable {
    case person(String, email: String)
    /// Of the list itself: `Participants (12)`, `Meeting host`.
    case words
    case unusable

    var isPerson: Bool { if case .person = self { true } else { false } }

    init(_ line: String) {
        var name = Cells.folded(line)
        if let open = name.utf8.firstIndex(of: .openingParenthesis) {
            name = String(name[..<open])
        }
        if PastedName.wordsOfLists.contains(Cells.folded(name)) {
            self = .words
            return
        }
        let (shown, email) = PastedName.parts(of: PastedName.withoutRole(PastedName.withoutBullet(line)))
        self = PastedName.isName(shown) ? .person(shown, email: email) : .unusable
    }

    private static let wordsOfLists: Set<String> = [
        "participants", "attendees", "in the meeting", "in call", "in this meeting", "contributors", "waiting room",
        "meeting host", "host", "organiser", "organizer", "presenter", "attendee", "presenters", "muted", "name",
        "names", "participant", "teilnehmer", "participantes", "partecipanti", "uczestnicy", "deelnemers",
    ]

    /// `3. `, `12) `, `- `, `• `
    private static func withoutBullet(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var at = 0
        while at < scalars.count, scalars[at].value < 128, UInt8(scalars[at].value).isASCIIDigit { at += 1 }
        if at > 0, at <= 3, at < scalars.count, [".", ")", "\t"].contains(scalars[at]) {
            at += 1
        } else if let first = scalars.first, "-–*•·▪◦@".unicodeScalars.contains(first) {
            at = 1
        } else {
            return line
        }
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: scalars[at...].drop { $0.properties.isWhitespace })
        return rest.isEmpty ? line : String(rest)
    }

    private static let roles: Set<String> = [
        "host", "co-host", "cohost", "me", "you", "host, me", "co-host, me", "me, host", "organiser", "organizer",
        "presenter", "meeting host", "ich", "moi", "yo", "tu", "du", "eu", "io", "ja", "ik", "vous", "host, you",
    ]

    /// `(Host)`, `(me)`, `(You)` behind a name are the panel's.
    private static func withoutRole(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard bytes.last == .closingParenthesis, let open = bytes.lastIndex(of: .openingParenthesis), open > 0,
            roles.contains(Cells.folded(Cells.text(bytes, open + 1..<bytes.count - 1)))
        else { return name }
        return Cells.text(bytes, Cells.trimmed(bytes, 0..<open))
    }

    /// `Ada Bright <a.bright@x.example>`, `Ada Bright a.bright@x.example`
    private static func parts(of line: String) -> (name: String, email: String) {
        guard let address = line.split(separator: " ").last, address.utf8.contains(.at) else { return (line, "") }
        let marks = "<>()[],;".unicodeScalars
        let email = String(String.UnicodeScalarView(address.unicodeScalars.filter { !marks.contains($0) }))
        let bytes = Array(line.utf8.dropLast(address.utf8.count))
        let name = Cells.text(bytes, Cells.trimmed(bytes, 0..<bytes.count))
        return (name.isEmpty ? email : name, email)
    }

    /// Short, with a letter in it or a telephone number; no sentence and no row of a table.
    private static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        if bytes.isEmpty || text.unicodeScalars.count > 60 || bytes.contains(.tab) || bytes.contains(.semicolon) {
            return false
        }
        if isTelephoneNumber(text) { return true }
        let words = text.unicodeScalars.split { $0.properties.isWhitespace }
        let commas = bytes.indices.filter { bytes[$0] == .comma }
        let isTable = commas.count > 1 || commas.contains { bytes[bytes.index(after: $0)...].first != .space }
        return text.unicodeScalars.contains(where: \.properties.isAlphabetic) && words.count <= 6 && !isTable
            && !bytes.contains(.colon) && !bytes.contains(.equals) && !bytes.contains(UInt8(ascii: "{"))
            && !(words.count > 3 && [.fullStop, UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes.last))
    }
}

/// A line of a chat that says who wrote: `09:01:22 From Ada Bright to Everyone: hello`, `[09:01] Ada Bright`,
/// `00:00:12.345,00:00:15.345` with the writer on the next line.
private struct ChatLine {
    var time: TimeCell
    /// Empty: on the next line.
    var sender: String

    /// A clock that begins at nought counts from the beginning of the recording.
    var isTimeOfDay: Bool { time.raw.seconds >= 5 * 3600 }

    init?(_ line: String) {
        guard let found = ChatLine(beginningWithClock: line) ?? ChatLine(endingInClock: line) else { return nil }
        self = found
    }

    private init?(beginningWithClock line: String) {
        let bytes = Array(line.utf8)
        var at = 0
        while at < bytes.count, at < 40, ChatLine.isOfTime(bytes[at]) { at += 1 }
        guard at >= 4 else { return nil }
        if let meridiem = ChatLine.meridiem(bytes[at...]) { at += meridiem }
        guard let clock = ChatLine.clock(bytes[..<at]) else { return nil }
        time = clock
        let isBracketed = bytes[0] == UInt8(ascii: "[")
        var rest = Cells.trimmed(bytes, at..<bytes.count)
        if rest.isEmpty {
            guard bytes[..<at].contains(.comma) else { return nil }
            sender = ""
            return
        }
        if let colon = bytes[rest].firstIndex(of: .colon) {
            rest = rest.lowerBound..<colon
        } else if !isBracketed {
            return nil
        }
        sender = ChatLine.withoutRecipient(Cells.text(bytes, Cells.trimmed(bytes, rest)))
        if sender.isEmpty || sender.unicodeScalars.count > 60 { return nil }
    }

    /// `Ada Bright  09:01`, the message below it.
    private init?(endingInClock line: String) {
        let words = line.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        guard words.count >= 2, words.count <= 6, let last = words.last, last.utf8.contains(.colon),
            let clock = readTime(last), clock.raw.isClockOnly
        else { return nil }
        (time, sender) = (clock, words.dropLast().joined(separator: " "))
    }

    /// How many bytes of ` AM` or ` PM` stand here, as a word of their own.
    private static func meridiem(_ rest: ArraySlice<UInt8>) -> Int? {
        let word = rest.prefix(3).map(\.loweredASCII)
        return word == Array("am ".utf8) || word == Array("pm ".utf8) ? 2 : nil
    }

    private static func isOfTime(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte <= .space
            || [.colon, .fullStop, .comma, .slash, .hyphen, UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
    }

    /// With its date where there is one that can be read in one way only.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> TimeCell? {
        let text = bytes.split { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }.first.map(Array.init) ?? []
        var cell = Cells.trimmed(text, 0..<text.count)
        while let last = text[cell].last, last == .hyphen || last == .comma {
            cell = Cells.trimmed(text, cell.dropLast())
        }
        if let whole = readTime(text, cell), !whole.raw.isMissing {
            let days = Set([DateDecision.Order.dayFirst, .monthFirst].compactMap { whole.raw.date.day($0) })
            if whole.raw.isClockOnly { return whole }
            guard days.count == 1, let day = days.first else {
                return TimeCell(raw: RawTime(date: .clockOnly, seconds: whole.raw.seconds))
            }
            return TimeCell(raw: RawTime(date: .init(day: day), seconds: whole.raw.seconds))
        }
        // `00:00:12.345,00:00:15.345`
        return text[cell].split(separator: .comma).first.flatMap { readTime(Array($0), 0..<$0.count) }
    }

    private static let from: Set<String> = ["from", "de", "von", "da", "van", "od", "kimden", "fra", "från", "от"]
    private static let to: Set<String> = ["to", "a", "à", "para", "an", "do", "aan", "til", "till", "per"]

    /// `From  Ada Bright  to  Everyone`; behind the word for "to" stands whom nobody asks for.
    private static func withoutRecipient(_ text: String) -> String {
        var words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        guard let first = words.first, words.count > 1, from.contains(first.lowercased()) else {
            return words.joined(separator: " ")
        }
        words.removeFirst()
        if let recipient = words.firstIndex(where: { to.contains($0.lowercased()) }), recipient > 0 {
            words.removeSubrange(recipient...)
        }
        return words.joined(separator: " ")
    }
}
