import HostSystem

/// An export as the history knows it: whether its file has changed, and what came of it. By reference, for a term of
/// them is passed on.
final class StoredExport: Sendable {
    /// Relative to the inbox.
    let name: String
    let sha256: String
    let stamp: FileStamp
    /// Digest of everything else that the result depends on: roster, timetable, decisions, settings, options, version.
    let basis: String
    /// The days on which it shows somebody; `nil`: none.
    let days: ClosedRange<Day>?
    let tally: RowTally
    let problems: [Problem]
    /// What it tells of the dates of its host's other exports.
    let siblingOrders: [SiblingOrder]
    /// The history has its rows too: `StoredStays`.
    let hasStays: Bool

    var id: ExportID { ExportID(name: name, sha256: sha256) }
    /// The day of its day record.
    var day: Int { days?.lowerBound.number ?? 0 }

    init(
        name: String, sha256: String, stamp: FileStamp, basis: String, days: ClosedRange<Day>?, tally: RowTally,
        problems: [Problem],
        siblingOrders: [SiblingOrder] = [], hasStays: Bool = false
    ) {
        (self.name, self.sha256, self.stamp, self.basis) = (name, sha256, stamp, basis)
        (self.days, self.tally, self.problems, self.siblingOrders) = (days, tally, problems, siblingOrders)
        self.hasStays = hasStays
    }

    /// The same of an export whose rows are kept, or are not.
    func keepingStays(_ hasStays: Bool) -> StoredExport {
        if hasStays == self.hasStays { return self }
        return StoredExport(
            name: name, sha256: sha256, stamp: stamp, basis: basis, days: days, tally: tally, problems: problems,
            siblingOrders: siblingOrders,
            hasStays: hasStays)
    }

    /// Nothing but its rows may have come or gone.
    func tellsTheSame(as other: StoredExport) -> Bool {
        name == other.name && sha256 == other.sha256 && stamp == other.stamp && basis == other.basis
            && days == other.days
            && tally == other.tally && problems == other.problems && siblingOrders == other.siblingOrders
    }

    // MARK: Form

    static func dayRecord(_ exports: [StoredExport], of day: Int) -> DayRecord {
        .list(.exports, day: day, exports.sorted { $0.id < $1.id }) { $1.encode(to: &$0) }
    }

    /// All exports by the days of their day records; with an empty day record for each of `days` that none is of.
    static func byDay(_ exports: [StoredExport], and days: some Sequence<Int>) -> [(day: Int, exports: [StoredExport])]
    {
        var byDay = Dictionary(days.map { ($0, [StoredExport]()) }, uniquingKeysWith: { a, _ in a })
        for export in exports { byDay[export.day, default: []].append(export) }
        return byDay.map { ($0, $1) }
    }

    private func encode(to: inout RecordEncoder) {
        id.put(in: &to)
        for number in [stamp.size, stamp.modified, stamp.changed] { to.put(number) }
        to.put(shared: basis)
        to.put(days?.lowerBound.number)
        to.put(days?.upperBound.number)
        for number in [tally.used, tally.flagged, tally.rejected] { to.put(number) }
        to.put(raw: Problem.record(problems)[...])
        to.put(siblingOrders) {
            $0.put(shared: $1.host)
            $0.put(shared: $1.order.rawValue)
        }
        to.put(hasStays)
    }

    convenience init(from: inout RecordDecoder) throws(DamagedRecord) {
        self.init(
            name: try from.text(), sha256: try from.text(),
            stamp: FileStamp(size: try from.number(), modified: try from.number(), changed: try from.number()),
            basis: try from.sharedText(),
            days: try StoredExport.days(try from.optionalNumber(), try from.optionalNumber()),
            tally: RowTally(used: try from.number(), flagged: try from.number(), rejected: try from.number()),
            problems: try Problem.problems(record: try from.raw()),
            siblingOrders: try SiblingOrder.list(&from), hasStays: try from.flag())
    }

    static func days(_ first: Int?, _ last: Int?) throws(DamagedRecord) -> ClosedRange<Day>? {
        guard let first, let last else { return nil }
        guard first <= last else { throw DamagedRecord() }
        return Day(number: first)...Day(number: last)
    }
}

extension History {
    func exports() throws(StoreError) -> [StoredExport] {
        let dayRecords = try dayRecords([.exports])
        return try decoding { () throws(DamagedRecord) in
            var exports: [StoredExport] = []
            for dayRecord in dayRecords { exports += try dayRecord.list(StoredExport.init(from:)) }
            return exports
        }
    }

    /// The day records of exports and of their rows as they are without these.
    func dayRecords(without gone: Set<ExportID>) throws(StoreError) -> [DayRecord] {
        if gone.isEmpty { return [] }
        let dayRecords = try dayRecords([.exports, .stays])
        return try decoding { () throws(DamagedRecord) in
            try dayRecords.map { dayRecord throws(DamagedRecord) in
                if dayRecord.head.kind == .exports {
                    return StoredExport.dayRecord(
                        try dayRecord.list(StoredExport.init(from:)).filter { !gone.contains($0.id) },
                        of: dayRecord.head.day)
                }
                return StoredStays.dayRecord(
                    try dayRecord.list(StoredStays.init(from:)).filter { !gone.contains($0.id) }, of: dayRecord.head.day
                )
            }
        }
    }
}

extension SiblingOrder {
    static func list(_ from: inout RecordDecoder) throws(DamagedRecord) -> [SiblingOrder] {
        try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            SiblingOrder(host: try from.sharedText(), order: try from.value())
        }
    }
}

extension Problem {
    fileprivate static func record(_ problems: [Problem]) -> [UInt8] {
        var to = RecordEncoder()
        to.put(problems) {
            $0.put($1.file)
            $0.put($1.line)
            $0.put($1.severity.rawValue)
            $0.put($1.code)
            $0.put($1.what)
            $0.put($1.fix)
        }
        return to.bytes
    }

    static func problems(record: ArraySlice<UInt8>) throws(DamagedRecord) -> [Problem] {
        var from = RecordDecoder(record)
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let (file, line, severity): (String, Int?, Severity) = (
                try from.text(), try from.optionalNumber(), try from.unsharedValue()
            )
            return Problem(
                file, line: line, code: try from.text(), try from.text(), fix: try from.text(), severity: severity)
        }
    }
}
