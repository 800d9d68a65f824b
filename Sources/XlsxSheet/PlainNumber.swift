import ASCII

/// A number as a person writes it, from the way the file writes it: `4201.0` is 4201, `4.2E+09` is 4200000000, and the
/// noise behind the fifteenth digit of a fraction, which no spreadsheet shows, is gone. `nil` when it is no number.
///
/// It is never a binary number in between, so an id keeps every digit that the file has.
func plainNumber(_ text: Span<UInt8>) -> String? {
    if isShortWholeNumber(text) { return string(text) }
    guard var number = Decimal(Array(string(text).utf8)) else { return nil }
    number.tidy()
    return number.text
}

/// One that stands there as a person writes it.
func isShortWholeNumber(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= 15, text[0] != .digitZero || text.count == 1 else { return false }
    for i in text.indices where !text[i].isASCIIDigit { return false }
    return true
}

/// A number with the zeros and signs of its format: 4201 in `000000` is 004201. `nil` for a fraction, which such a
/// format would round.
func paddedNumber(_ number: String, _ signs: [NumberFormat.PaddedSign]) -> String? {
    let isNegative = number.utf8.first == .hyphen
    var digits = Array(isNegative ? number.utf8.dropFirst() : number.utf8[...])
    guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
    if digits == [.digitZero] { digits = [] }
    let leftmost = signs.firstIndex { if case .digit = $0 { true } else { false } }
    var reversed: [UInt8] = []
    for i in signs.indices.reversed() {
        switch signs[i] {
        case .literal(let byte): reversed.append(byte)
        case .digit(let isAlwaysThere):
            if let digit = digits.popLast() {
                reversed.append(digit)
            } else if isAlwaysThere {
                reversed.append(.digitZero)
            }
            guard i == leftmost else { continue }
            reversed += digits.reversed()
        }
    }
    return (isNegative ? "-" : "") + String(decoding: reversed.reversed(), as: UTF8.self)
}

/// 0.digits × 10^exponent.
private struct Decimal {
    private var isNegative = false
    private var digits: [UInt8] = []
    private var exponent = 0
    /// Written with a point or a power of ten: it went through a binary number.
    private var isBinary = false

    init?(_ text: [UInt8]) {
        var rest = text[...]
        if let sign = rest.first, sign == .hyphen || sign == .plus {
            isNegative = sign == .hyphen
            rest.removeFirst()
        }
        let whole = rest.prefix(while: \.isASCIIDigit)
        rest.removeFirst(whole.count)
        digits += whole
        exponent = whole.count
        if rest.first == .fullStop {
            let fraction = rest.dropFirst().prefix(while: \.isASCIIDigit)
            rest.removeFirst(fraction.count + 1)
            digits += fraction
            isBinary = true
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        if rest.isEmpty { return }
        guard rest.removeFirst() | .caseBit == UInt8(ascii: "e"), rest.count <= 5,
            let power = Int(String(decoding: rest, as: UTF8.self)), abs(power) <= 400
        else {
            return nil
        }
        exponent += power
        isBinary = true
    }

    /// Without zeros at either end, and rounded to what a spreadsheet shows.
    mutating func tidy() {
        dropZeros()
        if isBinary, digits.count > 15 { round() }
        dropZeros()
        if digits.isEmpty { isNegative = false }
    }

    private mutating func dropZeros() {
        let leading = digits.prefix { $0 == .digitZero }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == .digitZero { digits.removeLast() }
    }

    private mutating func round() {
        let roundsUp = digits[15] >= UInt8(ascii: "5")
        digits.removeLast(digits.count - 15)
        guard roundsUp else { return }
        while digits.last == .digitNine { digits.removeLast() }
        if digits.isEmpty {
            digits = [.digitZero + 1]
            exponent += 1
        } else {
            digits[digits.count - 1] += 1
        }
    }

    var text: String {
        guard !digits.isEmpty else { return "0" }
        var text: [UInt8] = isNegative ? [.hyphen] : []
        if exponent <= 0 {
            text += [.digitZero, .fullStop] + [UInt8](repeating: .digitZero, count: -exponent) + digits
        } else if exponent >= digits.count {
            text += digits + [UInt8](repeating: .digitZero, count: exponent - digits.count)
        } else {
            text += digits[..<exponent] + [.fullStop] + digits[exponent...]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
