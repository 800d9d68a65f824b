internal import CLibCSV
internal import Glibc

/// The start of a physical line.
package struct LineStart: Sendable, Hashable {
    /// Bytes in front of it.
    package var offset: Int
    /// Lines in front of it.
    package var lines: Int

    package init(offset: Int = 0, lines: Int = 0) {
        self.offset = offset
        self.lines = lines
    }
}

/// Reads delimited text with libcsv in strict mode, one physical line at a time.
///
/// libcsv knows no line numbers and drops blank lines, so lines are counted here. A damaged line costs only
/// itself: the parser is thrown away with it, because after an error libcsv goes on in mid-field.
///
/// - Parameters:
///   - bytes: UTF-8 without a byte order mark (`decodeText` makes it). LF, CRLF, CR or a missing last line end are all
///     fine.
///   - start: the line to begin with; lines are counted from the first of the text all the same.
///   - end: where to stop, as if the text ended there.
///   - delimiter: one byte: `,` `;` `|` or tab.
///   - limits: the longest field and line that are taken.
///   - onRecord: called for each line that is not blank, in file order. The record is reused: copy what you keep.
///   - onDamage: called with each physical line (from 1) that is no record.
package func readRecords(
    in bytes: [UInt8], from start: LineStart = LineStart(), to end: Int? = nil, delimiter: UInt8 = .comma,
    limits: ReadingLimits = ReadingLimits(),
    onRecord: (borrowing Record) -> Void, onDamage: (Int, LineDamage) -> Void
) {
    var collector = Collector()
    unsafe bytes.withUnsafeBufferPointer { whole in
        let all = unsafe UnsafeBufferPointer(rebasing: whole[..<(end ?? whole.count)])
        var lines = PhysicalLines(start)
        var parser = unsafe csv_parser()
        unsafe open(&parser, delimiter)
        defer { unsafe csv_free(&parser) }
        while let first = unsafe lines.next(in: all) {
            if first.bytes.isEmpty { continue }
            collector.begin(line: first.number, fieldLimit: limits.field)
            let damage = unsafe parse(from: first, &lines, of: all, with: &parser, into: &collector, limits)
            if let damage {
                unsafe csv_free(&parser)
                unsafe open(&parser, delimiter)
                lines.rewind(to: first)
                onDamage(first.number, damage)
            } else if collector.rows == 1 {
                onRecord(collector.record)
            }
        }
    }
}

/// All records of a small file and the lines that are none.
package func records(
    in bytes: [UInt8], to end: Int? = nil, delimiter: UInt8 = .comma, limits: ReadingLimits = ReadingLimits()
) -> (records: [Record], damage: [(line: Int, why: LineDamage)]) {
    var found: [Record] = []
    var damaged: [(line: Int, why: LineDamage)] = []
    readRecords(in: bytes, to: end, delimiter: delimiter, limits: limits) {
        found.append(copy $0)
    } onDamage: {
        damaged.append(($0, $1))
    }
    return (found, damaged)
}

/// A physical line, counted from 1 as `readRecords` counts, without its end; `nil` when there is none of that number.
package func physicalLine(_ number: Int, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    unsafe bytes.withUnsafeBufferPointer { all in
        var lines = PhysicalLines(LineStart())
        while let line = unsafe lines.next(in: all) {
            if line.number == number { return bytes[line.bytes] }
        }
        return nil
    }
}

private struct Collector {
    var record = Record()
    var rows = 0
    var fieldLimit = 0
    var fieldIsTooLong = false

    mutating func begin(line: Int, fieldLimit: Int) {
        record.clear(line: line)
        rows = 0
        self.fieldLimit = fieldLimit
        fieldIsTooLong = false
    }
}

private func offset(of byte: UInt8, in all: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    let base = unsafe UnsafeRawPointer(all.baseAddress!)
    guard let found = unsafe memchr(base + start, Int32(byte), end - start) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
}

private func open(_ parser: inout csv_parser, _ delimiter: UInt8) {
    unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    unsafe csv_set_delim(&parser, delimiter)
}

/// libcsv's own state: 0 is "between rows". A blank line leaves it there, an open quote does not.
private func isInsideQuotes(_ parser: csv_parser) -> Bool { unsafe parser.pstate != 0 }

