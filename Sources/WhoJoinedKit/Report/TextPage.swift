/// A page of plain text, as a rule at most 80 columns wide, that a terminal without colour and a printer both show.
struct TextPage: Sendable {
    static let columns = 80

    private(set) var bytes: [UInt8] = []
    let colour: Bool
    private let columns: Int

    init(colour: Bool = false, columns: Int = TextPage.columns) { (self.colour, self.columns) = (colour, columns) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a line, wrapped if need be; what follows the first break begins after `indent` blanks.
    ///
    /// The line is as given up to its first word: leading blanks and runs of blanks stay while it fits.
    mutating func line(_ line: String, indent: Int = 4) {
        if PlainText.isASCII(line) {
            addASCII(Array(line.utf8), indent: indent)
        } else if PlainText.width(line) <= columns {
            add(trimmedEnd(line))
        } else {
            let (head, tail) = split(line, at: columns)
            add(trimmedEnd(head))
            for rest in PlainText.wrapped(tail, columns - indent) {
                add(String(repeating: " ", count: indent) + rest)
            }
        }
    }

    /// A command to copy: on a line of its own however long it is.
    mutating func command(_ line: String) { add(line) }

    /// A heading: bold where colour is wanted, `isAlarm` in red too.
    mutating func heading(_ title: String, isAlarm: Bool = false) {
        add(colour ? "\u{1B}[\(isAlarm ? "1;31" : "1")m\(title)\u{1B}[0m" : title)
    }

    private mutating func add(_ line: String) {
        bytes += line.utf8
        endLine()
    }

    private mutating func endLine() { bytes.append(.lineFeed) }

    // MARK: nearly every line there is: a byte is a column

    private mutating func addASCII(_ line: [UInt8], indent: Int) {
        var end = line.count
        if end > columns {
            let start = min(line.firstIndex { $0 != .space } ?? 0, columns)
            end = line[start...columns].lastIndex(of: .space) ?? columns
        }
        let rest = end
        while end > 0 && line[end - 1] == .space { end -= 1 }
        bytes += line[..<end]
        endLine()
        if rest < line.count { addWords(of: line, from: rest, indent: indent) }
    }

    /// The words, wrapped; one that is wider than a line is cut where it must be.
    private mutating func addWords(of line: [UInt8], from start: Int, indent: Int) {
        let room = columns - indent
        // Words with one blank between them stand in a line as they stood: they are put there at once.
        var run = start..<start
        var used = 0
        var at = start
        while true {
            while at < line.count && line[at] == .space { at += 1 }
            if at == line.count { break }
            var end = at
            while end < line.count && line[end] != .space { end += 1 }
            if used > 0 && used + 1 + end - at > room {
                bytes += line[run]
                endLine()
                used = 0
            }
            end = min(end, at + room)
            if used > 0 && at == run.upperBound + 1 {
                run = run.lowerBound..<end
            } else {
                if used > 0 { bytes += line[run] }
                bytes += repeatElement(.space, count: used == 0 ? indent : 1)
                run = at..<end
            }
            used += (used == 0 ? 0 : 1) + end - at
            at = end
        }
        if used > 0 {
            bytes += line[run]
            endLine()
        }
    }

    /// Splits at the last blank before the limit, so that columns built with blanks stay as they are.
    private func split(_ line: String, at columns: Int) -> (String, String) {
        let scalars = Array(line.unicodeScalars)
        var (used, cut, i) = (0, 0, 0)
        var hasWord = false
        while i < scalars.count {
            used += PlainText.width(String(scalars[i]))
            if used > columns { break }
            if scalars[i] == " " { if hasWord { cut = i } } else { hasWord = true }
            i += 1
        }
        if cut == 0 { cut = i }
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        return (string(scalars[..<cut]), string(scalars[cut...]))
    }

    private func trimmedEnd(_ line: String) -> String {
        var end = line.utf8.endIndex
        while end > line.utf8.startIndex, line.utf8[line.utf8.index(before: end)] == .space {
            end = line.utf8.index(before: end)
        }
        return String(line[..<end])
    }
}
