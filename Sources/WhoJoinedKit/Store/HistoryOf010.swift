import Foundation
import GRDB
import HostSystem

/// What a history of whojoined 0.1.0 holds. It had one record of a coding of its own for each day and kind; this reads
/// them once and is the last that knows it.
struct HistoryOf010 {
    /// `user_version` of such a file.
    static let formVersion = 3

    private(set) var exports: [StoredExport] = []
    private(set) var stays: [StoredStays] = []
    private(set) var sessions: [StoredSession] = []
    private(set) var messages: [StoredMessage] = []

    init(_ db: Database) throws {
        guard try String.fetchAll(db, sql: "PRAGMA quick_check") == ["ok"] else { throw DamagedRecord() }
        let sheets = try OldSheet.all(db)
        let counts = [sheets.count, try Int.fetchOne(db, sql: "SELECT count(*) FROM message") ?? 0]
        let tally = try Row.fetchOne(db, sql: "SELECT sheets, messages FROM tally WHERE id = 1")
        guard let tally, try (0...1).map({ try tally.value($0) as Int }) == counts else { throw DamagedRecord() }
        for sheet in sheets where sheet.kind == "exports" {
            exports += try sheet.list(StoredExport.init(from010:))
        }
        for sheet in sheets where sheet.kind == "stays" { stays += try sheet.list(StoredStays.init(from010:)) }
        let findings = Dictionary(
            sheets.filter { $0.kind == "findings" }.map { ($0.day, $0) }, uniquingKeysWith: { a, _ in a })
        for sheet in sheets where sheet.kind == "sessions" {
            guard let ofDay = findings[sheet.day] else { throw DamagedRecord() }
            sessions += try HistoryOf010.sessions(sheet, ofDay)
        }
        messages = try HistoryOf010.messages(db)
    }

    private static func sessions(_ sheet: OldSheet, _ findings: OldSheet) throws -> [StoredSession] {
        let sessions = try sheet.list { (from: inout OldDecoder) throws(DamagedRecord) in
            var past = try PastSession(record010: try from.raw())
            past.exports = try from.list(ExportID.init(from010:))
            return past
        }
        let findings = try findings.list { (from: inout OldDecoder) throws(DamagedRecord) in
            try StoredFinding.list(record010: try from.raw())
        }
        guard sessions.count == findings.count else { throw DamagedRecord() }
        return zip(sessions, findings).map { StoredSession(past: $0, findings: $1) }
    }

    private static func messages(_ db: Database) throws -> [StoredMessage] {
        try Row.fetchAll(db, sql: "SELECT id, week, recipient, state, at, sum FROM message").map { row in
            let texts: [String] = try (0...3).map { try row.value($0) }
            guard let state = Outbox.State(rawValue: texts[3]) else { throw DamagedRecord() }
            let message = StoredMessage(
                id: texts[0], week: texts[1], recipient: texts[2], state: state, at: try row.value(4))
            var sum = OldSum()
            for text in texts { sum.add(text) }
            sum.add(message.at)
            guard try row.value(5) == sum.number else { throw DamagedRecord() }
            return message
        }
    }

    /// Lays all of it into new tables.
    func put(into db: Database) throws {
        let words = try WordCache(db)
        let (exportRows, readingRows) = (ExportRows(db: db, words: words), ReadingRows(db: db, words: words))
        var numbers: [ExportID: Int] = [:]
        for (number, export) in exports.enumerated() {
            numbers[export.id] = number + 1
            try exportRows.put(export, number: number + 1)
        }
        for stays in stays {
            guard let number = numbers[stays.id] else { throw DamagedRecord() }
            try readingRows.put(stays, number: number)
        }
        let sessionRows = SessionRows(db: db, words: words)
        for (number, session) in sessions.enumerated() {
            let links = try session.past.exports.map { id in
                if let known = numbers[id] { return known }
                let number = numbers.count + 1
                numbers[id] = number
                try exportRows.putName(id, number: number)
                return number
            }
            try sessionRows.put(session, number: number + 1, report: nil, people: nil, exports: links)
        }
        for message in messages { try message.insert(db) }
    }
}

