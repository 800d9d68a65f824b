import ASCII
import DelimitedText

/// Looks at cells as bytes: an export's rows are read without making strings of what is only compared.
enum Cells {
    /// The range without blanks of any kind at its ends (Unicode's, no-break and line separators too).
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let length = blankLength(bytes[low..<high])
            if length == 0 { break }
            low += length
        }
        while high > low, bytes[high - 1] <= .space || bytes[high - 1] >= .beyondASCII {
            let length = (1...3).first { $0 <= high - low && blankLength(bytes[high - $0..<high]) == $0 }
            guard let length else { break }
            high -= length
        }
        return low..<high
    }

    /// How many bytes the blank has with which these begin; 0 when they begin with something else.
    private static func blankLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        if first < .beyondASCII { return isBlank(first) ? 1 : 0 }
        return blanksBeyondASCII.first { bytes.starts(with: $0) }?.count ?? 0
    }

    private static let blanksBeyondASCII: [[UInt8]] = {
        let unusual = "\u{85}\u{A0}\u{1680}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}".unicodeScalars
        let widths = ("\u{2000}" as Unicode.Scalar).value...("\u{200A}" as Unicode.Scalar).value
        return (unusual + widths.compactMap(Unicode.Scalar.init)).map { Array(String($0).utf8) }
    }()

    /// A space, tab or line end. Other control characters belong to the text: a name that has them is not the name
    /// without.
    private static func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte >= .tab && byte <= .carriageReturn }

    static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The cell's text, trimmed.
    static func text(_ record: borrowing Record, _ column: Int?) -> String {
        guard let column else { return "" }
        return text(record.bytes, trimmed(record.bytes, record.range(at: column)))
    }

    static func isBlank(_ record: borrowing Record, _ column: Int?) -> Bool {
        guard let column else { return true }
        return trimmed(record.bytes, record.range(at: column)).isEmpty
    }

    /// The first cell of a row, trimmed: a byte order mark before it is left of the file that was pasted on here.
    static func firstWord(_ record: borrowing Record) -> Range<Int> {
        let cell = trimmed(record.bytes, record.range(at: 0))
        let isMarked = cell.count > 3 && record.bytes[cell].starts(with: ByteOrderMark.utf8)
        return isMarked ? cell.dropFirst(3) : cell
    }

    /// Equal to an ASCII word in lower case, whatever the cell's case.
    static func equals(_ bytes: [UInt8], _ range: Range<Int>, _ word: String) -> Bool {
        let letters = word.utf8.span
        guard range.count == letters.count else { return false }
        let cell = bytes.span.extracting(range)
        for i in cell.indices {
            if cell[i].loweredASCII != letters[i] { return false }
        }
        return true
    }

    /// Yes or no in the languages that exports come in; `nil` for anything else.
    static func yesOrNo(_ record: borrowing Record, _ column: Int?) -> Bool? {
        guard let column else { return nil }
        let range = trimmed(record.bytes, record.range(at: column))
        guard (1...24).contains(range.count) else { return nil }
        // Nearly all are these: no text is made of them.
        if equals(record.bytes, range, "no") { return false }
        if equals(record.bytes, range, "yes") { return true }
        let word = folded(text(record.bytes, range))
        return yesWords.contains(word) ? true : noWords.contains(word) ? false : nil
    }

    private static let yesWords: Set<String> = [
        "yes", "y", "true", "si", "oui", "ja", "tak", "sim", "ie", "1", "evet", "da", "ano", "igen", "kylla", "co",
        "ya",
        "はい", "예", "네", "是", "да", "так", "ναι", "ใช่", "نعم", "כן",
    ]
    private static let noWords: Set<String> = [
        "no", "n", "false", "non", "nein", "nie", "nao", "nee", "na", "0", "hayir", "nu", "ne", "nem", "ei", "nej",
        "nei",
        "khong", "tidak", "いいえ", "아니요", "아니오", "否", "нет", "не", "ні", "οχι", "όχι", "ไม่ใช่", "ไม่", "لا", "לא",
    ]

    /// A count without sign, at most seven digits: more is no number of minutes or seconds of a meeting.
    static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard (1...7).contains(range.count) else { return nil }
        let cell = bytes.span.extracting(range)
        var value = 0
        for i in cell.indices {
            guard cell[i].isASCIIDigit else { return nil }
            value = value * 10 + Int(cell[i] - .digitZero)
        }
        return value
    }

    /// A header's or keyword's comparable form: lower case, accents gone, blanks of any kind as one space.
    static func folded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: folded(bytes, 0..<bytes.count), as: UTF8.self)
    }

    /// A cell's comparable form.
    static func folded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let cell = bytes.span.extracting(range)
        var result: [UInt8] = []
        for i in cell.indices {
            let byte = cell[i]
            if byte >= .beyondASCII { return Array(foldedScalars(text(bytes, range)).utf8) }
            if byte > .space {
                result.append(byte.loweredASCII)
            } else if isBlank(byte), let last = result.last, last != .space {
                result.append(.space)
            }
        }
        if result.last == .space { result.removeLast() }
        return result
    }

    /// The cell's comparable form is this word.
    static func folds(_ record: borrowing Record, _ column: Int?, to word: String) -> Bool {
        guard let column else { return word.isEmpty }
        return folded(record.bytes, record.range(at: column)).elementsEqual(word.utf8)
    }

    private static func foldedScalars(_ text: String) -> String {
        var result = ""
        var isBlank = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                isBlank = true
                continue
            }
            if isBlank && !result.isEmpty { result.unicodeScalars.append(" ") }
            isBlank = false
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let plain = plainLetters[scalar] {
                result.unicodeScalars.append(plain)
            } else if scalar.value == 0x2019 {
                result.unicodeScalars.append("'")
            } else if scalar.properties.generalCategory != .nonspacingMark
                && scalar.properties.generalCategory != .format
            {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Letters with accents of the languages that headers come in. A table rather than normalisation: it costs
    /// nothing at start, and headers are the only thing it is used for.
    private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëęěē"), ("g", "ğ"), ("i", "ìíîïıī"), ("l", "łľ"),
            ("n", "ñńň"),
            ("o", "òóôõöøőō"), ("r", "ř"), ("s", "śšşș"), ("t", "ťțţ"), ("u", "ùúûüůűū"), ("w", "ŵ"), ("y", "ýÿŷ"),
            ("z", "źżž"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (plain, letters) in groups { for letter in letters.unicodeScalars { table[letter] = plain } }
        return table
    }()
}
