import GRDB
import HostSystem
import XlsxSheet

/// Finds one pupil in text and in records, and takes them out.
struct Eraser {
    private let pupil: Pupil.Index
    private let school: School
    private let id: PupilID
    /// What names the pupil: names, identifiers, addresses; the longest first.
    private var needles: [[UInt8]] = []
    /// What stands for the pupil beside a name only: the given names, and the family's label if it is made of the
    /// pupil's id.
    private var companions: [[UInt8]] = []
    /// Rows of stored exports that are the pupil's: file and line.
    private var rows: [String: Set<Int>] = [:]

    private static let mark = Array("[erased]".utf8)

    init(_ pupil: Pupil.Index, of school: School, history: History?) throws(StoreError) {
        self.pupil = pupil
        self.school = school
        let person = school.roster.pupils[pupil]
        id = person.id
        var texts: Set<String> = [id.text]
        for text in [person.ids.misID, person.ids.admissionNumber, person.ids.upn, person.ids.sourcedID, person.email] {
            texts.insert(text ?? "")
        }
        for name in [person.display, person.main, person.legal, person.preferred].compactMap({ $0 })
        where !name.given.isEmpty && !name.family.isEmpty {
            texts.formUnion([
                "\(name.given) \(name.family)", "\(name.family), \(name.given)", "\(name.family) \(name.given)",
            ])
            if !name.middle.isEmpty { texts.insert("\(name.given) \(name.middle) \(name.family)") }
        }
        let days = Day(number: 0)...Day(number: 60_000)
        for (entrant, session) in try history?.entrants(in: days, of: school) ?? []
        where entrant.link.pupil == pupil && [.pupil, .otherClass].contains(entrant.link.outcome) {
            texts.insert(entrant.displayName.text)
            texts.insert(entrant.originalName?.text ?? "")
            texts.insert(entrant.email ?? "")
            for placed in entrant.stays + entrant.waiting {
                rows[session.exports[placed.export].file, default: []].insert(placed.stay.line)
            }
        }
        let shown = texts.flatMap { [$0, PlainText.clean($0), PlainText.html(PlainText.clean($0))] }
        let given = [person.display, person.main, person.legal, person.preferred].compactMap { $0?.given }.filter {
            $0.utf8.count > 1
        }
        companions = Set(given + given.map { PlainText.html($0) }).sorted().map { Array($0.utf8) }
        // Two letters would be found in half of all words.
        needles = Set(shown).filter { $0.utf8.count > 2 }.map { Array($0.utf8) }.sorted {
            ($1.count, $1.last!) < ($0.count, $0.last!)
        }
    }

    // MARK: Text

    func finds(in bytes: [UInt8]) -> Bool { needles.contains { !positions(of: $0, in: bytes).isEmpty } }

    /// Where a needle stands as a word of its own, upper or lower case.
    private func positions(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
        func lower(_ byte: UInt8) -> UInt8 { byte.loweredASCII }
        func isWord(_ byte: UInt8) -> Bool {
            byte.isASCIILetterOrDigit || byte >= .beyondASCII
        }
        let wanted = needle.map(lower)
        guard bytes.count >= wanted.count, let first = wanted.first else { return [] }
        var found: [Int] = []
        var at = 0
        while at + wanted.count <= bytes.count {
            if lower(bytes[at]) == first, (1..<wanted.count).allSatisfy({ lower(bytes[at + $0]) == wanted[$0] }),
                at == 0 || !isWord(bytes[at - 1]) || !isWord(wanted[0]),
                at + wanted.count == bytes.count || !isWord(bytes[at + wanted.count]) || !isWord(wanted.last!)
            {
                found.append(at)
                at += wanted.count
            } else {
                at += 1
            }
        }
        return found
    }

    func erased(_ bytes: [UInt8]) -> [UInt8] { replaced(needles + [Array("F\(id.text)".utf8)], in: bytes) }

    private func replaced(_ needles: [[UInt8]], in bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for needle in needles {
            for position in positions(of: needle, in: bytes).reversed() {
                bytes.replaceSubrange(position..<position + needle.count, with: Eraser.mark)
            }
        }
        return bytes
    }

