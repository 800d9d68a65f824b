/// A page of plain text, at most 80 columns wide, that a terminal without colour and a printer both show.
struct TextPage: Sendable {
    static let columns = 80

    private(set) var text = ""
    let colour: Bool

    init(colour: Bool = false) { self.colour = colour }

    var bytes: [UInt8] { Array(text.utf8) }

    /// Adds a line, wrapped if need be; what follows the first break begins after `indent` blanks.
    ///
    /// The line is as given up to its first word: leading blanks and runs of blanks stay while it fits.
    mutating func line(_ line: String, indent: Int = 4) {
        if PlainText.width(line) <= Self.columns {
            text += trimmedEnd(line) + "\n"
            return
        }
        let (head, tail) = split(line, at: Self.columns)
        text += trimmedEnd(head) + "\n"
        for rest in PlainText.wrapped(tail, Self.columns - indent) { text += String(repeating: " ", count: indent) + rest + "\n" }
    }

    /// A command to copy: on a line of its own however long it is.
    mutating func command(_ line: String) { text += line + "\n" }

    /// A heading: bold where colour is wanted, `isAlarm` in red too.
    mutating func heading(_ title: String, isAlarm: Bool = false) {
        text += colour ? "\u{1B}[\(isAlarm ? "1;31" : "1")m\(title)\u{1B}[0m\n" : "\(title)\n"
    }

    /// Splits at the last blank before the limit, so that columns built with blanks stay as they are.
    private func split(_ line: String, at columns: Int) -> (String, String) {
        if PlainText.isASCII(line) {
            let bytes = Array(line.utf8)
            let start = min(bytes.firstIndex { $0 != 0x20 } ?? 0, columns)
            let blank = bytes[start...columns].lastIndex(of: 0x20) ?? columns
            return (String(decoding: bytes[..<blank], as: UTF8.self), String(decoding: bytes[blank...], as: UTF8.self))
        }
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
        while end > line.utf8.startIndex, line.utf8[line.utf8.index(before: end)] == 0x20 { end = line.utf8.index(before: end) }
        return String(line[..<end])
    }
}
