import DelimitedText

/// What the rows of a file say of whom, when its columns cannot be told: a school's file that cannot be used accuses
/// nobody.
struct UnusableTable {
    /// The cells of each row that holds something; `nil` when the file cannot be read at all.
    private let rows: [[String]]?
    private let finder: PupilFinder
    private let names: PupilNames
    private let classes: KnownClasses

    init(_ file: RosterFile, _ finder: PupilFinder, _ names: PupilNames, _ classes: KnownClasses) {
        (self.finder, self.names, self.classes) = (finder, names, classes)
        rows = UnusableTable.rows(of: file)
    }

    private static func rows(of file: RosterFile) -> [[String]]? {
        var said: [Problem] = []
        guard let text = try? decodeRoster(file.bytes, file: file.name, problems: &said) else { return nil }
        let readings = Array(",;\t|".utf8).map { records(in: text.bytes, delimiter: $0, limits: ReadingLimits()) }
        let best = readings.max { cells($0.records) < cells($1.records) }
        guard let best, best.damage.isEmpty else { return nil }
        let rows = best.records.filter { !$0.isBlank }.map { $0.texts.map { tidied($0) } }
        return rows.isEmpty ? nil : rows
    }

    private static func cells(_ records: [Record]) -> Int { records.prefix(20).reduce(0) { $0 + $1.count } }

    /// Whom the file might have spoken of.
    func doubts(_ file: SchoolFile, called name: String) -> [RecordDoubt] {
        let everybody = [RecordDoubt(file: name)]
        guard let rows else { return file.maySpeakOfEverybody ? everybody : [] }
        // The first row is a header if nobody is named in it.
        let body = rows.first.map { pupils(in: $0).isEmpty } == true ? rows.dropFirst() : rows[...]
        return body.flatMap { row -> [RecordDoubt] in
            if file == .approvals, !row.contains(where: { kindKey($0) == Approval.Kind.alternative.rawValue }) {
                return []
            }
            let found =
                pupils(in: row).map { RecordDoubt(file: name, pupil: $0) }
                + (file == .approvals ? classes(in: row).map { RecordDoubt(file: name, classCode: $0) } : [])
            return found.isEmpty && file.maySpeakOfEverybody ? everybody : found
        }
    }

    private func pupils(in row: [String]) -> [Pupil.Index] {
        row.compactMap { cell in
            if case .one(let pupil) = finder.find(cell) { return pupil }
            if case .one(let pupil) = names.find(cell, group: nil) { return pupil }
            return nil
        }
    }

    private func classes(in row: [String]) -> [ClassCode] {
        row.map { ClassCode($0) }.filter(classes.has)
    }
}

extension SchoolFile {
    /// A file that may excuse any pupil; names that were settled speak of those who are named only.
    fileprivate var maySpeakOfEverybody: Bool { self == .absences || self == .approvals }

    /// A name under which people save this file when they mean it: `Absences.csv`, `absences.csv.csv`, `absences
    /// (1).csv`, `absences.xls`.
    func isMeant(by name: String) -> Bool {
        var parts = name.lowercased().split(separator: ".")
        let endings: Set<Substring> = ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"]
        guard parts.count > 1, let last = parts.last, endings.contains(last) else { return false }
        while let last = parts.last, endings.contains(last) { parts.removeLast() }
        let words = Header(parts.joined(separator: " ")).words.filter {
            !["copy", "of", "new"].contains($0) && Int($0) == nil
        }
        let key = words.joined()
        return key == stem || key + "s" == stem
    }
}

/// A cell that a spreadsheet has spoilt: nobody can tell whom it meant.
func isSpoiltID(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        || text.utf8.first == .numberSign || isShortened(text)
}
