import DelimitedText

/// Teams' attendance list, downloaded during the meeting: one line per joining and leaving.
///
/// `Joined before` bears the time of the download's owner; the true join is earlier. Whoever has no `Left` was there
/// when the file was made.
struct TeamsEventList: PlatformFormat {
    static let name = "Teams attendance list"
    static let tells = FormatTells(
        .teams, times: "joins and leaves until it was downloaded", external: "mark behind the name", note: "2020–")

    static func recognises(_ head: [HeadRow]) -> Bool { knownHeader(in: head) != nil }

    /// Titles may stand above it.
    private static func knownHeader(in head: [HeadRow]) -> HeadRow? {
        head.prefix(8).first { $0.width >= 3 && knownHeaders.contains($0.labels.prefix(3).joined(separator: "|")) }
    }

    /// Three labels, and below them a name, a word and a full date and time. Words that nobody knows may be two or three,
    /// and somebody must have come and gone.
    static func recognisesShape(_ head: [HeadRow]) -> Bool {
        guard let first = head.first, first.width == 3 else { return false }
        guard first.labels.prefix(3).allSatisfy({ !$0.isEmpty && !$0.utf8.contains { $0.isASCIIDigit } }),
            !first.isLabel(1, "first seen"), head.count > 1
        else { return false }
        let rows = head.dropFirst().prefix(12)
        guard rows.allSatisfy({ $0.width == 3 && isMoment($0.text(2)) }) else { return false }
        let words = Set(rows.map { $0.label(1) })
        if words.allSatisfy({ action($0) != nil }) { return true }
        let isOfWords = words.allSatisfy { !$0.isEmpty && !$0.utf8.contains { $0.isASCIIDigit || $0 == .at } }
        let byName = Dictionary(grouping: rows, by: \.first).values
        return (2...3).contains(words.count) && isOfWords && byName.contains { Set($0.map { $0.label(1) }).count > 1 }
    }

    private static let knownHeaders: Set<String> = [
        "full name|user action|timestamp", "nome completo|atividade|data e hora",
        "nome completo|acao do usuario|carimbo de data/hora",
        "nom complet|action de l'utilisateur|horodatage", "vollstandiger name|benutzeraktion|zeitstempel",
        "nombre completo|accion del usuario|marca de tiempo", "nome completo|azione utente|timestamp",
        "imie i nazwisko|akcja uzytkownika|sygnatura czasowa", "volledige naam|gebruikersactie|tijdstempel",
    ]

    /// The action of a word, in the languages that were seen or are likely.
    static func action(_ folded: String) -> EventHistory.Action? {
        if before.contains(where: folded.hasSuffixOrPart) { return .joinedBefore }
        if left.contains(where: { folded == $0 || folded.utf8.starts(with: ($0 + " ").utf8) }) { return .left }
        if joined.contains(where: { folded == $0 || folded.utf8.starts(with: ($0 + " ").utf8) }) { return .joined }
        return nil
    }

    private static let before = [
        "before", "antes", "avant", "zuvor", "vorher", "bereits", "wczesniej", "prima", "precedenza", "eerder",
        "already", "cynt", "以前", "以前に", "이전에", "之前", "inainte", "once", "drive", "dive", "tidigare", "ранее", "раньше",
    ]
    private static let left = [
        "left", "saiu", "a quitte", "est parti", "quitte", "verlassen", "hat verlassen", "salio", "abandono", "opuscil",
        "opuscila", "opuszczono",
        "wyszedl", "wyszla", "uscito", "uscita", "ha abbandonato", "verlaten", "heeft verlaten", "gadawodd",
        "wedi gadael", "links", "退出", "退出済み", "退出しました", "退席", "나감", "나갔음", "퇴장", "已离开", "已離開", "离开", "離開",
        "已退出", "ayrildi", "a iesit", "a parasit", "a plecat", "вышел", "вышла", "покинул", "покинула", "lamnade",
        "forlod",
        "forlot", "poistui", "kilepett", "tavozott", "odesel", "odesla", "odpojil", "odpojila", "αποχωρησε",
    ]
    private static let joined = [
        "joined", "entrou", "ingressou", "a rejoint", "rejoint", "s'est joint", "beigetreten", "teilgenommen",
        "hat teilgenommen", "se unio", "unido",
        "se ha unido", "dolaczyl", "dolaczyla", "dolaczono", "partecipato", "ha partecipato", "entrato", "deelgenomen",
        "heeft deelgenomen",
        "ymunodd", "wedi ymuno", "参加", "参加済み", "参加しました", "참가", "참가함", "참여", "참여함", "已加入", "加入",
        "katildi", "s-a asociat", "s-a alaturat", "a intrat", "присоединился", "присоединилась", "вошел", "вошла",
        "anslot", "deltog", "tilsluttede", "ble med", "liittyi", "csatlakozott", "pripojil", "pripojila", "pripojil(a)",
        "συμμετειχε",
    ]

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        let header = knownHeader(in: text.head) ?? text.head[0]
        var (history, unknown) = (EventHistory(), UnknownActions())
        let label = header.label(1)
        text.eachRow(after: header.line) { record in
            let word = Cells.folded(Cells.text(record, 1))
            if word == label { return }
            builder.begin(record)
            if record.count < 3 { return builder.reject(record.line, .short) }
            guard let time = eventTime(record, &builder) else { return }
            let participant = builder.participant(
                record.bytes, name: record.range(at: 0), email: 0..<0, meeting: 0, style: .teams)
            let action = action(word)
            unknown.note(word, action, of: participant, at: time, line: record.line)
            if let action { history.note(action, of: participant, at: time, line: record.line) }
        } onDamage: {
            builder.reject($0, $1)
        }
        unknown.settle(into: &history, &builder)
        history.finish(into: &builder)
        return try builder.finish(
            platform: .teams, variant: "teams/event-list", abilities: ExportAbilities(external: true))
    }

    private static func eventTime(_ record: borrowing Record, _ builder: inout ExportBuilder) -> TimeCell? {
        var column = 2
        return Teams.time(record, &column, named: "Timestamp", &builder)
    }
}

