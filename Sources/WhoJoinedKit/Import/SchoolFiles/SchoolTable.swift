import DelimitedText

/// One of the school's own files: a small table with known columns, as people save it in Excel.
struct SchoolTable {
    struct Row {
        var line: Int
        fileprivate var row: RosterTable.Row
        fileprivate var places: Places

        /// The cell of the first of these columns that is filled; names as README.md writes them.
        subscript(_ columns: String...) -> String { self[places.column(columns)] }

        subscript(_ column: Column) -> String {
            for (place, isRaw) in column.places {
                let text = isRaw ? row.cells.text(at: place) : row.text(place)
                if !text.isEmpty { return unguarded(text) }
            }
            return ""
        }
    }

    /// Where a value stands: in the first of these cells that is filled. For files with a row for each session.
    struct Column {
        fileprivate var places: [(place: Int, isRaw: Bool)]
    }

    /// The columns that the file has.
    fileprivate struct Places {
        var byName: [String: Int] = [:]
        /// Those whose cells are kept as written.
        var raw: Set<String> = []

        func column(_ names: [String]) -> Column {
            Column(places: names.compactMap { name in byName[name].map { ($0, raw.contains(name)) } })
        }
    }

    let file: String
    private(set) var rows: [Row] = []
    private(set) var problems: [Problem] = []
    private(set) var columns: Set<String> = []
    /// False: nothing of the file is used, as its problem says.
    private(set) var isUsable = false
    private var places = Places()

    /// - Parameters:
    ///   - columns: all that the file may have.
    ///   - required: those that must be there; `A|B` means one of the two.
    ///   - raw: columns whose cells are kept as written (display names), not tidied.
    ///   - aliases: by column, the headings that stand for it where it is not there itself.
    init(
        _ bytes: [UInt8], file: String, columns: [String], required: [String], raw: Set<String> = [],
        aliases: [String: [String]] = [:]
    ) {
        self.file = file
        let known = Set((columns + aliases.values.flatMap { $0 }).map { Header($0).key })
        let table: RosterTable
        do throws(RosterRefusal) {
            table = try RosterTable(RosterFile(name: file, bytes: bytes)) { known.contains($0.key) ? $0.key : nil }
        } catch {
            problems.append(error.hasNoHeadings ? missing(required, line: 1) : error.problem)
            return
        }
        problems = table.problems
        let keys = SchoolTable.keys(of: table.headers, aliases)
        self.columns = Set(keys)
        let absent = required.filter { names in
            !names.split(separator: "|").contains { self.columns.contains(Header(String($0)).key) }
        }
        if !absent.isEmpty {
            problems.append(missing(absent, line: table.headerLine))
            return
        }
        if let double = Set(keys.filter { key in known.contains(key) && keys.count(where: { $0 == key }) > 1 }).sorted()
            .first
        {
            let name = table.headers.first { $0.key == double }?.written ?? double
            problems.append(
                Problem(
                    file, line: table.headerLine, code: "double-column",
                    "two columns are called \(name); nothing of this file is used", fix: "delete or rename one of them")
            )
            return
        }
        places.raw = raw
        for column in columns { places.byName[column] = keys.firstIndex(of: Header(column).key) }
        isUsable = true
        rows = table.rows.map { Row(line: $0.line, row: $0, places: places) }
    }

    /// The headings' keys, with each alias as the column that it stands for.
    private static func keys(of headers: [Header], _ aliases: [String: [String]]) -> [String] {
        var keys = headers.map(\.key)
        for (column, others) in aliases where !keys.contains(Header(column).key) {
            let found = others.lazy.compactMap { [keys] in keys.firstIndex(of: Header($0).key) }.first
            if let found { keys[found] = Header(column).key }
        }
        return keys
    }

    /// A column under one of these names, for `Row`.
    func column(_ names: String...) -> Column { places.column(names) }

    private func missing(_ columns: [String], line: Int) -> Problem {
        let names = columns.map { $0.split(separator: "|").joined(separator: " or ") }.joined(separator: ", ")
        return Problem(
            file, line: line, code: "missing-column", "no column \(names); nothing of this file is used",
            fix: "write the column names into the first row")
    }

    /// A row that cannot be used.
    mutating func refuse(_ row: Row, _ code: String, _ what: String, fix: String) {
        problems.append(Problem(file, line: row.line, code: code, what, fix: fix))
    }

    /// The tables of one file of the school's: of a workbook's sheets those that have the columns, and the first if
    /// none has them, so that it is said what is missing.
    static func tables(
        _ files: [RosterFile], columns: [String], required: [String], raw: Set<String> = [],
        aliases: [String: [String]] = [:]
    ) -> [SchoolTable] {
        let all = files.map {
            SchoolTable(
                $0.bytes, file: $0.name, columns: columns, required: required, raw: raw, aliases: aliases)
        }
        let sheets = all.filter(\.isSheet)
        let unused = Set(
            (sheets.contains(where: \.isUsable) ? sheets : Array(sheets.dropFirst())).filter { !$0.isUsable }.map(
                \.file))
        return all.map { table in
            if !unused.contains(table.file) { return table }
            var table = table
            table.problems = [
                Problem(
                    table.file, code: "missing-column", "this sheet has not the columns of the list and is not used",
                    fix: "write the column names into its first row if it belongs to the list", severity: .warning)
            ]
            return table
        }
    }

    private var isSheet: Bool { place(in: file, line: 1) != "\(file):1" }

    /// Leaves out the rows of which a file read before says something: the `.csv` wins over the workbook.
    mutating func keep(_ rows: [Row]) { self.rows = rows }

    func slashDates(_ columns: String...) -> SlashDates {
        let columns = columns.map { places.column([$0]) }.filter { !$0.places.isEmpty }
        return SlashDates(rows.lazy.flatMap { row in columns.lazy.map { row[$0] } })
    }
}

/// A time of day as people type it: `9:00`, `09.00`, `9:00 am`, `13:30:00`, `0900`.
func clockTime(_ text: String) -> ClockTime? {
    var digits = text.lowercased().utf8.filter { $0 != .space }.map { $0 == .fullStop ? .colon : $0 }
    var shift: Int?
    for (ending, hours) in [("am", 0), ("pm", 12), ("a:m:", 0), ("p:m:", 12)]
    where digits.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        shift = hours
        digits.removeLast(ending.utf8.count)
        break
    }
    if digits.count == 4, !digits.contains(.colon) { digits.insert(.colon, at: 2) }
    if shift != nil, !digits.contains(.colon) { digits += Array(":00".utf8) }
    guard let time = ClockTime(String(decoding: digits, as: UTF8.self)) else { return nil }
    guard let shift else { return time }
    let hour = time.seconds / 3600
    guard (1...12).contains(hour) else { return nil }
    return ClockTime(seconds: time.seconds % 3600 + (hour % 12 + shift) * 3600)
}

/// A date, or a date and a time: `17/11/2026`, `2026-11-17 12:00`, `2026-11-17T12:00`.
func dateAndTime(_ text: String, _ dates: SlashDates) -> (day: Day, time: ClockTime?)? {
    guard let day = dates.day(text) else { return nil }
    guard let colon = text.utf8.firstIndex(of: .colon) else { return (day, nil) }
    let front = text[..<colon].utf8.lastIndex { $0 == .space || $0 == UInt8(ascii: "T") || $0 == .comma }
    guard let front, let time = clockTime(String(text[text.utf8.index(after: front)...])) else { return nil }
    return (day, time)
}