/// The checksum of a row (FNV-1a).
private struct OldSum {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ text: String) { for byte in Array(text.utf8) + [0xFF] { add(byte: byte) } }

    mutating func add(_ number: Int) {
        for position in 0..<8 { add(byte: UInt8(truncatingIfNeeded: number >> (8 * position))) }
    }

    var number: Int { Int(Int64(bitPattern: value)) }
}

/// A record of one day and kind.
private struct OldSheet {
    let kind: String
    let day: Int
    private let entries: Int
    private let record: [UInt8]

    static func all(_ db: Database) throws -> [OldSheet] {
        try Row.fetchAll(db, sql: "SELECT kind, day, last_day, entries, sum, head_sum, record FROM sheet").map {
            try OldSheet($0)
        }.sorted { $0.day < $1.day }
    }

    private init(_ row: Row) throws {
        (kind, day, entries) = (try row.value(0), try row.value(1), try row.value(3))
        record = Array(try row.value(6) as Data)
        let sum: Int = try row.value(4)
        var head = OldSum()
        head.add(kind)
        for number in [day, try row.value(2), entries, sum] { head.add(number) }
        guard sum == Int(Int64(bitPattern: checksum(record))), try row.value(5) == head.number else {
            throw DamagedRecord()
        }
    }

    func list<Entry>(_ one: (inout OldDecoder) throws(DamagedRecord) -> Entry) throws(DamagedRecord) -> [Entry] {
        var from = OldDecoder(record[...])
        let entries = try from.list(one)
        guard entries.count == self.entries, from.isAtEnd else { throw DamagedRecord() }
        return entries
    }
}

/// Reads the coding; anything else is an error, never a trap.
private struct OldDecoder {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var shared: [String] = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    var isAtEnd: Bool { at == bytes.endIndex }

    mutating func number() throws(DamagedRecord) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard at < bytes.endIndex, shift < 64 else { throw DamagedRecord() }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & .delete) << shift
            if byte < .beyondASCII { break }
            shift += 7
        }
        return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
    }

    mutating func text() throws(DamagedRecord) -> String {
        let raw = try raw()
        do { return String(copying: try UTF8Span(validating: raw.span)) } catch { throw DamagedRecord() }
    }

    mutating func sharedText() throws(DamagedRecord) -> String {
        let position = try number()
        if position == 0 {
            shared.append(try text())
            return shared[shared.count - 1]
        }
        guard shared.indices.contains(position - 1) else { throw DamagedRecord() }
        return shared[position - 1]
    }

    mutating func address() throws(DamagedRecord) -> String? { try flag() ? text() + sharedText() : nil }

    mutating func raw() throws(DamagedRecord) -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - at else { throw DamagedRecord() }
        defer { at += count }
        return bytes[at..<at + count]
    }

    mutating func flag() throws(DamagedRecord) -> Bool {
        guard at < bytes.endIndex, bytes[at] < 2 else { throw DamagedRecord() }
        defer { at += 1 }
        return bytes[at] == 1
    }

    mutating func optionalNumber() throws(DamagedRecord) -> Int? { try flag() ? number() : nil }
    mutating func optionalText() throws(DamagedRecord) -> String? { try flag() ? text() : nil }
    mutating func optionalMoment() throws(DamagedRecord) -> Instant? {
        try optionalNumber().map { Instant(seconds: $0) }
    }

    mutating func list<Element>(_ one: (inout OldDecoder) throws(DamagedRecord) -> Element) throws(DamagedRecord)
        -> [Element]
    {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - at else { throw DamagedRecord() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try one(&self)) }
        return list
    }

    /// A value of an enumeration, whose word may have come before.
    mutating func value<Value: RawRepresentable<String>>() throws(DamagedRecord) -> Value {
        try valueNamed(try sharedText())
    }

    /// A value of an enumeration, as a word of its own.
    mutating func unsharedValue<Value: RawRepresentable<String>>() throws(DamagedRecord) -> Value {
        try valueNamed(try text())
    }

    private func valueNamed<Value: RawRepresentable<String>>(_ name: String) throws(DamagedRecord) -> Value {
        guard let value = Value(rawValue: name) else { throw DamagedRecord() }
        return value
    }
}