extension String {
    /// The folded text has this word.
    fileprivate func hasSuffixOrPart(_ word: String) -> Bool {
        utf8.split(separator: .space).contains { $0.elementsEqual(word.utf8) }
    }
}

/// What Teams' reports have in common.
enum Teams {
    /// A time cell. A converter that took commas for separators has put date and clock into two cells: `column` then
    /// moves on.
    /// - Returns: `nil` when the row has been rejected.
    static func time(
        _ record: borrowing Record, _ column: inout Int, named name: String, _ builder: inout ExportBuilder
    ) -> TimeCell? {
        defer { column += 1 }
        if builder.text.delimiter == .comma, column + 1 < record.count,
            readTime(record.bytes, record.range(at: column)) == nil
        {
            let joint = Array((Cells.text(record, column) + ", " + Cells.text(record, column + 1)).utf8)
            if let cell = readTime(joint, 0..<joint.count), !cell.raw.isClockOnly, !cell.raw.isMissing {
                column += 1
                builder.ladder.note(cell, line: record.line)
                return cell
            }
        }
        return builder.time(record, column, named: name)
    }

    static func role(_ text: String) -> Stay.Role? {
        let folded = Cells.folded(text)
        func begins(_ words: [String]) -> Bool { words.contains { folded.utf8.starts(with: $0.utf8) } }
        if begins(["organi", "trefn"]) { return .organizer }
        if begins([
            "present", "apresentador", "osoba prowadzaca", "prowadzac", "prezenter", "referent", "vortrag", "moderator",
            "relator", "cyflwyn", "ponente",
        ]) {
            return .presenter
        }
        if begins([
            "attendee", "participant", "partecipant", "uczestni", "teilnehm", "asistente", "deelnem", "mynych",
            "aanwezig",
        ]) {
            return .attendee
        }
        return nil
    }

    /// Why the header of a table of people does not tell which column is which; `nil` when it does.
    static func fault(of header: HeadRow) -> String? {
        let labels = header.labels.prefix(header.width).filter { !$0.isEmpty }
        var seen: Set<String> = []
        if let twice = labels.first(where: { !seen.insert($0).inserted }) {
            return "two columns are called \"\(twice)\""
        }
        // A first column of another name is somebody's own word for the name.
        if !labels.contains("full name"), !labels.contains("name"), let first = labels.first, notNames.contains(first) {
            return "there is no column \"Name\""
        }
        return nil
    }

    private static let notNames: Set<String> = [
        "join time", "leave time", "first join", "last leave", "duration", "in-meeting duration", "email", "role",
        "participant id (upn)",
    ]

    /// Where a table of people has its columns: by label where labels are known, else by position, which every language
    /// keeps.
    struct Columns {
        enum Table { case report2021, participants, activities }
        var name = 0
        /// Of a table with first and last name in cells of their own.
        var family: Int?
        /// `nil` when the tenant hides the times ("only show who attended") and the columns are gone.
        var times: (joined: Int, left: Int, duration: Int)?
        var email: Int?
        var role: Int?
        var camera: Int?
        var width: Int

        init(_ row: HeadRow, _ table: Table) {
            let labels = row.labels.prefix(row.width)
            width = labels.count
            func find(_ names: String...) -> Int? { names.lazy.compactMap { labels.firstIndex(of: $0) }.first }
            let given = find("full name", "name") == nil ? find("first name") : nil
            name = find("full name", "name") ?? given ?? 0
            family = given.flatMap { _ in find("last name") }
            let isTimeless = labels.count > 1 && ["mail", "upn", "role"].contains { labels[1].contains($0) }
            if !isTimeless || labels.contains("join time") || labels.contains("first join") {
                times = (
                    find("join time", "first join") ?? 1, find("leave time", "last leave") ?? 2,
                    find("duration", "in-meeting duration") ?? 3
                )
            }
            camera = labels.firstIndex { label in ["camera", "kamer", "camara"].contains { label.contains($0) } }
            email =
                find("email", "e-mail") ?? labels.firstIndex { $0.contains("mail") || $0.contains("correo") }
                ?? (labels.count > 4 ? 4 : nil)
            let upn = labels.firstIndex { $0.contains("upn") }
            let place = table == .participants ? (upn ?? (labels.count > 6 ? 5 : 4)) + 1 : 5
            role =
                find("role", "rola", "funcao", "papel", "rolle", "rol", "ruolo", "rol en la reunion")
                ?? (place < labels.count ? place : nil)
            if role == camera || role == upn { role = nil }
        }

