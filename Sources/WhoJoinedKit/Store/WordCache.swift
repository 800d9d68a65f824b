import GRDB

/// The words and names that other tables refer to by number, while a history is read or written.
final class WordCache {
    private let db: Database
    private var numbers: [ExactText: Int] = [:]
    private var texts: [Int: String] = [:]
    private var people: [StoredPerson: Int] = [:]
    private var peopleByNumber: [Int: StoredPerson] = [:]
    private var nextText = 1
    private var nextPerson = 1
    private let textRow: RowWriter
    private let personRow: RowWriter

    private static let texts = RowTable("text", ["id", "text"])
    private static let people = RowTable("person", ["id", "kind", "code", "printed", "name"])

    init(_ db: Database) throws {
        self.db = db
        textRow = try RowWriter(db, WordCache.texts)
        personRow = try RowWriter(db, WordCache.people)
        let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM text")
        while let row = try rows.next() {
            let (number, text): (Int, String) = (try row.value(0), try row.value(1))
            texts[number] = text
            numbers[ExactText(text)] = number
            nextText = max(nextText, number + 1)
        }
        let known = try Row.fetchCursor(db, sql: "SELECT id, kind, code, printed, name FROM person")
        while let row = try known.next() {
            let number: Int = try row.value(0)
            let person = StoredPerson(
                kind: try row.word(1), code: try row.value(2), printed: try row.value(3), name: try row.value(4))
            peopleByNumber[number] = person
            people[person] = number
            nextPerson = max(nextPerson, number + 1)
        }
    }

    // MARK: Reading

    func text(_ number: Int) throws(DamagedRecord) -> String {
        guard let text = texts[number] else { throw DamagedRecord() }
        return text
    }

    func text(_ row: Row, _ column: Int) throws -> String { try text(try row.value(column)) }

    func optionalText(_ row: Row, _ column: Int) throws -> String? {
        try (row.value(column) as Int?).map { number throws(DamagedRecord) in try text(number) }
    }

    func value<Value: RawRepresentable<String>>(_ row: Row, _ column: Int) throws -> Value {
        guard let value = Value(rawValue: try text(row, column)) else { throw DamagedRecord() }
        return value
    }

    func optionalValue<Value: RawRepresentable<String>>(_ row: Row, _ column: Int) throws -> Value? {
        guard let text = try optionalText(row, column) else { return nil }
        guard let value = Value(rawValue: text) else { throw DamagedRecord() }
        return value
    }

    func person(_ number: Int) throws(DamagedRecord) -> StoredPerson {
        guard let person = peopleByNumber[number] else { throw DamagedRecord() }
        return person
    }

    func optionalPerson(_ row: Row, _ column: Int) throws -> StoredPerson? {
        try (row.value(column) as Int?).map { number throws(DamagedRecord) in try person(number) }
    }

    // MARK: Writing

    func number(of text: String) throws -> Int {
        if let number = numbers[ExactText(text)] { return number }
        let number = nextText
        nextText += 1
        try textRow.write(number, text.storable)
        numbers[ExactText(text)] = number
        texts[number] = text
        return number
    }

    func optionalNumber(of text: String?) throws -> Int? { try text.map(number) }

    func number(of person: StoredPerson) throws -> Int {
        if let number = people[person] { return number }
        let number = nextPerson
        nextPerson += 1
        try personRow.write(
            number, person.kind.rawValue, person.code.storable, person.printed.storable, person.name.storable)
        people[person] = number
        peopleByNumber[number] = person
        return number
    }
}

extension Row {
    /// A row of a damaged file may hold anything; GRDB's subscripts would end the program over it.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
        try decode(atIndex: column)
    }

    func word<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
        guard let value = Value(rawValue: try value(column)) else { throw DamagedRecord() }
        return value
    }

    func flag(_ column: Int) throws -> Bool {
        let number: Int = try value(column)
        guard number == 0 || number == 1 else { throw DamagedRecord() }
        return number == 1
    }

    func optionalFlag(_ column: Int) throws -> Bool? { try (value(column) as Int?) == nil ? nil : flag(column) }

    func moment(_ column: Int) throws -> Instant? { try (value(column) as Int?).map { Instant(seconds: $0) } }

    func day(_ column: Int) throws -> Day {
        guard let day = Day(iso: try value(column)) else { throw DamagedRecord() }
        return day
    }

    func optionalDay(_ column: Int) throws -> Day? { try (value(column) as String?) == nil ? nil : day(column) }
}
