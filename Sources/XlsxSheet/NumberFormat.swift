import ASCII

/// What a number format makes of a number, as far as it changes the meaning: a date, a length of time, or the zeros in
/// front. Decimal places, currencies, per cent and colours do not: `0.125` stays `0.125`.
enum NumberFormat: Sendable, Equatable {
    case plain
    case date(hasDate: Bool, hasTime: Bool)
    /// `[h]:mm`: hours that do not start again after 24.
    case duration
    /// `0000`, `000-000`, `\A000`: a number of so many digits, with other signs between them.
    case padded([PaddedSign])

    var isOfTime: Bool {
        switch self {
        case .date, .duration: true
        case .plain, .padded: false
        }
    }

    enum PaddedSign: Sendable, Equatable {
        /// `0`, or with `#` and `?` a digit only where the number has one.
        case digit(isAlwaysThere: Bool)
        case literal(UInt8)
    }

    /// A format that has no code in the file because every program knows it.
    init(builtIn id: Int) {
        switch id {
        case 14...17: self = .date(hasDate: true, hasTime: false)
        case 18...21, 45, 47: self = .date(hasDate: false, hasTime: true)
        case 22: self = .date(hasDate: true, hasTime: true)
        case 46: self = .duration
        // Dates and times of the East Asian editions.
        case 27...31, 36, 50...54, 57, 58: self = .date(hasDate: true, hasTime: false)
        case 32...35, 55, 56: self = .date(hasDate: false, hasTime: true)
        default: self = .plain
        }
    }

    /// A format by its code, such as `dd/mm/yyyy;@`. The first section counts, which is the one for positive numbers.
    init(code: String) {
        var reader = FormatReader(Array(code.utf8))
        reader.read()
        self = reader.format
    }
}

private struct FormatReader {
    private let code: [UInt8]
    private var position = 0
    private var hasDate = false
    private var hasTime = false
    private var isDuration = false
    /// What was written last of a date: `m` is minutes after `h` and before `s`, else months.
    private var lastDateSign: UInt8 = 0
    private var pendingMonth = false
    private var signs: [NumberFormat.PaddedSign] = []
    private var isPlain = false

    init(_ code: [UInt8]) { self.code = code }

    var format: NumberFormat {
        if isDuration { return .duration }
        if hasDate || hasTime { return .date(hasDate: hasDate, hasTime: hasTime) }
        let zeros = signs.count { $0 == .digit(isAlwaysThere: true) }
        let writesDigit = signs.contains { if case .literal(let byte) = $0 { byte.isASCIIDigit } else { false } }
        let hasPlaces = signs.contains { if case .digit = $0 { true } else { false } }
        return !isPlain && hasPlaces && (zeros >= 2 || writesDigit) ? .padded(signs) : .plain
    }

    mutating func read() {
        while position < code.count, code[position] != .semicolon {
            let sign = code[position]
            position += 1
            readSign(sign)
        }
        settleMonth(isMinute: false)
    }

    private mutating func readSign(_ sign: UInt8) {
        switch sign {
        case .quotationMark: readQuoted()
        case .backslash:
            if position < code.count { signs.append(.literal(code[position])) }
            position += 1
        // The width of a sign, or a sign that fills the cell.
        case .underscore, .asterisk: position += 1
        case .openingBracket: readBracket()
        case .digitZero: signs.append(.digit(isAlwaysThere: true))
        case .numberSign, .questionMark: signs.append(.digit(isAlwaysThere: false))
        case .fullStop, .comma, .percent, .at: isPlain = true
        default: readLetter(sign)
        }
    }

    private mutating func readQuoted() {
        while position < code.count, code[position] != .quotationMark {
            signs.append(.literal(code[position]))
            position += 1
        }
        position += 1
    }

    /// `[h]` and `[mm]` are lengths of time; `[Red]`, `[>100]` and `[$€-407]` are of no interest, but a condition
    /// makes the section one of several.
    private mutating func readBracket() {
        let end = code[position...].firstIndex(of: .closingBracket) ?? code.count
        let inside = code[min(position, end)..<end].map(\.loweredASCII)
        position = end + 1
        guard let first = inside.first else { return }
        if [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first), inside.allSatisfy({ $0 == first })
        {
            isDuration = true
        }
        if [.lessThan, .greaterThan, .equals].contains(first) { isPlain = true }
    }

    private mutating func readLetter(_ sign: UInt8) {
        let letter = sign.loweredASCII
        switch letter {
        case UInt8(ascii: "g") where skips("eneral"): isPlain = true
        case UInt8(ascii: "e") where position < code.count && [.plus, .hyphen].contains(code[position]): isPlain = true
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "b"):
            noteDateSign(letter)
            hasDate = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"):
            noteDateSign(letter)
            hasTime = true
        case UInt8(ascii: "m"):
            if lastDateSign != letter { noteDateSign(letter) }
        case UInt8(ascii: "a") where skips("m/pm") || skips("/p"): hasTime = true
        default: signs.append(.literal(sign))
        }
    }

    private mutating func noteDateSign(_ letter: UInt8) {
        settleMonth(isMinute: letter == UInt8(ascii: "s"))
        if letter == UInt8(ascii: "m") {
            if lastDateSign == UInt8(ascii: "h") { hasTime = true } else { pendingMonth = true }
        }
        lastDateSign = letter
    }

    private mutating func settleMonth(isMinute: Bool) {
        guard pendingMonth else { return }
        pendingMonth = false
        if isMinute { hasTime = true } else { hasDate = true }
    }

    /// Whether the code goes on with this, in small letters; then it is read.
    private mutating func skips(_ text: String) -> Bool {
        guard code[position...].prefix(text.utf8.count).map(\.loweredASCII) == Array(text.utf8) else { return false }
        position += text.utf8.count
        return true
    }
}
