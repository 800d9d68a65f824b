/// The one guard for hostile text: what a display name, a roster cell or a file's name looks like in anything we write.
///
/// Works on bytes and Unicode scalars only. As a Swift `Character`, `=` with a combining mark or CR with LF is
/// something else than what a spreadsheet, a browser or a terminal sees.
enum PlainText {
    /// Promise: a name is cut to so many scalars, `…` included.
    static let nameLimit = 120

    /// One line of text without control, bidi and invisible characters.
    ///
    /// Line ends, tabs and other blanks become one space; bidi controls and escape characters are shown as `[U+202E]`;
    /// zero-width characters are taken out (but for joiners inside scripts that spell with them). Honest text of any
    /// script stays byte for byte. What has the form of a UPN is shown as `[UPN]`: one is used to match and never printed.
    static func clean(_ text: String, limit: Int = nameLimit) -> String {
        if isPlain(text, limit: limit) { return text }
        let masked = mayHoldUPN(text) ? UPN.masked(copied(text, limit: max(limit, text.unicodeScalars.count))) : text
        return copied(masked, limit: limit)
    }

    /// As `clean`, but with its UPNs: for comparing with what somebody typed, never for a reader.
    static func copied(_ text: String, limit: Int = nameLimit) -> String { cleanScalars(text, limit: limit) }

    /// As `clean`, for a place where nothing at all would puzzle the reader.
    static func shown(_ text: String) -> String { named(clean(text)) }

    static func named(_ clean: String) -> String {
        clean.utf8.allSatisfy { $0 == .space } ? "(blank name)" : clean
    }

    /// Printable ASCII within the limit and without blanks that would be squeezed: nearly every name there is.
    private static func isPlain(_ text: String, limit: Int) -> Bool {
        if text.utf8.count > limit { return false }
        var last: UInt8 = .space
        var digits = 0
        for byte in text.utf8 {
            if byte < .space || byte > .tilde || byte == .space && last == .space { return false }
            if byte.isASCIIDigit { digits += 1 }
            last = byte
        }
        return (text.isEmpty || last != .space) && digits < 11
    }

    private static func mayHoldUPN(_ text: String) -> Bool {
        text.utf8.count >= 13 && text.unicodeScalars.count { $0.properties.numericType == .decimal } >= 11
    }

    private static func cleanScalars(_ text: String, limit: Int) -> String {
        var out = String.UnicodeScalarView()
        var count = 0
        var blank = false
        var last: Unicode.Scalar = " "
        func add(_ scalar: Unicode.Scalar) {
            if blank && count > 0 {
                out.append(" ")
                count += 1
            }
            blank = false
            out.append(scalar)
            count += 1
        }
        for (scalar, next) in pairs(text) {
            if count > limit { break }
            switch treatment(of: scalar, after: last, before: next) {
            case .keep: add(scalar)
            case .blank: blank = true
            case .drop: break
            case .show: for s in code(of: scalar).unicodeScalars { add(s) }
            }
            last = scalar
        }
        return cut(out, limit: limit)
    }

    private static func cut(_ scalars: String.UnicodeScalarView, limit: Int) -> String {
        guard scalars.count > limit else { return String(scalars) }
        return String(scalars.prefix(limit - 1)) + "…"
    }

    private static func pairs(_ text: String) -> some Sequence<(Unicode.Scalar, Unicode.Scalar)> {
        let scalars = text.unicodeScalars
        return zip(scalars, Array(scalars.dropFirst().prefix(100_000)) + [" "])
    }

    private enum Treatment { case keep, blank, drop, show }

