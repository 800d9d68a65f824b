/// What a display name says before anybody is looked up: a person's name in parts, or something that names nobody.
struct NameReading: Sendable {
    enum Kind: Sendable, Equatable {
        case blank, device, generic, bot, phone
        /// A name in words, as its writer may have meant it.
        case person
        /// `Zara's mum`, `Parent of Zara`: `words` name the child.
        case relative
        /// `The Smith Family`: `words` are the surname.
        case household
        /// `Leela and Rohan Nair`: `groups` name each.
        case several
        /// `Mrs Khan`: `title` and `words`.
        case titled
        /// The display name is an e-mail address.
        case email
    }

    var kind: Kind
    /// Lower-case ASCII parts of the name; hyphens and capitals inside a word part it too.
    var words: [String] = []
    var groups: [[String]] = []
    var title = ""
    /// The name was taken from a device's name (`Ali's iPad`).
    var isFromDevice = false
    /// `Adams iPad` may be Adam's.
    var mayEndInPossessive = false
    /// Index of the first word after a comma: `Khan, Aisha`.
    var comma: Int?
    /// Digits or underscores beside the letters: `Dave_2009`.
    var isHandle = false
    /// It was written without a blank: `HeavyFrog`.
    var isOneWord = false
    /// A nought or a one among the letters of a word: `0scar`, `Ai1a`.
    var hidesDigits = false
    /// Digits of a telephone number (masked ones are left out), or the address of an e-mail.
    var digits = ""

    var isInitials: Bool { !words.isEmpty && words.allSatisfy { $0.utf8.count == 1 } }
}

/// A display name taken apart: the name itself, what stands in brackets, and the class it gives.
struct DisplayNameParts: Sendable {
    var main: NameReading
    /// Brackets and the name before a rename, tags left out.
    var others: [NameReading]
    /// Main words and bracket words in one, where the bracket stands inside the name: `Ezekiel (Jake) Tomlinson`.
    var joined: NameReading?
    /// Key of a class of the school (`ClassCode.key` without signs) that the name gives.
    var classHint: String?
    /// `Year 5` → `5`
    var yearHint: String?
    /// `(Guest)`, `(External)` …
    var hasOutsideMark = false

    var all: [NameReading] { [main] + others }
}

/// A word of a display name with what stood around it.
private struct RawWord {
    /// Lower-case letters, digits and lost letters; apostrophes are left out.
    var text: String
    /// The same, parted where a capital follows a small letter.
    var pieces: [String]
    var isPossessive = false
    /// The sign after the word: `,` `&` `/` `+` `-` or a blank.
    var follower: UInt8 = 0x20
    var hasDigit = false
    var hasLetter = false
    var isUpper = false
    /// A hyphen or underscore joined it to the word before.
    var isJoined = false
    /// A nought or a one that stands for a letter.
    var hidesDigits = false
}

/// Takes display names apart. Knows the school's class names, nothing of its people.
struct NameReader: Sendable {
    /// Class codes as letters and digits only (`8xma1`, `5oak`) → `ClassCode.key`.
    let classKeys: [String: String]

    init(classKeys: [String: String]) { self.classKeys = classKeys }

    func read(_ name: [UInt8], originalName: [UInt8]? = nil) -> DisplayNameParts {
        if let email = emailReading(name) { return DisplayNameParts(main: email, others: []) }
        if let phone = phoneReading(name) { return DisplayNameParts(main: phone, others: []) }
        let (outside, brackets, isInside) = bracketed(name)
        var parts = DisplayNameParts(main: NameReading(kind: .blank), others: [])
        var main = rawWords(outside)
        if isBot(main + brackets.flatMap { rawWords($0) }) {
            parts.main.kind = .bot
            return parts
        }
        takeClass(from: &main, into: &parts, inBrackets: false)
        parts.main = reading(of: main)
        for bracket in brackets + (originalName.map { [$0] } ?? []) {
            readBracket(bracket, isInside: isInside && brackets.count == 1, main: main, into: &parts)
        }
        return parts
    }

