/// On which line each key of a TOML text stands. The parser keeps no positions, and a person needs the line.
///
/// Knows section headers, dotted and quoted keys; not keys inside inline tables (they count as their table's line).
struct TOMLLines {
    private var found: [String: Int] = [:]

    init(_ text: String) {
        var section: [String] = []
        for (index, raw) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = raw.drop { $0 == 0x20 || $0 == 0x09 }
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
            } else if byte != 0x20, byte != 0x09, byte != 0x0D {
                part.append(byte)
            }
        }
        return []
    }
}
