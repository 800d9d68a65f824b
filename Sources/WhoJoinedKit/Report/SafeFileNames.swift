import HostSystem

/// File names of a fixed alphabet, made from classes and families: `[A-Za-z0-9][A-Za-z0-9._ -]*`, at most 100 bytes.
///
/// No two of one maker differ only in case, none is a name that Windows reserves, and the same set of texts gives
/// the same names.
struct SafeFileNames {
    private var taken: Set<String> = []
    private var made: [String: String] = [:]

    /// Names for all texts; those that need no change come first, so that a clash alters the odd one.
    init(_ texts: some Sequence<String>) {
        let named = Set(texts).map { (text: $0, name: Self.plain($0)) }
        for (text, name) in named.sorted(by: {
            ($0.name == $0.text ? 0 : 1, $0.text) < ($1.name == $1.text ? 0 : 1, $1.text)
        }) { add(text, name) }
    }

    /// The name for one of the texts given at the start.
    subscript(_ text: String) -> String { made[text] ?? Self.withHash(text) }

    private mutating func add(_ text: String, _ name: String) {
        if !Self.losesLetters(text) && taken.insert(name.lowercased()).inserted {
            made[text] = name
        } else {
            made[text] = Self.withHash(text)
            taken.insert(made[text]!.lowercased())
        }
    }

    private static func withHash(_ text: String) -> String {
        let head = plain(text).utf8.prefix(80)
        return
            "\(String(decoding: head, as: UTF8.self))-\(sha256(Array(text.utf8)).utf8.prefix(8).map { String(UnicodeScalar($0)) }.joined())"
    }

    /// Letters that the alphabet does not have, or a text cut short: two such texts may become the same name.
    private static func losesLetters(_ text: String) -> Bool {
        text.utf8.count > 100 || text.utf8.contains { $0 > .tilde || $0 < .space }
            || !text.utf8.contains { $0.isASCIILetterOrDigit }
    }

    private static func plain(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if byte.isASCIILetterOrDigit || byte == .fullStop || byte == .underscore || byte == .space {
                // A dot or blank at the start, two dots, two blanks: all legal, none wanted.
                if byte.isASCIILetterOrDigit || byte == .underscore && !out.isEmpty || !out.isEmpty && out.last != byte
                {
                    out.append(byte)
                }
            } else if !out.isEmpty && out.last != .hyphen {
                out.append(.hyphen)
            }
            if out.count == 100 { break }
        }
        while let last = out.last, !last.isASCIILetterOrDigit { out.removeLast() }
        if out.isEmpty { return "class" }
        let name = String(decoding: out, as: UTF8.self)
        let stem = out.prefix { $0 != .fullStop }
        return (3...4).contains(stem.count) && reserved.contains(String(decoding: stem, as: UTF8.self).lowercased())
            ? "class-\(name)" : name
    }

    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
