import DelimitedText

/// The extension layout with `Joins & leaves`, a list of ranges per person; `Absent` rows come from a class list.
struct MeetRanges: PlatformFormat {
    static let name = "Meet list with Joins & leaves"
    static let tells = FormatTells(
        .meet, times: "each join and leave", note: "extension")

    static func recognises(_ head: [HeadRow]) -> Bool { head.first?.contains("joins & leaves") ?? false }

    private struct Layout {
        let date, topic, code, start, end, name, email, status, ranges: Int?

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            var columns = Columns(row)
            date = columns.find("date")
            topic = columns.find("meeting", "meeting title")
            code = columns.find("meet code", "meeting code")
            start = columns.find("meeting start")
            end = columns.find("meeting end")
            name = columns.find("participant", "participant name", "name")
            email = columns.find("email")
            status = columns.find("status")
            ranges = columns.find("joins & leaves")
            try columns.refuseDoubles(of: file)
            if name == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Participant\"") }
            if date == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Date\"") }
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        let layout = try Layout(header, file: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.ranges]) { readRow($0, layout, &$1) }
        return try builder.finish(platform: .meet, variant: "meet/ext-ranges", abilities: ExportAbilities())
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        let date = Cells.text(record, layout.date)
        let key = [date, Cells.text(record, layout.code), Cells.text(record, layout.start)].joined(separator: "\u{1F}")
        let meeting = builder.meeting(key) { meetingDraft(of: record, date, layout, &$0) }
        // The extension guards its cells against spreadsheets by an apostrophe.
        var name = Cells.text(record, layout.name)
        if let second = name.utf8.dropFirst().first, name.utf8.first == .apostrophe,
            [.equals, .plus, .hyphen, .at].contains(second)
        {
            name.removeFirst()
        }
        let email = Cells.text(record, layout.email)
        let ranges = Cells.text(record, layout.ranges)
        if Cells.folds(record, layout.status, to: "absent") || ranges.isEmpty || ranges == "[]" {
            builder.meetings[meeting].notAttended.append((DisplayName(name), email.isEmpty ? nil : email))
            return builder.countRowWithoutStay()
        }
        guard let drafts = stays(in: ranges, date: date, line: record.line, &builder), !drafts.isEmpty else {
            return builder.reject(record.line, .time("Joins & leaves"))
        }
        let participant = builder.participant(name: name, email: email, meeting: meeting, style: .plain)
        for draft in drafts { builder.add(draft, participant: participant) }
    }

    private static func meetingDraft(
        of record: borrowing Record, _ date: String, _ layout: Layout, _ builder: inout ExportBuilder
    ) -> MeetingDraft {
        var meeting = MeetingDraft()
        let code = Cells.text(record, layout.code)
        meeting.id = code.isEmpty ? nil : code
        let topic = singleSpaced(Cells.text(record, layout.topic))
        meeting.topic = topic.isEmpty ? nil : topic
        func moment(_ column: Int?) -> TimeCell {
            let clock = Cells.text(record, column)
            if clock.isEmpty { return .missing }
            if let whole = readTime(clock), !whole.raw.isClockOnly { return whole }
            return builder.meetingTime(date + " " + clock, line: record.line)
        }
        meeting.start = moment(layout.start)
        meeting.end = moment(layout.end)
        return meeting
    }

    /// `["09:00–09:12","09:14–"]`: an open end is still in the call.
    private static func stays(in list: String, date: String, line: Int, _ builder: inout ExportBuilder) -> [RowDraft]? {
        var drafts: [RowDraft] = []
        let items = list.unicodeScalars.split { $0 == "," || $0 == "[" || $0 == "]" || $0 == "\"" || $0 == ";" }
        for item in items {
            let ends = item.split(omittingEmptySubsequences: false) {
                $0 == "\u{2013}" || $0 == "-" || $0 == "\u{2014}"
            }
            if ends.count == 1, ends[0].allSatisfy({ $0.properties.isWhitespace }) { continue }
            guard ends.count == 2 else { return nil }
            var draft = RowDraft(line: line)
            for (i, end) in ends.enumerated() {
                let clock = singleSpaced(String(end))
                if clock.isEmpty { continue }
                guard let time = readTime(date + " " + clock), !time.raw.isMissing else { return nil }
                builder.ladder.note(time, line: line)
                if i == 0 { draft.joined = time.raw } else { draft.left = time.raw }
            }
            drafts.append(draft)
        }
        return drafts
    }
}
