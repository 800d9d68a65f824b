import DelimitedText

/// Google Meet's own attendance report, one row per person, clock times only: the day comes from outside.
struct MeetAttendance: PlatformFormat {
    static let name = "Meet attendance report"
    static let tells = FormatTells(
        .meet, times: "first join, last leave; clock only", note: "the sheet that is e-mailed")

    static func recognises(_ head: [HeadRow]) -> Bool { labelledHeader(in: head) != nil }
    static func recognisesShape(_ head: [HeadRow]) -> Bool { shapedHeader(in: head) != nil }

    private static let joinLabels: Set<String> = [
        "time joined", "horario de entrada", "hora de entrada", "heure d'entree", "ora di ingresso", "amser ymuno",
    ]

    private static func labelledHeader(in head: [HeadRow]) -> HeadRow? {
        let top = head.prefix(8)
        return zip(top.indices, top).first { at, row in
            row.filled >= 4 && row.contains(anyOf: joinLabels)
                // Other platforms have the same words in some languages, and whole dates below them.
                && (row.contains("time joined") || hasClocks(below: row, head[(at + 1)...]))
        }?.1
    }

    private static func hasClocks(below header: HeadRow, _ rows: ArraySlice<HeadRow>) -> Bool {
        guard let column = header.labels.firstIndex(where: joinLabels.contains),
            let sample = rows.first(where: { $0.count > column })
        else { return true }
        return isClock(sample.text(column))
    }

    /// In another language: an address, a duration and two clock times end each row.
    private static func shapedHeader(in head: [HeadRow]) -> HeadRow? {
        for (at, row) in head.prefix(8).enumerated() where (5...6).contains(row.width) {
            let count = row.width
            let below = head.dropFirst(at + 1).filter { $0.count >= count }
            guard let sample = below.first, !isClock(row.text(count - 2)),
                below.contains(where: { $0.text(count - 4).contains("@") }),
                isClock(sample.text(count - 1)), isClock(sample.text(count - 2)), isLength(sample.text(count - 3)),
                // Three numbers in a row are marks, not a length and two clocks.
                sample.text(count - 2).utf8.contains(.colon)
                    || sample.text(count - 3).unicodeScalars.contains(where: \.properties.isAlphabetic)
            else { continue }
            return row
        }
        return nil
    }

    private static func isLength(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return text.unicodeScalars.contains { $0.properties.numericType == .decimal }
            && readDuration(bytes, 0..<bytes.count, unit: 60) != .impossible
    }

    private static func isClock(_ text: String) -> Bool { readTime(text)?.raw.isClockOnly ?? false }

    private struct Layout {
        var names: [Int]
        var email, duration, left: Int?
        var joined: Int

        /// In English by the labels; in other languages by place, or by what a row holds where the columns were moved.
        init(_ header: HeadRow, below sample: HeadRow?) {
            let count = header.width
            let isEnglish = header.column("time joined") != nil
            email = header.column("email", "e-mail") ?? header.labels.firstIndex { $0.contains("mail") }
            (joined, left) = (header.column("time joined") ?? count - 2, header.column("time exited"))
            duration = header.column("duration", "duracao", "duree", "durata", "dauer", "duracion")
            names = [header.column("first name", "nome", "name"), header.column("last name", "sobrenome")].compactMap(
                \.self)
            // In English a column that is not there is not there; the first may be called otherwise.
            if isEnglish {
                let known = ["email", "e-mail", "duration", "time joined", "time exited"]
                if names.isEmpty, !known.contains(header.first) { names = [0] }
                return
            }
            let clocks = sample.map { row in (0..<count).filter { isClock(row.text($0)) } } ?? []
            if let sample, clocks.count == 2, clocks[1] != count - 1 {
                (joined, left) = (clocks[0], clocks[1])
                email = sample.texts.firstIndex { $0.utf8.contains(.at) } ?? email
                duration = (0..<count).first { isLength(sample.text($0)) && !clocks.contains($0) && $0 != email }
                names = (0..<count).filter { !clocks.contains($0) && $0 != email && $0 != duration }
                return
            }
            email = email ?? count - 4
            (left, duration) = (count - 1, duration ?? email.map { $0 + 1 })
            names = email == 2 ? [0, 1] : [0]
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = labelledHeader(in: text.head) ?? shapedHeader(in: text.head) else {
            preconditionFailure("read what was recognised")
        }
        let layout = Layout(header, below: text.head.first { $0.line > header.line && $0.count >= header.width })
        if layout.names.isEmpty {
            throw ImportRefusal(badHeader: header, of: text.file, "there is no column \"First name\" or \"Name\"")
        }
        var columns = Columns(header)
        for label in Set(header.labels) where !label.isEmpty { _ = columns.find(label) }
        if let twice = columns.duplicates.sorted().first {
            throw ImportRefusal(badHeader: header, of: text.file, "two columns are called \"\(twice)\"")
        }
        var builder = ExportBuilder(text, hints: hints)
        builder.titles = text.head.filter { $0.line < header.line }.flatMap(\.texts)
        var meeting = MeetingDraft()
        meeting.id = meetCode(inFileName: text.file)
        meeting.isIDFromFileName = true
        builder.meetings.append(meeting)
        builder.readRows(below: header, labelsAt: [layout.joined]) { record, builder in
            if record.count <= layout.joined { return builder.reject(record.line, .short) }
            guard let start = builder.time(record, layout.joined, named: "Time joined", mayBeEmpty: false),
                let end = builder.time(record, layout.left, named: "Time exited")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (start.raw, end.raw, start.zone)
            if let duration = layout.duration {
                draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60)
            }
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Duration")) }
            let names = layout.names.map { Cells.text(record, $0) }.filter { !$0.isEmpty }
            let participant = builder.participant(
                name: names.joined(separator: " "), email: Cells.text(record, layout.email), meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .meet, variant: "meet/attendance", abilities: ExportAbilities(times: layout.left != nil))
    }
}

/// A Meet code in a file's name: `abc-defg-hij`.
func meetCode(inFileName file: String) -> String? {
    let name = Array(file.utf8.split(separator: .slash).last ?? [])
    func isLetter(_ byte: UInt8) -> Bool { byte.isASCIISmallLetter }
    guard name.count >= 12 else { return nil }
    for at in 0...(name.count - 12) where at == 0 || !isLetter(name[at - 1]) {
        let code = name[at..<at + 12]
        guard code[at + 3] == .hyphen, code[at + 8] == .hyphen,
            code.indices.allSatisfy({ $0 == at + 3 || $0 == at + 8 || isLetter(code[$0]) }),
            at + 12 == name.count || !isLetter(name[at + 12])
        else { continue }
        return String(decoding: code, as: UTF8.self)
    }
    return nil
}
