/// What the reader of a roster is told beside its files.
struct RosterReading: Sendable {
    /// The day for which "current", "left" and "future" are said; `nil` leaves it to who asks.
    var asOf: Day?
    /// `[roster.columns]`: canonical field = the school's own header.
    var columns: [String: String] = [:]
    /// For `inspect`: everything sorted, with notices.
    var isCanonical = true
}

/// One kind of roster: how it is recognised by content, and how it is read.
struct RosterLayout: Sendable {
    var name: String
    var recognises: @Sendable ([RosterFile]) -> Bool
    var read: @Sendable ([RosterFile], RosterReading) throws(RosterRefusal) -> RosterDocument
}

/// All layouts, most particular first. The header spellings of the flat ones are in `flatColumnMaps`.
let rosterLayouts: [RosterLayout] = [.oneRoster, .sdsV2, .sdsV1, .flat]

/// Reads the files of one roster: one CSV, or all of a folder or an archive.
func readRosterDocument(_ files: [RosterFile], _ reading: RosterReading) throws(RosterRefusal) -> RosterDocument {
    if files.isEmpty {
        throw RosterRefusal(
            code: .notText,
            problem: Problem(
                "roster", code: "not-text", "there is no table in it",
                fix: "save the list as CSV, or name an MIS export"))
    }
    guard let layout = rosterLayouts.first(where: { $0.recognises(files) }) else {
        throw noHeader(files.first?.name ?? "roster", line: 1)
    }
    var document = try layout.read(files, reading)
    if document.kind != "flat" { document.dropRepeatedPupils() }
    if reading.isCanonical { document.finish() } else { document.pupils.sort { $0.pupil.key < $1.pupil.key } }
    return document
}

/// The tables of an exchange format, whose columns have fixed names and whose files have fixed stems.
struct NamedTables {
    private(set) var tables: [String: RosterTable] = [:]

    /// - Parameter known: header keys that the format has; two of them make a header row. Files that hold no table are
    ///   left out.
    init(_ files: [RosterFile], known: Set<String>, into document: inout RosterDocument) {
        for file in files {
            do throws(RosterRefusal) {
                let table = try RosterTable(file) { known.contains($0.key) ? $0.key : nil }
                document.add(table)
                tables[file.stem] = table
            } catch {
                document.problems.append(error.problem)
            }
        }
    }

    subscript(_ stem: String) -> RosterTable? { tables[stem] }

    /// Each row of a file with its cells by column name.
    func rows(_ stem: String) -> [NamedRow] {
        guard let table = tables[stem] else { return [] }
        var places: [String: Int] = [:]
        for (i, header) in table.headers.enumerated() where places[header.key] == nil { places[header.key] = i }
        return table.rows.map { NamedRow(row: $0, places: places, file: table.name) }
    }
}

struct NamedRow {
    let row: RosterTable.Row
    fileprivate let places: [String: Int]
    let file: String
    var line: Int { row.line }

    fileprivate init(row: RosterTable.Row, places: [String: Int], file: String) {
        (self.row, self.places, self.file) = (row, places, file)
    }

    /// The cell of the first of these columns that is filled. Names are given without blanks, lower case.
    subscript(_ names: String...) -> String {
        for name in names {
            if let column = places[name] {
                let text = row.text(column)
                if !text.isEmpty { return text }
            }
        }
        return ""
    }

    func list(_ names: String...) -> [String] {
        for name in names {
            if let column = places[name] {
                let parts = row.text(column).split(separator: ",").map { tidied(String($0)) }.filter { !$0.isEmpty }
                if !parts.isEmpty { return parts }
            }
        }
        return []
    }
}
