import ASCII
import DelimitedText
import GRDB
import HostSystem
import XlsxSheet

/// Finds one pupil in text and in records, and takes them out.
struct Eraser {
    private let pupil: Pupil.Index
    private let school: School
    private let id: PupilID
    private let traces: PersonTraces
    /// What stands for the family where it is made of the pupil's id.
    private let label: [(text: [UInt8], mark: [UInt8])]

    /// - Parameters:
    ///   - exports: those of the inbox.
    ///   - reports: earlier reports may know names whose rows are gone.
    init(_ pupil: Pupil.Index, of school: School, history: History?, exports: [MeetingExport], reports: HostPath)
        throws(StoreError)
    {
        self.pupil = pupil
        self.school = school
        id = school.roster.pupils[pupil].id
        var traces = PersonTraces(of: pupil, in: school)
        let days = Day(number: 0)...Day(number: 60_000)
        let finder = SessionFinder(school)
        let known = try history?.stays(in: days).map(\.export) ?? []
        for exports in [known, exports] {
            for meeting in finder.place(exports).meetings { traces.add(finder.linkedSession(of: meeting)) }
        }
        try storing("the reports cannot be looked at") { () throws(SystemError) in
            try Eraser.addEntrants(of: reports, to: &traces)
        }
        traces.prepare()
        self.traces = traces
        label = [(Array("F\(id.text)".utf8), PersonTraces.mark)]
    }

    private static func addEntrants(of folder: HostPath, to traces: inout PersonTraces) throws(SystemError) {
        guard try fileEntry(at: folder)?.kind == .folder else { return }
        for week in try folderEntries(folder) where week.kind == .folder {
            let name = "entrants.csv"
            guard let bytes = try? readOrdinaryFile(week.path.appending(name), limit: 512 * 1_048_576).bytes else {
                continue
            }
            for row in MailPacks.rows(bytes) {
                traces.add(
                    displayName: row["display_name"] ?? "", email: row["email"] ?? "", id: row["id"] ?? "",
                    candidates: row["candidates"] ?? "")
            }
        }
    }

    /// The rows of an export of the inbox that speak of the pupil.
    func rows(of export: String) -> [Int] {
        (traces.rows[export] ?? []).union(traces.sharedRows[export] ?? []).sorted()
    }

    // MARK: Text

    func finds(in bytes: [UInt8]) -> Bool {
        traces.needles.contains { !Eraser.places(of: $0.text, in: bytes).isEmpty }
    }

    /// Where a needle stands as a word of its own, upper or lower case.
    /// - Parameter isCapital: a name, not the word "will".
    private static func places(of needle: [UInt8], in bytes: [UInt8], isCapital: Bool = false) -> [Int] {
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
                !isCapital || bytes[at] == needle[0] || bytes[at].isASCIICapital,
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

    /// The names give way, and where the pupil is named the parts of the name beside them.
    func erased(_ bytes: [UInt8]) -> [UInt8] {
        let new = Eraser.replaced(traces.needles + label, in: bytes)
        return finds(in: bytes) ? Eraser.replaced(traces.companions, in: new, isCapital: true) : new
    }

    func erased(_ text: String) -> String { String(decoding: erased(Array(text.utf8)), as: UTF8.self) }

    private static func replaced(
        _ needles: [(text: [UInt8], mark: [UInt8])], in bytes: [UInt8], isCapital: Bool = false
    ) -> [UInt8] {
        var bytes = bytes
        for needle in needles {
            for place in places(of: needle.text, in: bytes, isCapital: isCapital).reversed() {
                bytes.replaceSubrange(place..<place + needle.text.count, with: needle.mark)
            }
        }
        return bytes
    }

    /// A page for people: the pupil's own block goes with the family's contact in it.
    private func erasedPage(_ bytes: [UInt8]) -> [UInt8] {
        var blocks: [[[UInt8]]] = [[]]
        for line in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if line.isEmpty || line.elementsEqual([.carriageReturn]) { blocks.append([]) }
            blocks[blocks.count - 1].append(Array(line))
        }
        let pages = blocks.filter { !$0.isEmpty && !isOwnBlock($0) }.map { lines in
            erased(Array(lines.joined(separator: [.lineFeed])))
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
            var changes: [Change] = []
            let count = try changed(folder, isLetters: false, isDryRun, &changes)
            // What was as we had written it still is.
            try list(changes, below: folder)
            return count
        }
    }

