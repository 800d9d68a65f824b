import DelimitedText

/// Where the columns of Zoom's participants report are. By reference, because it is handed on for every row.
final class ZoomColumns: Sendable {
    let name: Int
    /// Of a list with first and last name in cells of their own.
    let family: Int?
    let email, joined, left, duration, guest, consent, waiting: Int?
    let isUnique: Bool
    /// Asked for each row.
    private let isEnglish: Bool
    /// The last column that a row must have.
    let lastNeeded: Int
    let header: HeadRow

    /// By the English labels.
    init(_ row: HeadRow, file: String) throws(ImportRefusal) {
        header = row
        var columns = Columns(row)
        let whole = columns.find("name (original name)", "name")
        let given = columns.find("first name")
        name = whole ?? given ?? 0
        family = whole == nil && given != nil ? columns.find("last name", "surname") : nil
        email = columns.find("user email", "email")
        joined = columns.find("join time")
        left = columns.find("leave time")
        duration = columns.find("duration (minutes)", "total duration (minutes)")
        guest = columns.find("guest")
        consent = columns.find("recording consent", "recording disclaimer response")
        waiting = columns.find("in waiting room")
        isUnique = joined == nil && left == nil && row.contains("total duration (minutes)")
        lastNeeded = isUnique ? max(name, duration ?? 0) : max(name, joined ?? 0, left ?? 0)
        isEnglish = ZoomColumns.isEnglish(row.label(name))
        try columns.refuseDoubles(of: file)
        if !isUnique, joined == nil {
            throw ImportRefusal(badHeader: row, of: file, "there is no column \"Join Time\"")
        }
        if !isUnique, left == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Leave Time\"") }
    }

    /// In another language: the columns keep their order or were moved; the cells tell what they hold.
    private init?(shapeOf row: HeadRow, below: [HeadRow]) {
        guard let sample = below.first, (3...9).contains(row.width), !row.texts.contains(where: isMoment),
            // English words that are not Zoom's are another platform's.
            !row.contains("join time") || row.contains("duration (minutes)")
        else { return nil }
        let named = (0..<min(row.width, sample.count)).first {
            hasBrackets(row.label($0)) && !isMinutes(sample, $0) && !sample.text($0).utf8.contains(.at)
        }
        let places: Places
        if let found = Places(inOrder: row, below), named == nil || named == found.name {
            places = found
            (guest, consent, waiting) = ZoomColumns.marks(in: row, after: found.duration)
        } else if let named, let found = Places(moved: row, below, name: named) {
            places = found
            let known = [found.name, found.email, found.joined, found.left, found.duration]
            (guest, consent, waiting) = ZoomColumns.labelledMarks(
                in: row, (0..<row.width).filter { !known.contains($0) })
        } else {
            return nil
        }
        header = row
        (name, family, email) = (places.name, places.family, places.email)
        (joined, left, duration) = (places.joined, places.left, places.duration)
        isUnique = places.joined == nil
        lastNeeded = isUnique ? max(name, places.duration) : max(name, joined ?? 0, left ?? 0)
        isEnglish = ZoomColumns.isEnglish(row.label(name))
    }

    /// Which column holds what, by the cells below a header.
    private struct Places {
        let name: Int
        let family, email, joined, left: Int?
        let duration: Int

        /// As Zoom writes them.
        init?(inOrder row: HeadRow, _ below: [HeadRow]) {
            let sample = below[0]
            let times = (1...3).first { at in
                at + 2 < row.width && isMoment(sample, at) && isMoment(sample, at + 1) && isMinutes(sample, at + 2)
            }
            let isTotals =
                row.width <= 4 && hasBrackets(row.label(0)) && hasBrackets(row.label(2)) && isMinutes(sample, 2)
                && below.allSatisfy { $0.count < 2 || $0.text(1).isEmpty || $0.text(1).utf8.contains(.at) }
            guard times != nil || isTotals else { return nil }
            if times == 3 {
                // Sections of a webinar begin with a yes or no.
                guard Cells.yesOrNo(sample.record, 0) == nil || isMinutes(sample, 0),
                    below.contains(where: { $0.count > 2 && $0.text(2).utf8.contains(.at) })
                else { return nil }
            }
            // A number or a first name stands before the others.
            let isNumbered = times == 3 && isMinutes(sample, 0)
            name = isNumbered ? 1 : 0
            family = times == 3 && !isNumbered ? 1 : nil
            email = times == 1 ? nil : times == 3 ? 2 : 1
            (joined, left, duration) = (times, times.map { $0 + 1 }, (times ?? 0) + 2)
        }

        /// In any order: the name's and the minutes' label have brackets, two cells are times, one has addresses.
        init?(moved row: HeadRow, _ below: [HeadRow], name: Int) {
            let sample = below[0]
            let times = (0..<row.width).filter { isMoment(sample, $0) }
            guard times.count == 2, Cells.yesOrNo(sample.record, 0) == nil || isMinutes(sample, 0),
                let minutes = (0..<row.width).first(where: { hasBrackets(row.label($0)) && isMinutes(sample, $0) })
            else { return nil }
            (self.name, family, duration) = (name, nil, minutes)
            (joined, left) = (times[0], times[1])
            email = (0..<row.width).first { column in
                column != name && below.contains { $0.count > column && $0.text(column).utf8.contains(.at) }
            }
        }
    }

    /// What stands behind the minutes, by words of many languages or, where all three are there, by its place.
    static func marks(in row: HeadRow, after minutes: Int) -> (guest: Int?, consent: Int?, waiting: Int?) {
        let rest = Array(minutes + 1..<max(row.width, minutes + 1))
        let (guest, recording, room) = labelledMarks(in: row, rest)
        let open = rest.first { $0 != room && $0 != recording }
        return (
            guest ?? (open == minutes + 1 ? open : nil), recording ?? (rest.count == 3 ? rest[1] : nil),
            room ?? (rest.count == 3 ? rest[2] : nil)
        )
    }

    private static func labelledMarks(in row: HeadRow, _ columns: [Int]) -> (guest: Int?, consent: Int?, waiting: Int?)
    {
        func labelled(_ words: [String]) -> Int? {
            columns.first { column in words.contains { row.label(column).contains($0) } }
        }
        return (labelled(guestWords), labelled(recordingWords), labelled(waitingWords))
    }

    /// The header that the rows below it show to be one, in any language.
    static func byShape(in head: [HeadRow]) -> ZoomColumns? {
        for at in head.indices.dropLast() {
            if let columns = ZoomColumns(shapeOf: head[at], below: Array(head[(at + 1)...])) { return columns }
        }
        return nil
    }

    private static let waitingWords = [
        "espera", "attente", "warte", "attesa", "poczekal", "oczekiw", "wacht", "asteptare", "bekleme", "待機", "待合",
        "等候", "等待", "대기", "cekar", "varakoz", "waiting", "ожидан", "чекан", "αναμον",
    ]
    private static let recordingWords = [
        "graba", "grava", "enregistr", "aufzeich", "aufnahme", "registraz", "nagr", "opname", "inregistr", "kayi",
        "kayd",
        "録画", "レコ", "录制", "錄製", "錄影", "녹화", "nahrav", "felvetel", "recording", "запис", "εγγραφ",
    ]
    private static let guestWords = [
        "invitad", "convidad", "invite", "gast", "ospite", "gosc", "oaspet", "invitat", "konuk", "misafir", "ゲスト",
        "게스트",
        "访客", "来宾", "來賓", "嘉宾", "host", "vendeg", "guest", "гость", "гост", "επισκεπτ",
    ]

    /// The header again, as when exports are pasted together. A person who is called like it has times in the other
    /// cells.
    func isRepeated(_ record: borrowing Record) -> Bool {
        let cell = name == 0 ? Cells.firstWord(record) : Cells.trimmed(record.bytes, record.range(at: name))
        if Cells.equals(record.bytes, cell, "name (original name)") || Cells.equals(record.bytes, cell, "name")
            || !isEnglish && Cells.folds(record, name, to: header.label(name))
        {
            return [name, joined, left, duration].allSatisfy { column in
                column.map { Cells.folds(record, $0, to: header.label($0)) } ?? true
            }
        }
        return false
    }

    private static func isEnglish(_ label: String) -> Bool { label == "name" || label == "name (original name)" }
}

/// A date with a time.
func isMoment(_ text: String) -> Bool {
    readTime(text).map { !$0.raw.isMissing && !$0.raw.isClockOnly } ?? false
}

func isMoment(_ row: HeadRow, _ column: Int) -> Bool { column < row.count && isMoment(row.text(column)) }

/// A bare number, also `46,5`.
func isMinutes(_ row: HeadRow, _ column: Int) -> Bool {
    guard column < row.count else { return false }
    let bytes = Array(row.text(column).utf8)
    return Cells.count(bytes, 0..<bytes.count) != nil || decimalMinutes(bytes, 0..<bytes.count) != nil
}

/// `Nombre (nombre original)`, `所要時間（分）`.
private func hasBrackets(_ label: String) -> Bool { label.contains("(") || label.contains("（") }
