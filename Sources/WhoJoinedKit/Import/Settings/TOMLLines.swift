/// On which line each key of a TOML text stands. The parser keeps no positions, and a person needs the line.
///
/// Knows section headers, dotted and quoted keys; not keys inside inline tables (they count as their table's line).
struct TOMLLines {
    private var found: [String: Int] = [:]

    init(_ text: String) {
        var section: [String] = []
        for (index, raw) in text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            let line = raw.drop { $0 == .space || $0 == .tab }
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            if first == UInt8(ascii: "[") {
                section = TOMLLines.keys(in: line.drop { $0 == UInt8(ascii: "[") }, until: UInt8(ascii: "]"))
                note(section, index + 1)
            } else {
                let keys = TOMLLines.keys(in: line, until: UInt8(ascii: "="))
                if !keys.isEmpty { note(section + keys, index + 1) }
            }
        }
    }

    /// The line of a key, else of the nearest section around it.
    func line(of path: [String]) -> Int? {
        for length in stride(from: path.count, to: 0, by: -1) {
            if let line = found[TOMLLines.joined(path.prefix(length))] { return line }
        }
        return nil
    }

    private mutating func note(_ path: [String], _ line: Int) {
        for length in 1...max(1, path.count) where found[TOMLLines.joined(path.prefix(length))] == nil {
            found[TOMLLines.joined(path.prefix(length))] = line
        }
    }

    private static func joined(_ path: ArraySlice<String>) -> String { path.joined(separator: "\u{0}") }

    /// `rules.late.on` or `"my key".x`, up to the end sign; empty when it never comes.
    private static func keys(in line: Substring.UTF8View.SubSequence, until end: UInt8) -> [String] {
        var (keys, part, quote) = ([String](), [UInt8](), UInt8(0))
        for byte in line {
            if quote != 0 {
                if byte == quote { quote = 0 } else { part.append(byte) }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ".") || byte == end {
                keys.append(String(decoding: part, as: UTF8.self))
                part = []
                if byte == end { return keys }
            } else if byte != .space, byte != .tab, byte != .carriageReturn {
                part.append(byte)
            }
        }
        return []
    }
}

/// The first line whose brackets would make toml++ end the program by an assertion instead of an error: a section
/// header without a name (`[[[`), or a bracket closed by the wrong sign (`[}`); or a key of so many parts that toml++ would
/// work on it for minutes. `nil` when there is none.
func lineOfBrokenBracket(in text: String) -> Int? {
    var scan = BracketScan(bytes: Array(text.utf8))
    return scan.run()
}

private struct BracketScan {
    let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var open: [UInt8] = []
    private var isHeader = false
    /// Of the key or number that is being read.
    private var dots = 0
    private static let mostDots = 100
    private var isLineStart = true

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() -> Int? {
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case .lineFeed: endLine()
            case UInt8(ascii: "#"): while at + 1 < bytes.count, bytes[at + 1] != .lineFeed { at += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if isLineStart, open.isEmpty, byte == UInt8(ascii: "[") {
                    isHeader = true
                    if !headerHasName { return line }
                }
                open.append(byte)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let last = open.popLast(), last + 2 != byte { return line }
            case .fullStop:
                dots += 1
                if dots > BracketScan.mostDots { return line }
            case .comma, UInt8(ascii: "="): dots = 0
            default: break
            }
            if byte != .lineFeed, byte != .space, byte != .tab { isLineStart = false }
            at += 1
        }
        return nil
    }

    private mutating func endLine() {
        line += 1
        isLineStart = true
        dots = 0
        if isHeader { (isHeader, open) = (false, []) }
    }

    private var headerHasName: Bool {
        var next = at + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "[") { next += 1 }
        while next < bytes.count, bytes[next] == .space || bytes[next] == .tab { next += 1 }
        guard next < bytes.count else { return false }
        let byte = bytes[next]
        return byte.isASCIILetter || byte.isASCIIDigit
            || [.quotationMark, .apostrophe, .hyphen, .underscore, .closingBracket].contains(byte)
    }

    /// Over a text in quotes, single or triple; an unclosed one ends with its line, as toml++ says of it.
    private mutating func skipString(_ quote: UInt8) {
        let isTriple = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
        at += isTriple ? 3 : 1
        while at < bytes.count {
            if bytes[at] == .backslash, quote == .quotationMark {
                at += 2
                continue
            }
            if !isTriple, bytes[at] == .lineFeed {
                at -= 1
                return
            }
            if bytes[at] == quote, !isTriple { return }
            if isTriple, at + 2 < bytes.count, bytes[at] == quote, bytes[at + 1] == quote, bytes[at + 2] == quote {
                at += 2
                return
            }
            if bytes[at] == .lineFeed { line += 1 }
            at += 1
        }
    }
}