    private static func treatment(of scalar: Unicode.Scalar, after last: Unicode.Scalar, before next: Unicode.Scalar)
        -> Treatment
    {
        switch scalar.value {
        case 0x20...0x7E: return scalar == " " ? .blank : .keep
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: return .blank
        case 0x00: return .drop
        case 0x00...0x1F, 0x7F...0x9F: return .show
        case 0xA1...0xAC, 0xAE...0x34E: return .keep
        case 0x202A...0x202E, 0x2066...0x2069, 0xFFFD: return .show
        // Persian, Indic scripts and emoji are spelt with joiners; between Latin letters one hides a look-alike.
        case 0x200C, 0x200D: return last.value > 0x0600 && next.value > 0x0600 ? .keep : .drop
        case 0xFE00...0xFE0F: return last.value >= 0x00A9 ? .keep : .drop
        case 0x2800, 0x3164, 0xFFA0, 0x115F, 0x1160, 0x180E: return .drop
        default: break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return .drop }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .blank
        case .control, .format: return .drop
        case .unassigned, .privateUse, .surrogate: return .show
        default: return .keep
        }
    }

    /// `[U+202E]`
    static func code(of scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "[U+\(String(repeating: "0", count: max(0, 4 - hex.utf8.count)))\(hex)]"
    }

    /// Columns on a terminal: wide East Asian letters and emoji take two, combining marks none.
    static func width(_ text: String) -> Int {
        if isASCII(text) { return text.utf8.count }
        var columns = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x300 {
                columns += 1
                continue
            }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: continue
            default:
                switch scalar.value {
                case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                    0xFF00...0xFF60, 0xFFE0...0xFFE6,
                    0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                    columns += 2
                default: columns += 1
                }
            }
        }
        return columns
    }

    static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy(\.isASCII) }

    /// The text in exactly `columns` columns: padded with blanks, or cut with `~` (which every terminal has).
    static func fitted(_ text: String, _ columns: Int) -> String {
        let own = width(text)
        if own <= columns { return text + String(repeating: " ", count: columns - own) }
        var out = ""
        var used = 0
        for scalar in text.unicodeScalars {
            let w = width(String(scalar))
            if used + w > columns - 1 { break }
            out.unicodeScalars.append(scalar)
            used += w
        }
        return out + "~" + String(repeating: " ", count: columns - 1 - used)
    }

    /// Breaks at blanks so that no line is wider than `columns`; lines after the first begin with `indent` blanks.
    static func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            var word = String(word)
            while true {
                let room = columns - (lines.isEmpty ? 0 : indent)
                let used = width(line)
                let needed = used + (used == 0 ? 0 : 1) + width(word)
                if needed <= room {
                    line += (used == 0 ? "" : " ") + word
                    break
                }
                if used > 0 {
                    lines.append(line)
                    line = ""
                    continue
                }
                // One word wider than the line: it is cut where it must be.
                var head = ""
                while let scalar = word.unicodeScalars.first, width(head) + width(String(scalar)) <= columns - indent {
                    head.unicodeScalars.append(scalar)
                    word.unicodeScalars.removeFirst()
                }
                lines.append(head)
                if word.isEmpty { break }
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.enumerated().map {
            $0.offset == 0 ? $0.element : String(repeating: " ", count: indent) + $0.element
        }
    }

    /// Text inside an HTML element or a quoted attribute. `clean` comes first.
    static func html(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case .ampersand: out += "&amp;".utf8
            case .lessThan: out += "&lt;".utf8
            case .greaterThan: out += "&gt;".utf8
            case .quotationMark: out += "&quot;".utf8
            case .apostrophe: out += "&#39;".utf8
            case .backtick: out += "&#96;".utf8
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// One word for a POSIX shell, in single quotes where it needs them; `nil` if it holds what a terminal could not be
    /// given as it is.
    static func shellWord(_ text: String) -> String? {
        guard clean(text, limit: 1000) == text, !text.isEmpty else { return nil }
        let isBare = text.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || $0 == .fullStop || $0 == .underscore
        }
        if isBare { return text }
        var out = "'"
        for scalar in text.unicodeScalars { out += scalar == "'" ? "'\\''" : String(scalar) }
        return out + "'"
    }
}

extension String.UTF8View {
    /// True when the text's bytes stand somewhere in these.
    func containsText(_ text: String) -> Bool {
        let sought = Array(text.utf8)
        guard !sought.isEmpty, count >= sought.count else { return false }
        var start = startIndex
        while start != endIndex {
            if self[start...].starts(with: sought) { return true }
            start = index(after: start)
        }
        return false
    }
}