    private func readBracket(_ bracket: [UInt8], isInside: Bool, main: [RawWord], into parts: inout DisplayNameParts) {
        if let email = emailReading(bracket) { return parts.others.append(email) }
        var words = rawWords(bracket)
        if !words.isEmpty,
            words.allSatisfy({ NameWords.tags.contains($0.text) || NameWords.pronouns.contains($0.text) || NameWords.staffRoles.contains($0.text) || Int($0.text) != nil })
        {
            if words.contains(where: { ["guest", "external", "unverified"].contains($0.text) }) { parts.hasOutsideMark = true }
            return
        }
        takeClass(from: &words, into: &parts, inBrackets: true)
        if words.isEmpty { return }
        let reading = reading(of: words)
        if isInside, reading.kind == .person, parts.main.kind == .person, reading.words.count == 1 {
            // The first word outside gives way to the one in brackets: `Ezekiel (Jake) Tomlinson`.
            var joined = parts.main
            joined.words = reading.words + parts.main.words.dropFirst()
            parts.joined = joined
        }
        parts.others.append(reading)
    }

    // MARK: classes

    /// Takes a class or year (`7B`, `(5 Oak)`, `Year 5`) off the head or the end of the words.
    private func takeClass(from words: inout [RawWord], into parts: inout DisplayNameParts, inBrackets: Bool) {
        guard inBrackets || words.contains(where: { $0.text.utf8.contains { $0 < 0x3A } }) else { return }
        for count in [3, 2, 1] where words.count >= count {
            for atEnd in [true, false] {
                let span = atEnd ? words.suffix(count) : words.prefix(count)
                if !inBrackets, span.count == words.count { continue }
                let text = span.map(\.text).joined()
                guard inBrackets ? span.count == words.count : text.utf8.contains(where: { $0 < 0x3A }) else { continue }
                if let key = classKeys[text] {
                    parts.classHint = key
                } else if let year = yearNumber(text) {
                    parts.yearHint = year
                } else if !(looksLikeClass(text) && count <= 2) {
                    continue
                }
                if atEnd { words.removeLast(count) } else { words.removeFirst(count) }
                return
            }
        }
    }

    private func yearNumber(_ text: String) -> String? {
        for prefix in ["year", "yr", "y"] where text.utf8.starts(with: prefix.utf8) {
            let rest = text.dropFirst(prefix.count)
            if let number = Int(rest), (0...14).contains(number) { return String(number) }
        }
        return text == "reception" ? "0" : nil
    }

    /// `7b`, `10tk`, `8xma1`: a class of another school, or a spelling we do not know.
    private func looksLikeClass(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        guard (1...2).contains(digits), bytes.count - digits <= 5, let year = Int(String(decoding: bytes.prefix(digits), as: UTF8.self)) else { return false }
        return year <= 13 && bytes.count > digits && bytes.count - digits <= 3
    }

    // MARK: kinds

    private func reading(of words: [RawWord]) -> NameReading {
        var words = words
        while let last = words.last, words.count > 1, ["guest", "external", "unverified", "host", "cohost"].contains(last.text) { words.removeLast() }
        guard words.contains(where: { $0.hasLetter || $0.hasDigit }) else { return NameReading(kind: .blank) }
        if !words.contains(where: \.hasLetter) {
            let digits = words.map(\.text).joined()
            return NameReading(kind: digits.utf8.count >= 5 ? .phone : .blank, digits: digits)
        }
        if let device = deviceReading(words) { return device }
        if let relative = relativeReading(words) { return relative }
        if words.allSatisfy({ NameWords.generics.contains($0.text) || NameWords.relatives.contains($0.text) || !$0.hasLetter }) { return NameReading(kind: .generic) }
        if let household = householdReading(words) { return household }
        if let several = severalReading(words) { return several }
        if words.count > 1, NameWords.titles.contains(words[0].text), words[0].follower != 0x2C {
            var named = words.dropFirst()
            while named.count > 1, let last = named.last, NameWords.staffRoles.contains(last.text) { named.removeLast() }
            return NameReading(kind: .titled, words: nameWords(named), title: words[0].text)
        }
        return personReading(words)
    }

    private func personReading(_ words: [RawWord]) -> NameReading {
        var result = NameReading(kind: .person)
        for word in words {
            if !word.hasLetter {
                result.isHandle = true
                continue
            }
            let pieces = trimmedPieces(word)
            result.words += pieces
            if word.hasDigit, !word.hidesDigits { result.isHandle = true }
            if word.follower == 0x2C, result.comma == nil { result.comma = result.words.count }
            if word.follower == 0x5F { result.isHandle = true }
        }
        if result.comma == result.words.count { result.comma = nil }
        result.isOneWord = words.count == 1 || words.dropFirst().allSatisfy { $0.isJoined || !$0.hasLetter }
        result.hidesDigits = words.contains(where: \.hidesDigits)
        if result.words.isEmpty { return NameReading(kind: .generic) }
        return result
    }

    private func nameWords(_ words: some Sequence<RawWord>) -> [String] { words.filter(\.hasLetter).flatMap(trimmedPieces) }