    /// A page for people: the pupil's own block goes with the family's contact in it; in a block that names the pupil,
    /// the given name alone gives way too.
    private func erasedPage(_ bytes: [UInt8]) -> [UInt8] {
        var blocks: [[[UInt8]]] = [[]]
        for line in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if line.isEmpty || line.elementsEqual([.carriageReturn]) { blocks.append([]) }
            blocks[blocks.count - 1].append(Array(line))
        }
        let pages = blocks.filter { !$0.isEmpty && !isOwnBlock($0) }.map { lines in
            let block = Array(lines.joined(separator: [.lineFeed]))
            return finds(in: block) ? replaced(companions, in: erased(block)) : erased(block)
        }
        return Array(pages.joined(separator: [.lineFeed]))
    }

    /// `[ ] Khan, Aisha   missed 2 of 3` and the lines below it, whatever mark stands in the box.
    private func isOwnBlock(_ lines: [[UInt8]]) -> Bool {
        guard let first = lines.first(where: { $0.count > 4 }) else { return false }
        return first[0] == .openingBracket && first[2] == .closingBracket && first[3] == .space && finds(in: first)
    }

    // MARK: Reports

    /// Letters that name the pupil are removed, lines of tables too; elsewhere the name gives way to `[erased]`.
    /// - Returns: how many files were changed or removed.
    func erase(from folder: HostPath, isDryRun: Bool) throws(StoreError) -> Int {
        try storing("a report could not be changed") { () throws(SystemError) in
            guard try fileEntry(at: folder)?.kind == .folder else { return 0 }
            return try changed(folder, isLetters: false, isDryRun)
        }
    }

    private func changed(_ folder: HostPath, isLetters: Bool, _ isDryRun: Bool) throws(SystemError) -> Int {
        var count = 0
        for entry in try folderEntries(folder) {
            let name = entry.path.name
            if entry.kind == .folder {
                count += try changed(
                    entry.path,
                    isLetters: isLetters || name.elementsEqual("letters".utf8) || name.elementsEqual("outbox".utf8),
                    isDryRun)
            }
            guard entry.kind == .file else { continue }
            let old = try report(entry.path)
            let names = name + [.fullStop]
            let isMessage = isLetters && (finds(in: unfolded(old)) || finds(in: names))
            let new = isMessage ? [] : erased(old, called: name)
            if !isMessage && new == old { continue }
            count += 1
            if isDryRun { continue }
            if isMessage {
                try removeFile(entry.path)
            } else {
                try replaceFile(entry.path, new, mode: entry.mode & 0o750)
            }
        }
        return count
    }

    private func erased(_ bytes: [UInt8], called name: [UInt8]) -> [UInt8] {
        if name.suffix(4).elementsEqual(".csv".utf8) { return erased(withoutRows(bytes)) }
        return isPackedLikeWorkbook(bytes) ? withoutRows(ofWorkbook: bytes) : erasedPage(bytes)
    }

    /// A workbook with the pupil in it is made anew without those rows: as text, for a call sheet is filled in and read,
    /// not reckoned with. One that cannot be read is emptied, for nobody can say whom it names.
    private func withoutRows(ofWorkbook bytes: [UInt8]) -> [UInt8] {
        guard let workbook = try? readWorkbook(bytes, name: "") else { return [] }
        let rows = workbook.visibleSheets.flatMap { sheet in sheet.rows.map(\.texts) }
        func names(_ row: [String]) -> Bool { finds(in: Array(row.joined(separator: "\n").utf8)) }
        guard rows.contains(where: names), let head = rows.first else { return bytes }
        let width = rows.map(\.count).max() ?? 0
        let kept = rows.dropFirst().filter { !names($0) }.map { $0 + Array(repeating: "", count: width - $0.count) }
        let columns = (head + Array(repeating: "", count: width - head.count)).map { NewSheet.Column($0, width: 20) }
        return NewSheet(name: workbook.visibleSheets[0].name, columns: columns, rows: kept).workbook()
    }

    /// A report that cannot be read may name the pupil, so it is never passed over.
    private func report(_ path: HostPath) throws(SystemError) -> [UInt8] {
        do throws(ReadingError) { return try readOrdinaryFile(path, limit: 512 * 1_048_576).bytes } catch {
            throw error.failure(of: path)
        }
    }

    /// A message as its reader sees it: quoted-printable undone as far as names go.
    private func unfolded(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case .digitZero ... .digitNine: byte - .digitZero
            case .capitalA ... .capitalA + 5: byte - .capitalA + 10
            default: nil
            }
        }
        while at < bytes.count {
            if bytes[at] == .equals, at + 2 < bytes.count {
                if bytes[at + 1] == .carriageReturn, bytes[at + 2] == .lineFeed {
                    at += 3
                    continue
                }
                if let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) {
                    out.append(high << 4 | low)
                    at += 3
                    continue
                }
            }
            out.append(bytes[at])
            at += 1
        }
        return out
    }

    /// A table of ours without the lines that name the pupil; no cell of ours holds a line end.
    private func withoutRows(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (number, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated()
        where number == 0 || !finds(in: Array(line)) {
            if number > 0 { out.append(.lineFeed) }
            out += line
        }
        return out
    }

    // MARK: History

    /// - Returns: records changed or removed; messages removed.
    func erase(from history: History, isDryRun: Bool) throws(StoreError) -> (records: Int, messages: Int) {
        let days = Day(number: 0)...Day(number: 60_000)
        let (sessions, ofSessions) = try dayRecordsOfSessions(history, in: days)
        let (exports, ofExports) = try dayRecordsOfExports(history)
        let addresses = Set(school.roster.pupils[pupil].contacts.compactMap(\.email))
        let messages = try history.read { db in
            try Row.fetchAll(db, sql: "SELECT id, recipient FROM message").filter {
                addresses.contains(try $0.value(1))
            }.map { try $0.value(0) as String }
        }
        if isDryRun { return (sessions + exports, messages.count) }
        try history.write { db in
            try History.put(ofSessions + ofExports, db)
            for id in messages { try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [id]) }
        }
        try history.vacuum()
        try history.close()
        return (sessions + exports, messages.count)
    }

    /// - Returns: how many sessions change, and the day records that they are on.
    private func dayRecordsOfSessions(_ history: History, in days: ClosedRange<Day>) throws(StoreError) -> (
        Int, [DayRecord]
    ) {
        var (count, dayRecords) = (0, [DayRecord]())
        for (day, sessions) in Dictionary(grouping: try history.sessions(in: days), by: \.past.day) {
            let changed = try sessions.map { session throws(StoreError) in try without(session, history) }
            count += changed.count { $0 != nil }
            dayRecords += StoredSession.dayRecords(zip(changed, sessions).map { $0 ?? $1 }, of: day.number)
        }
        return (count, dayRecords)
    }

    /// - Returns: how many exports' rows change, and the day records that they are on.
    private func dayRecordsOfExports(_ history: History) throws(StoreError) -> (Int, [DayRecord]) {
        var (count, emptied, dayRecords) = (0, Set<ExportID>(), [DayRecord]())
        for dayRecord in try history.dayRecords([.stays]) {
            let old = try history.decoding { () throws(DamagedRecord) in
                try dayRecord.list(StoredStays.init(from:)).map { stays throws(DamagedRecord) in
                    (stays, try MeetingExport(record: stays.record))
                }
            }
            let new = old.compactMap { stays, export -> StoredStays? in
                guard let export = without(export) else { return stays }
                count += 1
                if export.days(in: school.settings.zone) != nil {
                    return StoredStays(stays.id, stays.days, export.record[...])
                }
                emptied.insert(stays.id)
                return nil
            }
            dayRecords.append(StoredStays.dayRecord(new, of: dayRecord.head.day))
        }
        if emptied.isEmpty { return (count, dayRecords) }
        let exports = try history.exports().map { $0.keepingStays($0.hasStays && !emptied.contains($0.id)) }
        return (
            count,
            dayRecords + StoredExport.byDay(exports, and: []).map { StoredExport.dayRecord($0.exports, of: $0.day) }
        )
    }

    private func without(_ session: StoredSession, _ history: History) throws(StoreError) -> StoredSession? {
        let findings = try history.decoding { () throws(DamagedRecord) in
            try StoredFinding.findings(record: session.findings)
        }
        let kept = findings.filter { $0.pupil != id.text }.map { finding in
            var finding = finding
            finding.name = String(decoding: erased(Array(finding.name.utf8)), as: UTF8.self)
            finding.detail = String(decoding: erased(Array(finding.detail.utf8)), as: UTF8.self)
            return finding
        }
        var session = session
        let was = session.past.statuses[id]
        session.past.statuses[id] = nil
        if was == nil && kept == findings { return nil }
        session.findings = StoredFinding.record(kept)[...]
        return session
    }

    private func without(_ export: MeetingExport) -> MeetingExport? {
        var export = export
        let own = rows[export.file] ?? []
        var isChanged = false
        func names(_ text: String) -> Bool { finds(in: Array(text.utf8)) }
        for i in export.meetings.indices {
            let before = export.meetings[i].participants.count + export.meetings[i].notAttended.count
            export.meetings[i].participants.removeAll { participant in
                names(participant.displayName.text) || names(participant.originalName?.text ?? "")
                    || names(participant.email ?? "")
                    || participant.stays.contains { own.contains($0.line) }
            }
            export.meetings[i].notAttended.removeAll { names($0.displayName.text) || names($0.email ?? "") }
            if export.meetings[i].participants.count + export.meetings[i].notAttended.count != before {
                isChanged = true
            }
            if let topic = export.meetings[i].topic, names(topic) {
                export.meetings[i].topic = String(decoding: erased(Array(topic.utf8)), as: UTF8.self)
                isChanged = true
            }
        }
        return isChanged ? export : nil
    }
}
