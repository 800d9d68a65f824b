/// The rows of an export as they were read.
struct StoredStays: Sendable {
    let id: ExportID
    let days: ClosedRange<Day>
    /// `MeetingExport.record`
    let record: ArraySlice<UInt8>

    var day: Int { days.lowerBound.number }

    static func dayRecord(_ stays: [StoredStays], of day: Int) -> DayRecord {
        .list(.stays, day: day, lastDay: stays.map(\.days.upperBound.number).max(), stays.sorted { $0.id < $1.id }) {
            $1.id.put(in: &$0)
            $0.put($1.days.lowerBound.number)
            $0.put($1.days.upperBound.number)
            $0.put(raw: $1.record)
        }
    }

    init(_ id: ExportID, _ days: ClosedRange<Day>, _ record: ArraySlice<UInt8>) {
        (self.id, self.days, self.record) = (id, days, record)
    }

    init(from: inout RecordDecoder) throws(DamagedRecord) {
        let id = try ExportID(from: &from)
        guard let days = try StoredExport.days(try from.number(), try from.number()) else { throw DamagedRecord() }
        self.init(id, days, try from.raw())
    }
}

extension History {
    /// Every stored export that shows somebody in these days, as it was read, by name and content.
    /// - Parameter skipped: exports whose rows nobody needs.
    func stays(
        in days: ClosedRange<Day>, besides skipped: (ExportID) -> Bool = { _ in false }
    ) throws(StoreError) -> [(id: ExportID, export: MeetingExport)] {
        let dayRecords = try dayRecords([.stays], in: days)
        return try decoding { () throws(DamagedRecord) in
            var found: [(id: ExportID, export: MeetingExport)] = []
            for dayRecord in dayRecords {
                for stays in try dayRecord.list(StoredStays.init(from:))
                where stays.days.overlaps(days) && !skipped(stays.id) {
                    found.append((stays.id, try MeetingExport(record: stays.record)))
                }
            }
            return found.sorted { $0.id < $1.id }
        }
    }
}
