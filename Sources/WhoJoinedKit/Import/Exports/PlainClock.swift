/// A time as some languages write it, put as the reader of times expects it: `2026. 11. 16. 오후 1:46:02` becomes
/// `2026-11-16 1:46:02 PM`.
///
/// - Returns: `nil` when there is nothing to put otherwise.
func plainClock(_ text: String) -> String? {
    // Most cells of a table that is no export are words.
    guard text.utf8.contains(where: { $0.isASCIIDigit || !$0.isASCII }) else { return nil }
    let lowercased = text.lowercased().unicodeScalars
    let isOfTheEast = lowercased.contains { ["時", "时", "點", "点", "시"].contains($0) }
    let words = lowercased.compactMap(plainScalar)
    for (word, plain) in wordsOfHalfDays {
        guard let at = words.firstRange(ofWord: word) else { continue }
        let rest = string(words[..<at.lowerBound] + [" "] + words[at.upperBound...])
        // With the name of a month nothing else is to be put otherwise.
        return arranged(rest, isOfTheEast: isOfTheEast, meridiem: plain) ?? rest + " " + plain.lowercased()
    }
    return arranged(string(words), isOfTheEast: isOfTheEast, meridiem: nil)
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
}

private func plainScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.properties.generalCategory == .format { return nil }
    if scalar.properties.isWhitespace { return " " }
    switch scalar {
    // Years, months, days, hours and minutes of the East: `2026年11月16日 9時05分`.
    case "年", "月", "년", "월": return "/"
    case "日", "일": return " "
    case "時", "时", "點", "点", "시", "：", "分", "분": return ":"
    case "秒", "초": return " "
    case "،", "，", "、": return ","
    default: break
    }
    guard !scalar.isASCII, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return scalar
    }
    return Unicode.Scalar(UInt8(value) + .digitZero)
}

/// Longer words first: one may hold another.
private let afternoonWords = [
    "下午", "晚上", "中午", "午後", "오후", "μ.μ.", "μμ", "م", "pm", "p. m.", "p.m.", "p.m", "p m", "sp", "md", "ps", "ch",
    "ip.", "e.m.", "em", "öö.s", "пп", "du.", "odp.", "odpoledne", "pop.", "popoldne", "po podne", "ös", "หลังเที่ยง",
    "م.",
    "tarde", "noche", "after noon", "अपराह्न", "অপরাহ্ণ", "अपराह्ण", "شام", "e pasdites", "mchana", "jioni",
    "pdiena", "vakar",
]
private let morningWords = [
    "上午", "早上", "凌晨", "午前", "오전", "π.μ.", "πμ", "ص", "am", "a. m.", "a.m.", "a.m", "a m", "öö", "pd", "pg", "sa",
    "ap.", "f.m.", "fm", "de.", "dop.", "dopoledne", "dop", "prije podne", "pre podne", "ก่อนเที่ยง", "priešpiet",
    "mañana", "पूर्वाह्न", "পূর্বাহ্ণ", "पूर्वाह्ण", "صبح", "e paradites", "asubuhi",
]
private let wordsOfHalfDays =
    afternoonWords.map { (Array($0.unicodeScalars), "PM") } + morningWords.map { (Array($0.unicodeScalars), "AM") }

extension [Unicode.Scalar] {
    /// Where this word stands with no letter before or behind it.
    fileprivate func firstRange(ofWord word: [Unicode.Scalar]) -> Range<Int>? {
        guard count >= word.count else { return nil }
        // Words of these scripts stand without blanks: `上午8:55`.
        let isAlone = word[0].value >= 0x0E00
        for at in 0...count - word.count where self[at] == word[0] && self[at...].starts(with: word) {
            let end = at + word.count
            let isBegun = at > 0 && self[at - 1].properties.isAlphabetic
            let goesOn = end < count && self[end].properties.isAlphabetic
            if !isAlone, isBegun || goesOn { continue }
            return at..<end
        }
        return nil
    }
}