        /// The tenant hides the times and the labels are in a language that is not known: the address stands in their
        /// place.
        func suited(to record: borrowing Record) -> Columns {
            guard let times, record.bytes[record.range(at: times.joined)].contains(.at) else { return self }
            var columns = self
            (columns.times, columns.email) = (nil, times.joined)
            return columns
        }

        func fullName(of record: borrowing Record) -> String {
            [name, family].map { Cells.text(record, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// One person's row of presence, begun.
    static func readRow(_ record: borrowing Record, _ columns: Columns, camera: Camera, _ builder: inout ExportBuilder)
    {
        let columns = columns.suited(to: record)
        if record.count <= min(columns.times?.left ?? 0, 2) { return builder.reject(record.line, .short) }
        var draft = RowDraft(line: record.line)
        var shift = 0
        if let times = columns.times {
            guard let extra = readTimes(record, times, into: &draft, &builder) else { return }
            shift = extra
        }
        draft.stay.role = columns.role.flatMap { role(Cells.text(record, $0 + shift)) }
        draft.stay.camera = camera
        let participant: Int
        if columns.family != nil {
            participant = builder.participant(
                name: columns.fullName(of: record), email: Cells.text(record, columns.email.map { $0 + shift }),
                meeting: 0, style: .teams)
        } else {
            participant = builder.participant(
                record.bytes, name: record.range(at: columns.name),
                email: columns.email.map { record.range(at: $0 + shift) } ?? 0..<0,
                meeting: 0, style: .teams)
        }
        builder.add(draft, participant: participant)
    }

    /// The row's times, and its duration as shown.
    /// - Returns: how many cells later the cells after the times stand; `nil` when the row has been rejected.
    private static func readTimes(
        _ record: borrowing Record, _ columns: (joined: Int, left: Int, duration: Int), into draft: inout RowDraft,
        _ builder: inout ExportBuilder
    ) -> Int? {
        var column = columns.joined
        guard let joined = time(record, &column, named: "Join Time", &builder) else { return nil }
        let isSplit = column > columns.joined + 1
        column = columns.left == columns.joined + 1 ? column : columns.left
        guard let left = time(record, &column, named: "Leave Time", &builder) else { return nil }
        // A split row is two cells longer: date and clock of both times.
        let shift = isSplit ? column - columns.left - 1 : 0
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
        draft.shown = readDuration(record.bytes, record.range(at: columns.duration + shift), unit: 1)
        if draft.shown == .impossible {
            builder.reject(record.line, .duration("Duration"))
            return nil
        }
        return shift
    }

    /// The summary above the table: title, start, end and (2021) an ID, by label or, in other languages, by place and
    /// kind.
    static func summary(_ rows: [HeadRow], titleAt: Int, _ builder: inout ExportBuilder) -> MeetingDraft {
        var meeting = MeetingDraft()
        let pairs = rows.filter { $0.width >= 2 }
        var hasStart = false
        let labelled = pairs.firstIndex { titleLabels.contains($0.first) }
        for (i, row) in pairs.enumerated() {
            let value = row.texts[1..<row.width].joined(separator: ", ")
            // Without a title another row stands in its place.
            if i == labelled ?? titleAt, !value.isEmpty, labelled != nil || readTime(value) == nil {
                meeting.topic = singleSpaced(value)
            } else if row.first == "meeting id" || isGUID(value) {
                meeting.id = singleSpaced(value)
            } else if let time = readTime(value), !time.raw.isMissing, !time.raw.isClockOnly {
                if !hasStart { meeting.start = time } else if meeting.end.raw.isMissing { meeting.end = time }
                hasStart = true
                builder.ladder.note(time, line: row.line)
            }
        }
        return meeting
    }

    private static let titleLabels: Set<String> = [
        "meeting title", "meeting name", "titre de la reunion", "tytul spotkania", "titulo da reuniao",
        "besprechungstitel", "titulo de la reunion",
        "titolo della riunione", "titolo riunione", "titel van vergadering", "titel van de vergadering",
        "teitl y cyfarfod",
    ]

    private static func isGUID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && text.utf8.allSatisfy {
                $0 == .hyphen || "0123456789abcdef".utf8.contains($0.loweredASCII)
            }
    }
}

/// A cell of a head row as a time.
func readTime(_ text: String) -> TimeCell? {
    let bytes = Array(text.utf8)
    return readTime(bytes, 0..<bytes.count)
}
