import GRDB

/// Brings the rows of exports up to date.
struct ExportUpdate {
    private let db: Database
    private let rows: ExportRows
    private let readings: ReadingRows
    private var numbers: [ExportID: Int] = [:]
    private var next = 1
    /// Words may be in use no longer.
    var hasRemoved = false

    init(db: Database, words: WordCache) {
        self.db = db
        rows = ExportRows(db: db, words: words)
        readings = ReadingRows(db: db, words: words)
    }

    /// - Parameters:
    ///   - exports: all that are known from now on.
    ///   - stays: the rows of some of these.
    ///   - old: all that were known before.
    mutating func put(_ exports: [StoredExport], _ stays: [StoredStays], inPlaceOf old: [StoredExport]) throws {
        numbers = try rows.numbers()
        next = (numbers.values.max() ?? 0) + 1
        let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        for export in exports {
            let known = before[export.id]
            if known.map({ $0 === export || $0.tellsTheSame(as: export) }) != true {
                try rows.put(export, number: number(of: export.id))
            }
            if known?.hasStays == true, !export.hasStays { try removeRows(of: export.id) }
        }
        let present = Set(exports.map(\.id))
        for export in old where !present.contains(export.id) {
            hasRemoved = true
            try rows.remove(number(of: export.id))
        }
        try put(stays)
    }

    private mutating func removeRows(of id: ExportID) throws {
        hasRemoved = true
        try readings.remove(number(of: id))
    }

    private mutating func put(_ stays: [StoredStays]) throws {
        let known = Dictionary(
            try Row.fetchAll(db, sql: "SELECT export, sum FROM reading").map {
                (try $0.value(0) as Int, try $0.value(1) as Int)
            }, uniquingKeysWith: { a, _ in a })
        for stays in stays {
            let number = number(of: stays.id)
            if known[number] == stays.sum { continue }
            if known[number] != nil { hasRemoved = true }
            try readings.put(stays, number: number)
        }
    }

    private mutating func number(of id: ExportID) -> Int {
        if let number = numbers[id] { return number }
        defer { next += 1 }
        numbers[id] = next
        return next
    }

    /// The numbers of these; of those that are not known no more than the names are kept.
    mutating func numbers(of ids: [ExportID]) throws -> [Int] {
        try ids.map { id in
            if let known = numbers[id] { return known }
            let number = number(of: id)
            try rows.putName(id, number: number)
            return number
        }
    }
}