/// A date and a clock, whichever stands first, with the numbers alone; `nil` when there are no six or five numbers.
private func arranged(_ text: String, isOfTheEast: Bool, meridiem: String?) -> String? {
    let tokens = numbers(in: text)
    guard let clock = clockStart(tokens) else { return nil }
    let clockEnd = clock + (clock + 2 < tokens.count && tokens[clock + 1].isBeforeClockPart ? 3 : 2)
    let date = Array(tokens[..<clock] + tokens[clockEnd...])
    var time = tokens[clock..<clockEnd].map(\.digits)
    // A sign before the clock, or numbers with nothing between them, is no way to write a time.
    guard date.allSatisfy({ !$0.behind.contains("+") }), !(date.last?.behind.contains("-") ?? false),
        !(tokens[clockEnd - 1].behind.contains("-") || tokens[clockEnd - 1].behind.contains("+")),
        tokens.allSatisfy({ token in
            token.behind.split(whereSeparator: { !$0.isLetter }).allSatisfy { fillers.contains(String($0)) }
        })
    else { return nil }
    guard date.count == 3 || date.isEmpty, time.count == 2 || time.count == 3 else { return nil }
    // `9時5分`; in Latin script a lone digit is half a number.
    for i in time.indices.dropFirst() where isOfTheEast && time[i].utf8.count == 1 { time[i] = "0" + time[i] }
    let joined = time.joined(separator: ":") + (meridiem.map { " " + $0.lowercased() } ?? "")
    if date.isEmpty { return joined }
    let separator = date[0].behind.contains(".") ? "." : date[0].digits.utf8.count == 4 ? "-" : "/"
    return date.map(\.digits).joined(separator: separator) + " " + joined
}

/// What may stand between the numbers: `16.11.2026 г., 8:55 ч.`, `8 h 55 min`, `klo 8.55`. Any other word may be a
/// zone.
private let fillers: Set<String> = [
    "", "h", "min", "s", "r", "г", "ч", "год", "ж", "klo", "kl", "uhr", "at", "à", "às", "a", "um", "ngày", "lúc", "น",
    "เวลา", "t",
    "de", "v", "в", "о", "στις", "ora", "ore", "alle",
]

private struct NumberToken {
    var digits: String
    /// What stands between it and the next, without blanks.
    var behind: String
    var isTight: Bool

    /// `8:55`, `8.55`, `8h55`, `8 h 55`: an hour or minute that goes on.
    var isBeforeClockPart: Bool { [":", "h", "min"].contains(behind) || behind == "." && isTight }
}

private func numbers(in text: String) -> [NumberToken] {
    var tokens: [NumberToken] = []
    for scalar in text.unicodeScalars {
        if scalar.value < 128, UInt8(scalar.value).isASCIIDigit {
            if let last = tokens.last, last.behind.isEmpty, last.isTight {
                tokens[tokens.count - 1].digits.unicodeScalars.append(scalar)
            } else {
                tokens.append(NumberToken(digits: String(scalar), behind: "", isTight: true))
            }
        } else if !tokens.isEmpty {
            if scalar == " " {
                tokens[tokens.count - 1].isTight = false
            } else {
                tokens[tokens.count - 1].behind.unicodeScalars.append(scalar)
            }
        }
    }
    return tokens
}

/// Where the hour stands: two or three numbers with colons, `h` or dots between them.
private func clockStart(_ tokens: [NumberToken]) -> Int? {
    if let colon = tokens.indices.dropLast().first(where: { [":", "h"].contains(tokens[$0].behind) }) { return colon }
    // `9.01` and `9.01.12`, the clock alone.
    if (2...3).contains(tokens.count), tokens[0].digits.utf8.count <= 2,
        tokens.dropLast().allSatisfy({ $0.behind == "." && $0.isTight }),
        tokens.dropFirst().allSatisfy({ $0.digits.utf8.count == 2 }), tokens.last?.behind == ""
    {
        return 0
    }
    // `16.11.2026 8.55` and `16.11.2026 8.55.11`: what is left of the date, which has its year first or third.
    guard tokens.count >= 5 else { return nil }
    return tokens[3].behind == "." && tokens[3].isTight ? 3 : nil
}