    /// The letters of a word, digits at its ends left out.
    private func trimmedPieces(_ word: RawWord) -> [String] {
        guard word.hasDigit else { return word.pieces }
        return word.pieces.compactMap { piece in
            var bytes = Array(piece.utf8)
            while let last = bytes.last, last >= 0x30 && last <= 0x39 { bytes.removeLast() }
            while let first = bytes.first, first >= 0x30 && first <= 0x39, bytes.count > 1, bytes[1] < 0x3A || bytes[0] > 0x31 { bytes.removeFirst() }
            return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
    }

    private func deviceReading(_ words: [RawWord]) -> NameReading? {
        var isDevice = words.map { NameWords.deviceNouns.contains($0.text) || isModelCode($0) }
        if words.count == 1, ["mac", "hp", "fire", "switch"].contains(words[0].text) { return NameReading(kind: .device) }
        for i in words.indices.dropFirst() where words[i - 1].isPossessive && ["mac", "fire", "hp", "switch"].contains(words[i].text) { isDevice[i] = true }
        for i in words.indices.dropLast() where words[i].text == "amazon" && words[i + 1].text == "fire" { isDevice[i] = true; isDevice[i + 1] = true }
        // `DESKTOP-8D6GQ80`, `SM-T580`: a code joined by a hyphen.
        for i in words.indices.dropFirst() where words[i].isJoined && (words[i].hasDigit || isDevice[i - 1]) && words[i - 1].isUpper && words[i].isUpper {
            isDevice[i - 1] = true
            isDevice[i] = true
        }
        guard let first = isDevice.firstIndex(of: true), let last = isDevice.lastIndex(of: true) else { return nil }
        if words.count == 1, words[0].text == "vivo" || words[0].text == "poco" || words[0].text == "portal" { return nil }
        for i in words.indices where i > first && !isDevice[i] && isDevice[i - 1] {
            if NameWords.deviceWords.contains(words[i].text) || !words[i].hasLetter || words[i].hasDigit && words[i].text.utf8.count <= 5 { isDevice[i] = true }
        }
        for i in words.indices.reversed() where i < last && !isDevice[i] && isDevice[i + 1] {
            if ["amazon", "google", "microsoft", "apple", "my", "the", "our", "new", "old", "school", "home", "spare", "hp", "sony", "work", "family", "kids"].contains(
                words[i].text)
            {
                isDevice[i] = true
            }
        }
        let left = words.indices.filter { !isDevice[$0] && words[$0].hasLetter }.map { words[$0] }
        if left.isEmpty { return NameReading(kind: .device) }
        if left.allSatisfy({ NameWords.generics.contains($0.text) || NameWords.relatives.contains($0.text) || ["pro", "user"].contains($0.text) }) {
            return NameReading(kind: .device)
        }
        var result: NameReading
        if let relative = relativeReading(left) {
            result = relative
        } else if let several = severalReading(left) {
            result = several
        } else {
            result = personReading(left)
            result.mayEndInPossessive = !left.contains(where: \.isPossessive) && result.words.last?.utf8.last == 0x73
        }
        result.isFromDevice = true
        return result
    }

    /// `P30`, `POT`-`LX1`, `SM`: short, in capitals, with a digit, beside nothing that reads as a name.
    private func isModelCode(_ word: RawWord) -> Bool {
        word.hasDigit && word.hasLetter && word.isUpper && word.text.utf8.count >= 6
    }

    private func relativeReading(_ words: [RawWord]) -> NameReading? {
        guard words.count > 1, let at = words.firstIndex(where: { NameWords.relatives.contains($0.text) }) else { return nil }
        let rest = words.indices.filter { $0 != at }
        var child: [RawWord]
        if at == 0, words.count > 2, ["of", "to", "for"].contains(words[1].text) {
            child = Array(words[2...])
        } else if at == 0 {
            // `Father Brown` is a title; `Mum Khan` names nobody's child but may be anybody's.
            if NameWords.titles.contains(words[0].text) { return nil }
            child = Array(words[1...])
        } else {
            child = Array(words[..<at])
            if at + 1 < words.count, !words[(at + 1)...].allSatisfy({ NameWords.relatives.contains($0.text) || NameWords.generics.contains($0.text) }) {
                // `Anne` or `Nana` may be a name of somebody: only a possessive makes a relative of it.
                guard words[at - 1].isPossessive else { return nil }
            }
        }
        child = child.filter { !NameWords.relatives.contains($0.text) && !["and", "the", "my", "of"].contains($0.text) }
        if child.isEmpty || child.allSatisfy({ NameWords.generics.contains($0.text) }) { return rest.isEmpty ? nil : NameReading(kind: .generic) }
        if ["anne", "ma", "pa", "abu", "papa", "nana", "baba", "dada", "amma", "mama", "sister", "brother", "uncle", "father"].contains(words[at].text),
            !(at > 0 && words[at - 1].isPossessive), !(at == 0 && words.count > 2 && words[1].text == "of")
        {
            return nil
        }
        var reading = NameReading(kind: .relative, words: nameWords(child))
        reading.mayEndInPossessive = !child.contains(where: \.isPossessive) && reading.words.last?.utf8.last == 0x73
        return reading
    }

    private func householdReading(_ words: [RawWord]) -> NameReading? {
        let the = words[0].text == "the"
        var rest = words
        if the { rest.removeFirst() }
        if let last = rest.last, rest.count > 1, NameWords.households.contains(last.text) {
            return NameReading(kind: .household, words: nameWords(rest.dropLast()), mayEndInPossessive: rest[rest.count - 2].text.utf8.last == 0x73)
        }
        if rest.count > 1, NameWords.households.contains(rest[0].text), rest[0].text == "family" {
            return NameReading(kind: .household, words: nameWords(rest.dropFirst()).filter { $0 != "of" })
        }
        guard the, !rest.isEmpty, rest.count <= 3, let last = rest.last, last.text.utf8.last == 0x73 else { return nil }
        return NameReading(kind: .household, words: nameWords(rest), mayEndInPossessive: true)
    }

    /// `Leela and Rohan Nair`, `Ellie/Eddy Fox`, `Alex & Tyler`.
    private func severalReading(_ words: [RawWord]) -> NameReading? {
        func parts(_ word: RawWord) -> Bool { word.follower == 0x26 || word.follower == 0x2F || word.follower == 0x2B }
        guard words.contains(where: { $0.text == "and" || parts($0) }) else { return nil }
        var groups: [[RawWord]] = [[]]
        for word in words {
            if word.text == "and" {
                groups.append([])
                continue
            }
            groups[groups.count - 1].append(word)
            if parts(word) { groups.append([]) }
        }
        let named = groups.filter { !$0.isEmpty }.map { nameWords($0) }.filter { !$0.isEmpty }
        guard named.count > 1 else { return nil }
        return NameReading(kind: .several, words: named.flatMap { $0 }, groups: named)
    }

    // MARK: text

    private func emailReading(_ name: [UInt8]) -> NameReading? {
        guard let at = name.firstIndex(of: 0x40), at > 0, name[(at + 1)...].contains(0x2E) else { return nil }
        let text = name.drop { $0 <= 0x20 }
        if text.contains(where: { $0 <= 0x20 }) && !text.reversed().drop(while: { $0 <= 0x20 }).allSatisfy({ $0 > 0x20 }) { return nil }
        let local = Array(name[..<at])
        var reading = personReading(rawWords(local.map { $0 == 0x2E || $0 == 0x5F ? 0x20 : $0 }))
        reading.kind = .email
        reading.digits = String(decoding: lowered(name).filter { $0 > 0x20 }, as: UTF8.self)
        return reading
    }

    private func phoneReading(_ name: [UInt8]) -> NameReading? {
        var digits: [UInt8] = []
        var shown = 0
        for byte in name {
            if byte >= 0x30 && byte <= 0x39 {
                digits.append(byte); shown += 1
            } else if byte == 0x2A || byte == 0x78 && shown > 0 {
                shown += 1
            } else if ![0x20, 0x2B, 0x2D, 0x28, 0x29, 0x2E, 0x2F].contains(byte) {
                return nil
            }
        }
        guard shown >= 6 else { return nil }
        return NameReading(kind: .phone, digits: shown == digits.count ? String(decoding: digits, as: UTF8.self) : "")
    }

    private func isBot(_ words: [RawWord]) -> Bool {
        let texts = words.map(\.text)
        if texts.contains(where: { NameWords.bots.contains($0) && !NameWords.botsWithNames.contains($0) }) { return true }
        guard texts.count > 1 else { return ["otterai", "readai"].contains(texts.first) }
        if texts.contains("notes"), texts.contains("meeting") { return true }
        return texts.contains("ai") && texts.contains { NameWords.botsWithNames.contains($0) || ["assistant", "notes", "meeting", "read", "note"].contains($0) }
    }

    /// The text outside brackets, the texts inside them, and whether a bracket stood between words.
    private func bracketed(_ name: [UInt8]) -> (outside: [UInt8], brackets: [[UInt8]], isInside: Bool) {
        var outside: [UInt8] = []
        var brackets: [[UInt8]] = []
        var current: [UInt8]?
        var isInside = false
        for byte in name {
            switch byte {
            case 0x28, 0x5B, 0x7B, 0x3C:
                if let open = current { brackets.append(open) }
                current = []
            case 0x29, 0x5D, 0x7D, 0x3E:
                if let open = current { brackets.append(open) }
                current = nil
                outside.append(0x20)
            default:
                if current != nil {
                    current?.append(byte)
                } else {
                    if !brackets.isEmpty, byte > 0x20, !outside.allSatisfy({ $0 <= 0x20 }) { isInside = true }
                    outside.append(byte)
                }
            }
        }
        if let open = current { brackets.append(open) }
        return (outside, brackets, isInside)
    }

    private func lowered(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }

    private func rawWords(_ name: [UInt8]) -> [RawWord] {
        var result: [RawWord] = []
        var i = 0
        var isJoined = false
        while i < name.count {
            guard isWordByte(name[i]) else {
                let byte = name[i]
                if !result.isEmpty {
                    if [0x2C, 0x26, 0x2F, 0x2B, 0x5F].contains(byte) { result[result.count - 1].follower = byte }
                    isJoined = (byte == 0x2D || byte == 0x5F) && i > 0 && isWordByte(name[i - 1])
                }
                i += 1
                continue
            }
            let start = i
            while i < name.count, isWordByte(name[i]) || isInnerSign(name, i) { i += 1 }
            if let word = rawWord(name[start..<i], isJoined: isJoined) { result.append(word) }
            isJoined = false
        }
        return result
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == CleanName.unreadable
    }

    /// An apostrophe or a question mark (a lost letter) inside or at the end of a word.
    private func isInnerSign(_ name: [UInt8], _ i: Int) -> Bool {
        if name[i] == 0x27 { return true }
        return name[i] == 0x3F && i + 1 < name.count && name[i + 1] | 0x20 >= 0x61 && name[i + 1] | 0x20 <= 0x7A
    }

    private func rawWord(_ slice: ArraySlice<UInt8>, isJoined: Bool) -> RawWord? {
        var bytes = Array(slice)
        var isPossessive = false
        if bytes.count > 2, bytes[bytes.count - 1] | 0x20 == 0x73, bytes[bytes.count - 2] == 0x27 {
            bytes.removeLast(2)
            isPossessive = true
        } else if bytes.count > 2, bytes.last == 0x27, bytes[bytes.count - 2] | 0x20 == 0x73 {
            isPossessive = true
        }
        var pieces: [[UInt8]] = [[]]
        var word = RawWord(text: "", pieces: [], isPossessive: isPossessive, isUpper: true, isJoined: isJoined)
        var previousIsSmall = false
        let spelled = lettersForDigits(bytes)
        word.hidesDigits = spelled != bytes
        word.hasDigit = word.hidesDigits
        for byte in spelled where byte != 0x27 {
            let isCapital = byte >= 0x41 && byte <= 0x5A
            let isSmall = byte >= 0x61 && byte <= 0x7A
            // `eVnkata`: a slip of the shift key is no second word.
            if isCapital, previousIsSmall, pieces[pieces.count - 1].count > 1 { pieces.append([]) }
            previousIsSmall = isSmall
            if isSmall { word.isUpper = false }
            if isSmall || isCapital || byte == CleanName.unreadable || byte == 0x3F { word.hasLetter = true } else { word.hasDigit = true }
            pieces[pieces.count - 1].append(byte == 0x3F ? CleanName.unreadable : isCapital ? byte | 0x20 : byte)
        }
        word.pieces = pieces.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        word.text = word.pieces.joined()
        return word.text.isEmpty ? nil : word
    }

    /// A nought before a letter, or a one between letters, is read as the letter that it looks like.
    private func lettersForDigits(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x30) || bytes.contains(0x31), bytes.contains(where: { $0 >= 0x61 }), bytes.count(where: { $0 >= 0x30 && $0 <= 0x39 }) == 1, bytes.count > 2 else {
            return bytes
        }
        var result = bytes
        for i in bytes.indices.dropLast() where bytes[i] == 0x30 || bytes[i] == 0x31 {
            if bytes[i + 1] > 0x39, i > 0 || bytes[i + 1] >= 0x61 && bytes.count > 4 { result[i] = bytes[i] == 0x30 ? 0x6F : 0x6C }
        }
        return result
    }
}
