import ASCII

/// One row of delimited text: its fields as ranges of `bytes`, and where it stands in the file.
///
/// The reader fills one record again and again, so a caller that keeps a value makes a `String` of it
/// (`text(at:)`); everything else compares bytes in place.
package struct Record: Sendable {
    /// The fields' bytes behind one another, quotes removed, valid UTF-8.
    package internal(set) var bytes: [UInt8] = []
    var fields: [Range<Int>] = []
    /// The physical line where the record starts, from 1.
    package internal(set) var line: Int

    package init(line: Int = 0) { self.line = line }

    /// How many fields the row has; rows of one file may differ.
    package var count: Int { fields.count }

    /// The bytes of a field; empty for a column that this row does not have.
    package func range(at column: Int) -> Range<Int> { fields.indices.contains(column) ? fields[column] : 0..<0 }

    package func isEmpty(at column: Int) -> Bool { range(at: column).isEmpty }

    /// The field as text, as written (libcsv has dropped the blanks around an unquoted one).
    package func text(at column: Int) -> String {
        String(decoding: bytes[range(at: column)], as: UTF8.self)
    }

    /// All fields as text, for headers and for tables that are read once.
    package var texts: [String] { (0..<count).map(text(at:)) }

    /// True when every field is empty or holds blanks only (a line that Excel has padded with separators).
    package var isBlank: Bool { fields.allSatisfy { bytes[$0].allSatisfy { $0 == .space || $0 == .tab } } }

    /// Adds a field behind those that are there.
    package mutating func append(_ field: [UInt8]) {
        fields.append(bytes.count..<bytes.count + field.count)
        bytes.append(contentsOf: field)
    }

    mutating func clear(line: Int) {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        self.line = line
    }
}

/// Why a line is no record. The line itself is given beside it, never its text.
package enum LineDamage: String, Sendable, Hashable, Error {
    case misplacedQuote
    case unterminatedQuote
    case lineTooLong
    case fieldTooLong
    case nulByte
    case notUTF8
    case outOfMemory
}

/// The limits of reading. The defaults fit every export and roster that schools have.
package struct ReadingLimits: Sendable {
    /// Bytes of one field. 64 KiB: a display name or a cell of classes never comes near.
    package var field = 65_536
    /// Bytes of one physical line.
    package var line = 1_048_576
    /// How many lines one quoted cell may go over; 1 = a cell ends on its line.
    package var linesOfACell = 1

    package init(field: Int = 65_536, line: Int = 1_048_576, linesOfACell: Int = 1) {
        self.field = field
        self.line = line
        self.linesOfACell = linesOfACell
    }
}