extension ExportID {
    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        self.init(name: try from.text(), sha256: try from.text())
    }
}

extension StoredExport {
    fileprivate convenience init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        self.init(
            name: try from.text(), sha256: try from.text(),
            stamp: FileStamp(size: try from.number(), modified: try from.number(), changed: try from.number()),
            basis: try from.sharedText(), days: try dayRange(try from.optionalNumber(), try from.optionalNumber()),
            tally: RowTally(used: try from.number(), flagged: try from.number(), rejected: try from.number()),
            problems: try Problem.list(record010: try from.raw()),
            siblingOrders: try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
                SiblingOrder(host: try from.sharedText(), order: try from.value())
            }, hasStays: try from.flag())
    }
}

private func dayRange(_ first: Int?, _ last: Int?) throws(DamagedRecord) -> ClosedRange<Day>? {
    guard let first, let last else { return nil }
    guard first <= last else { throw DamagedRecord() }
    return Day(number: first)...Day(number: last)
}

extension Problem {
    fileprivate static func list(record010 record: ArraySlice<UInt8>) throws(DamagedRecord) -> [Problem] {
        var from = OldDecoder(record)
        return try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
            let (file, line, severity): (String, Int?, Severity) = (
                try from.text(), try from.optionalNumber(), try from.unsharedValue()
            )
            return Problem(
                file, line: line, code: try from.text(), try from.text(), fix: try from.text(), severity: severity)
        }
    }
}

extension StoredStays {
    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        let id = try ExportID(from010: &from)
        guard let days = try dayRange(try from.number(), try from.number()) else { throw DamagedRecord() }
        self.init(id, days, try MeetingExport(record010: try from.raw()))
    }
}

extension MeetingExport {
    fileprivate init(record010 record: ArraySlice<UInt8>) throws(DamagedRecord) {
        var from = OldDecoder(record)
        guard try from.number() == 3 else { throw DamagedRecord() }
        self.init(
            file: try from.text(), platform: try from.value(), variant: try from.text(),
            dates: DateDecision(
                order: try from.value(), isAmbiguous: try from.flag(), isWeak: try from.flag(),
                decidedBy: try from.text()),
            abilities: ExportAbilities(
                times: try from.flag(), camera: try from.flag(), waitingRoom: try from.flag(), consent: try from.flag(),
                external: try from.flag()),
            meetings: try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
                try Meeting(from010: &from)
            })
        rowsRead = try from.number()
        rowsRejected = try from.number()
        rowsWithoutStay = try from.number()
        isComplete = try from.flag()
        warnings = try from.list { (from: inout OldDecoder) throws(DamagedRecord) in try from.text() }
        lastMoment = try from.optionalMoment()
    }
}

extension Meeting {
    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        self.init(
            id: try from.optionalText(), topic: try from.optionalText(), start: try from.optionalMoment(),
            end: try from.optionalMoment())
        zoneOffsetMinutes = try from.optionalNumber()
        hostEmail = try from.optionalText()
        isIDFromFileName = try from.flag()
        participants = try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
            try Participant(from010: &from)
        }
        notAttended = try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
            (displayName: DisplayName(try from.text()), email: try from.optionalText())
        }
    }
}

extension Participant {
    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        self.init(
            displayName: DisplayName(try from.text()), originalName: try from.optionalText().map { DisplayName($0) },
            email: try from.address(), isPhone: try from.flag(),
            stays: try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
                try Stay(from010: &from)
            })
    }
}