/// A row of one line, or of as many as a quoted cell of it may go over.
private func parse(
    from first: PhysicalLine, _ lines: inout PhysicalLines, of all: UnsafeBufferPointer<UInt8>,
    with parser: inout csv_parser,
    into collector: inout Collector, _ limits: ReadingLimits
) -> LineDamage? {
    var line = first
    while true {
        if let damage = unsafe line.damage(in: all, limits: limits)
            ?? feed(line, of: all, to: &parser, into: &collector)
        {
            return damage
        }
        let isInside = unsafe isInsideQuotes(parser)
        if !isInside { return nil }
        // The line ended inside quotes: the cell goes on below, or the quote is a stray one.
        guard line.number + 1 - first.number < limits.linesOfACell, let next = unsafe lines.next(in: all) else {
            return .unterminatedQuote
        }
        line = next
    }
}

private func feed(
    _ line: PhysicalLine, of all: UnsafeBufferPointer<UInt8>, to parser: inout csv_parser,
    into collector: inout Collector
) -> LineDamage? {
    unsafe withUnsafeMutablePointer(to: &collector) { target in
        let length = line.fed.count
        var used = unsafe csv_parse(
            &parser, all.baseAddress! + line.fed.lowerBound, length, fieldEnded, rowEnded, target)
        if used == length, line.isLast {
            var newline: UInt8 = .lineFeed
            used += unsafe csv_parse(&parser, &newline, 1, fieldEnded, rowEnded, target) - 1
        }
        if used != length {
            return unsafe csv_error(&parser) == CSV_EPARSE ? .misplacedQuote : .outOfMemory
        }
        return unsafe target.pointee.fieldIsTooLong ? .fieldTooLong : nil
    }
}

private func fieldEnded(_ text: UnsafeMutableRawPointer?, _ length: Int, _ target: UnsafeMutableRawPointer?) {
    guard let target = unsafe target?.assumingMemoryBound(to: Collector.self) else { return }
    if unsafe length > target.pointee.fieldLimit {
        unsafe target.pointee.fieldIsTooLong = true
        return
    }
    let start = unsafe target.pointee.record.bytes.count
    unsafe target.pointee.record.bytes.append(
        contentsOf: UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : length))
    unsafe target.pointee.record.fields.append(start..<target.pointee.record.bytes.count)
}

private func rowEnded(_: Int32, _ target: UnsafeMutableRawPointer?) {
    guard let target = unsafe target?.assumingMemoryBound(to: Collector.self) else { return }
    unsafe target.pointee.rows += 1
}

private struct PhysicalLine {
    var number: Int
    /// The line without its end.
    var bytes: Range<Int>
    /// The line with its end: what libcsv is given.
    var fed: Range<Int>
    /// The file stops without a line end here.
    var isLast: Bool

    func damage(in all: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) -> LineDamage? {
        if bytes.count > limits.line { return .lineTooLong }
        let line = unsafe UnsafeBufferPointer(rebasing: all[bytes])
        if unsafe offset(of: 0, in: line, from: 0, to: line.count) != nil { return .nulByte }
        if unsafe isASCII(line.span) { return nil }
        return unsafe String(validating: line, as: UTF8.self) == nil ? .notUTF8 : nil
    }
}

private struct PhysicalLines {
    private var at: Int
    private var number: Int

    init(_ start: LineStart) {
        at = start.offset
        number = start.lines
    }

    mutating func next(in all: UnsafeBufferPointer<UInt8>) -> PhysicalLine? {
        let count = all.count
        guard at < count else { return nil }
        let start = at
        let feed = unsafe offset(of: .lineFeed, in: all, from: start, to: count)
        var end = feed ?? count
        var next = feed.map { $0 + 1 } ?? count
        var isLast = feed == nil
        if let cr = unsafe offset(of: .carriageReturn, in: all, from: start, to: end) {
            // CR LF is one line end; a CR alone is one too, as spreadsheets and old Macs have it.
            if cr + 1 != end || feed == nil {
                next = cr + 1
                isLast = false
            }
            end = cr
        }
        number += 1
        at = next
        return PhysicalLine(number: number, bytes: start..<end, fed: start..<next, isLast: isLast)
    }

    /// Goes on with the line after `line`.
    mutating func rewind(to line: PhysicalLine) {
        at = line.fed.upperBound
        number = line.number
    }
}