    private typealias Change = (path: HostPath, old: String, new: String)

    private func list(_ changes: [Change], below top: HostPath) throws(SystemError) {
        for (folder, changes) in Dictionary(grouping: changes, by: { Eraser.listedIn($0.path, below: top) }) {
            guard let folder, var written = try WrittenFiles(in: folder) else { continue }
            for change in changes {
                let name = HostPath(change.path.text(below: folder))
                if written.sums[name] == change.old { written.sums[name] = change.new }
            }
            try replaceFile(folder.appending(WrittenFiles.name), written.file.bytes)
        }
    }

    /// The nearest folder above that has a list.
    private static func listedIn(_ path: HostPath, below top: HostPath) -> HostPath? {
        var folder = path.parent
        while folder != top, folder.parent != folder {
            if (try? fileEntry(at: folder.appending(WrittenFiles.name))) ?? nil != nil { return folder }
            folder = folder.parent
        }
        return nil
    }

    private func changed(_ folder: HostPath, isLetters: Bool, _ isDryRun: Bool, _ changes: inout [Change])
        throws(SystemError) -> Int
    {
        var count = 0
        for entry in try folderEntries(folder) {
            let name = entry.path.name
            if entry.kind == .folder {
                count += try changed(
                    entry.path,
                    isLetters: isLetters || name.elementsEqual("letters".utf8) || name.elementsEqual("outbox".utf8),
                    isDryRun, &changes)
            }
            guard entry.kind == .file, !name.elementsEqual(WrittenFiles.name.utf8) else { continue }
            let old = try report(entry.path)
            if Eraser.isNoText(old), !isPackedLikeWorkbook(old) { continue }
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
                changes.append((entry.path, sha256(old), sha256(new)))
            }
        }
        return count
    }

    private func erased(_ bytes: [UInt8], called name: [UInt8]) -> [UInt8] {
        if name.suffix(4).elementsEqual(".csv".utf8) { return erasedTable(bytes) }
        return isPackedLikeWorkbook(bytes) ? withoutRows(ofWorkbook: bytes) : erasedPage(bytes)
    }

    /// A workbook with the pupil in it is made anew without those rows: as text, for a call sheet is filled in and read,
    /// not reckoned with. One that cannot be read is somebody's own: it is named among what was not looked through.
    private func withoutRows(ofWorkbook bytes: [UInt8]) -> [UInt8] {
        guard let workbook = try? readWorkbook(bytes, name: "") else { return bytes }
        let rows = workbook.visibleSheets.flatMap { sheet in sheet.rows.map(sheet.texts) }
        func names(_ row: [String]) -> Bool { finds(in: Array(row.joined(separator: "\n").utf8)) }
        guard rows.contains(where: names), let head = rows.first else { return bytes }
        let width = rows.map(\.count).max() ?? 0
        let kept = rows.dropFirst().filter { !names($0) }.map { $0 + Array(repeating: "", count: width - $0.count) }
        let columns = (head + Array(repeating: "", count: width - head.count)).map { NewSheet.Column($0, width: 20) }
        return NewSheet(name: workbook.visibleSheets[0].name, columns: columns, rows: kept).workbook()
    }

    /// A workbook, a scan: nothing can be taken out of it.
    static func isNoText(_ bytes: [UInt8]) -> Bool { bytes.prefix(4096).contains(0) }

    /// A report that cannot be read may name the pupil, so it is never passed over.
    private func report(_ path: HostPath) throws(SystemError) -> [UInt8] {
        do throws(ReadingError) { return try readOrdinaryFile(path, limit: 512 * 1_048_576).bytes } catch {
            throw error.failure(of: path)
        }
    }

    /// A message as its reader sees it: quoted-printable undone as far as names go, without the marks that keep a name's
    /// direction (U+2068, U+2069).
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
        return out.replacing([0xE2, 0x81, 0xA8], with: []).replacing([0xE2, 0x81, 0xA9], with: [])
    }

    /// A table of ours without the pupil's own lines; lines that speak of others too stay, without the pupil's words.
    /// No cell of ours holds a line end.
    private func erasedTable(_ bytes: [UInt8]) -> [UInt8] {
        var header: [String] = []
        var out: [UInt8] = []
        for (number, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            if number == 0 {
                out += line
                let names = line.starts(with: ByteOrderMark.utf8) ? line.dropFirst(3) : line
                header = (records(in: Array(names), delimiter: .comma).records.first?.texts ?? []).map {
                    $0.lowercased()
                }
                continue
            }
            var line = Array(line)
            if finds(in: line) {
                let cells = records(in: line, delimiter: .comma).records.first?.texts ?? []
                let row = Dictionary(zip(header, cells), uniquingKeysWith: { a, _ in a })
                if isOwn(row) { continue }
                line = erased(withoutCandidate(line, row["candidates"] ?? ""))
            } else {
                line = erased(line)
            }
            out.append(.lineFeed)
            out += line
        }
        return out
    }

    private func isOwn(_ row: [String: String]) -> Bool {
        if [row["id"], row["pupil_id"]].contains(PlainText.clean(id.text)) { return true }
        let names = ["display_name", "name", "pupil"].compactMap { row[$0] }.filter { !$0.isEmpty }
        return names.contains { name in
            traces.ownNames.contains(name) || traces.ownNames.contains { PlainText.copied($0) == name }
        }
    }

    /// Takes the id out of the cell that lists who somebody may be.
    private func withoutCandidate(_ line: [UInt8], _ cell: String) -> [UInt8] {
        let ids = cell.split(separator: ";").map(String.init)
        guard ids.contains(id.text), let place = line.firstRange(of: Array("\"\(cell)\"".utf8)) else { return line }
        var line = line
        let left = ids.filter { $0 != id.text }.joined(separator: ";")
        line.replaceSubrange(place, with: Array("\"\(left)\"".utf8))
        return line
    }

    // MARK: History

    /// - Returns: sessions and exports of which something was changed or removed; messages removed.
    func erase(from history: History, isDryRun: Bool) throws(StoreError) -> (records: Int, messages: Int) {
        let history = isDryRun ? try history.inMemory() : history
        var counts = (records: 0, messages: 0)
        try history.write { db in counts = try erase(from: db) }
        if !isDryRun {
            try history.vacuum()
            try History.removeEarlier(than: history.path)
        }
        try history.close()
        return counts
    }

    private func erase(from db: Database) throws -> (records: Int, messages: Int) {
        try eraseRows(db)
        let own = "SELECT id FROM person WHERE kind = 'pupil' AND code = :id"
        let named = "SELECT id FROM text WHERE text IN (SELECT value FROM json_each(:names))"
        let positions =
            "SELECT s.id, r.position FROM session s JOIN roll_pupil r ON r.roll = s.roll WHERE r.person IN (\(own))"
        let isOwn = "person IN (\(own)) OR name IN (\(named))"
        let entrants = "SELECT session, position FROM entrant WHERE \(isOwn)"
        let names = Set(traces.ownNames.map { storedCell(PlainText.copied($0)) }).sorted()
        let arguments: StatementArguments = [
            "id": id.text, "names": JSONValue.array(names.map { .string($0) }).text(pretty: false),
        ]
        for sql in [
            "DELETE FROM status WHERE (session, position) IN (\(positions))",
            "DELETE FROM roll_doubt WHERE (session, position) IN (\(positions))",
            "DELETE FROM roll_pupil WHERE person IN (\(own))",
            "DELETE FROM finding_row WHERE finding IN (SELECT id FROM finding WHERE \(isOwn))",
            "DELETE FROM finding WHERE \(isOwn)",
            "DELETE FROM entrant_candidate WHERE person IN (\(own)) OR (session, entrant) IN (\(entrants))",
            "DELETE FROM entrant_row WHERE (session, entrant) IN (\(entrants))",
            "DELETE FROM entrant WHERE \(isOwn)", "DELETE FROM follow_up WHERE person IN (\(own))",
            "DELETE FROM hold WHERE pupil IN (\(own))",
        ] {
            let statement = try db.makeStatement(sql: sql)
            statement.setUncheckedArguments(arguments)
            try statement.execute()
        }
        var messages = 0
        for address in Set(school.roster.pupils[pupil].contacts.compactMap(\.email)) {
            messages += try StoredMessage.filter(Column("recipient") == address).deleteAll(db)
        }
        try UnusedWords.remove(db)
        for (table, column) in try HistorySchema.textColumns(db) { try mask(table, column, db) }
        return (try RowSums(db).bringUpToDate(), messages)
    }

    /// The rows of exports.
    private func eraseRows(_ db: Database) throws {
        let rows = ReadingRows(db: db, words: try WordCache(db))
        for (number, stays, _) in try rows.unchecked() {
            guard let export = without(stays.export) else { continue }
            if export.days(in: school.settings.zone) == nil {
                try rows.remove(number)
            } else {
                try rows.put(StoredStays(stays.id, stays.days, export), number: number)
            }
        }
    }

    /// In what is left the pupil's names give way.
    private func mask(_ table: String, _ column: String, _ db: Database) throws {
        let sql = "SELECT DISTINCT \"\(column)\" FROM \(table) WHERE \"\(column)\" IS NOT NULL"
        for text in try String.fetchAll(db, sql: sql) {
            let masked = erased(text)
            if masked == text { continue }
            try db.execute(
                sql: "UPDATE \(table) SET \"\(column)\" = ? WHERE \"\(column)\" = ?", arguments: [masked, text])
        }
    }

    private func without(_ export: MeetingExport) -> MeetingExport? {
        var export = export
        let own = traces.rows[export.file] ?? []
        var isChanged = false
        func isOwn(_ participant: Participant) -> Bool {
            let names = [participant.displayName.text, participant.originalName?.text, participant.email]
            return names.contains { $0.map(traces.ownNames.contains) ?? false }
                || participant.stays.contains { own.contains($0.line) }
        }
        func mask(_ text: inout String) {
            let new = erased(text)
            if new != text { (text, isChanged) = (new, true) }
        }
        func mask(_ participants: inout [Participant]) {
            let count = participants.count
            participants.removeAll(where: isOwn)
            if participants.count != count { isChanged = true }
            for i in participants.indices {
                mask(&participants[i].displayName.text)
                if participants[i].originalName != nil { mask(&participants[i].originalName!.text) }
            }
        }
        for i in export.meetings.indices {
            mask(&export.meetings[i].participants)
            let waiting = export.meetings[i].notAttended.count
            export.meetings[i].notAttended.removeAll {
                traces.ownNames.contains($0.displayName.text) || traces.ownNames.contains($0.email ?? "")
            }
            if export.meetings[i].notAttended.count != waiting { isChanged = true }
            for j in export.meetings[i].notAttended.indices {
                mask(&export.meetings[i].notAttended[j].displayName.text)
            }
            let events = export.meetings[i].events.count
            export.meetings[i].events.removeAll { event in
                own.contains(event.line)
                    || [event.actor, event.target].contains { account in
                        [account?.name, account?.email].contains { $0.map(traces.ownNames.contains) ?? false }
                    }
            }
            if export.meetings[i].events.count != events { isChanged = true }
            if export.meetings[i].topic != nil { mask(&export.meetings[i].topic!) }
        }
        return isChanged ? export : nil
    }
}