extension Stay {
    /// In this order they were numbered.
    private static let cameras: [Camera] = [.unknown, .on, .off]
    private static let answers: [Bool?] = [nil, true, false]
    private static let roles: [Role?] = [nil, .organizer, .presenter, .attendee]

    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        var flags = try from.number()
        func take(_ bits: Int) -> Int {
            defer { flags >>= bits }
            return flags & (1 << bits - 1)
        }
        func value<Value>(of all: [Value], _ position: Int) throws(DamagedRecord) -> Value {
            guard position < all.count else { throw DamagedRecord() }
            return all[position]
        }
        // From the end.
        let (hasOffset, hasCamera, hasShown, hasLength, hasJoined) = (
            take(1) == 1, take(1) == 1, take(1) == 1, take(1) == 1, take(1) == 1
        )
        let (isApproximate, hasConsented) = (take(1) == 1, take(1) == 1)
        let (role, waiting, external, camera) = (take(2), take(2), take(2), take(2))
        let joined = hasJoined ? Instant(seconds: try from.number()) : nil
        let length = hasLength ? try from.number() : nil
        self.init(
            joined: joined, left: length.map { (joined ?? Instant(seconds: 0)) + $0 },
            shownSeconds: hasShown ? try from.number() : nil,
            cameraSeconds: hasCamera ? try from.number() : nil, camera: try value(of: Stay.cameras, camera),
            isExternal: try value(of: Stay.answers, external), isWaitingRoom: try value(of: Stay.answers, waiting),
            hasConsented: hasConsented,
            isJoinApproximate: isApproximate, role: try value(of: Stay.roles, role),
            zoneOffsetMinutes: hasOffset ? try from.number() : nil,
            line: try from.number())
    }
}

extension PastSession {
    fileprivate init(record010 record: ArraySlice<UInt8>) throws(DamagedRecord) {
        var from = OldDecoder(record)
        guard try from.number() == 2 else { throw DamagedRecord() }
        let key = try from.text()
        let day = Day(number: try from.number())
        let start = Instant(seconds: try from.number())
        let classText = try from.text()
        let kind: SessionKind = try from.value()
        let isScheduled = try from.flag()
        let statuses = try PupilStatuses(from010: &from)
        let numbers = (joined: try from.number(), expected: try from.number(), unsettled: try from.number())
        let counts = try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
            let rule: RuleID = try from.value()
            return (rule, try from.number())
        }
        self.init(
            key: key, day: day, start: start, classText: classText, kind: kind, isScheduled: isScheduled,
            statuses: statuses, joined: numbers.joined, expected: numbers.expected,
            unsettled: numbers.unsettled, counts: Dictionary(counts, uniquingKeysWith: { a, _ in a }))
    }
}

extension PupilStatuses {
    /// In this order they were numbered.
    private static let codes: [PupilStatus] = [.joined, .nonJoiner, .possible, .excused, .noData]

    fileprivate init(from010 from: inout OldDecoder) throws(DamagedRecord) {
        var roll = OldDecoder(try from.raw())
        let ids = try roll.list { (from: inout OldDecoder) throws(DamagedRecord) in PupilID(try from.text()) }
        guard zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) else { throw DamagedRecord() }
        let codes = Array(try from.raw())
        guard codes.count == ids.count, codes.allSatisfy({ PupilStatuses.codes.indices.contains(Int($0)) }) else {
            throw DamagedRecord()
        }
        self.init(roll: Roll(ids), values: codes.map { PupilStatuses.codes[Int($0)] })
    }
}

extension StoredFinding {
    fileprivate static func list(record010 record: ArraySlice<UInt8>) throws(DamagedRecord) -> [StoredFinding] {
        var from = OldDecoder(record)
        guard try from.number() == -3 else { throw DamagedRecord() }
        var last: (rule: RuleID, severity: Severity)?
        return try from.list { (from: inout OldDecoder) throws(DamagedRecord) in
            if try from.flag() == false { last = (try from.unsharedValue(), try from.unsharedValue()) }
            guard let last else { throw DamagedRecord() }
            let pupil = try from.text()
            return StoredFinding(
                rule: last.rule, severity: last.severity, subject: pupil.isEmpty ? .session : .pupil,
                person: pupil.isEmpty ? nil : StoredPerson(pupil: PupilID(pupil)), name: storedCell(try from.text()),
                from: try from.optionalMoment(), to: try from.optionalMoment(), detail: storedCell(try from.text()))
        }
    }
}
