/// Takes display names apart. Knows the school's class names, nothing of its people.
struct NameReader: Sendable {
    /// Class codes as letters and digits only (`8xma1`, `5oak`) → `ClassCode.key`.
    let classKeys: [String: String]

    init(classKeys: [String: String]) { self.classKeys = classKeys }

    func read(_ written: [UInt8], originalName: [UInt8]? = nil) -> DisplayNameParts {
        let name = withoutSmileys(written)
        if let email = emailReading(name) { return DisplayNameParts(main: email, others: []) }
        if let phone = phoneReading(name) { return DisplayNameParts(main: phone, others: []) }
        let (outside, brackets, isInside) = bracketed(name)
        var parts = DisplayNameParts(main: NameReading(kind: .blank), others: [])
        var main = RawWord.words(of: outside)
        let everything = main + (brackets + [originalName].compactMap(\.self)).flatMap { RawWord.words(of: $0) }
        if let sign = Programmes.sign(of: everything) {
            parts.main = NameReading(kind: .bot)
            if sign == .nameOrProduct { parts.main.wholeWords = nameWords(everything) }
            if sign == .role {
                parts.main.isRole = true
                parts.main.words = nameWords(everything.filter { !Programmes.isRole($0.text) })
            }
            return parts
        }
        let tail = takeTail(from: &main, of: outside)
        takePronouns(from: &main)
        takeClass(from: &main, into: &parts, inBrackets: false)
        parts.main = reading(of: main)
        parts.guesses = guesses(for: main)
        if !tail.isEmpty { addBeside(tail, to: &parts) }
        for bracket in brackets + (originalName.map { [$0] } ?? []) {
            readBracket(bracket, isInside: isInside && brackets.count == 1, into: &parts)
        }
        return parts
    }

    /// Names of girls and women, unless they stand behind a dash.
    private static let namesInBrackets: Set<String> = ["anne", "mae", "tia", "bibi", "ma", "pa", "tata"]

    private func saysWhoIsBeside(_ word: RawWord) -> Bool {
        word.kinds.contains(.relative) || word.kinds.contains(.relativeOrName) || SchoolWords.isAdultRole(word.text)
            || word.text == "121"
    }

    private static let rolesOfPupils: Set<String> = [
        "pupil", "student", "learner", "participant", "attendee", "host", "cohost", "guest",
    ]

    /// What stands behind a dash and says who is with the child, `Vojta - babička`; or before a dash or a colon and says
    /// what a member of staff does, `TA: Mr Lamb`.
    private func takeTail(from words: inout [RawWord], of name: [UInt8]) -> [RawWord] {
        if words.count > 2, words.suffix(2).allSatisfy({ $0.text == "1" }) {
            words.removeLast(2)
            var support = RawWord.words(of: Array("121".utf8))
            support[0].hasLetter = false
            return support
        }
        guard
            let mark = name.indices.dropFirst().dropLast().first(where: { i in
                name[i] == .colon && name[i + 1] == .space
                    || name[i] == .hyphen && name[i - 1] == .space && name[i + 1] == .space
            })
        else { return [] }
        let (head, tail) = (RawWord.words(of: Array(name[..<mark])), RawWord.words(of: Array(name[(mark + 1)...])))
        guard !head.isEmpty, !tail.isEmpty else { return [] }
        if head.allSatisfy({ NameReader.rolesOfPupils.contains($0.text) })
            || Remarks.isRemark(head[...], standsApart: true)
        {
            words = tail
            return []
        }
        if head.contains(where: { $0.kinds.contains(.staffRole) }),
            head.allSatisfy({ $0.kinds.contains(.staffRole) || $0.text == "class" })
        {
            words = tail
            return head
        }
        if Remarks.isRemark(tail[...], standsApart: true) {
            words = head
            return []
        }
        guard tail.allSatisfy({ saysWhoIsBeside($0) || $0.kinds.contains(.staffRole) }) else { return [] }
        words = head
        return tail
    }

    /// Somebody is with the child, or is the child's.
    private func addBeside(_ words: [RawWord], to parts: inout DisplayNameParts) {
        guard parts.main.kind == .person, !parts.main.isFromDevice else { return }
        let main = parts.main
        parts.main.kind = .relative
        parts.main.wholeWords = []
        parts.main.isRole = words.allSatisfy { !$0.kinds.contains(.relative) && !$0.kinds.contains(.relativeOrName) }
        parts.main.relation = words.lazy.compactMap { NameWords.relation(of: $0.text) }.first
        parts.main.words = main.words
    }

    private func readBracket(_ bracket: [UInt8], isInside: Bool, into parts: inout DisplayNameParts) {
        if let email = emailReading(bracket) { return parts.others.append(email) }
        var words = RawWord.words(of: bracket)
        if let first = words.first, words.count > 1, ["with", "w", "and", "plus"].contains(first.text),
            words.dropFirst().allSatisfy(saysWhoIsBeside)
        {
            return addBeside(Array(words.dropFirst()), to: &parts)
        }
        if !words.isEmpty, words.allSatisfy({ saysWhoIsBeside($0) && !NameReader.namesInBrackets.contains($0.text) }) {
            return addBeside(words, to: &parts)
        }
        if !words.isEmpty,
            words.allSatisfy({
                !$0.kinds.isDisjoint(with: [.tag, .pronoun, .staffRole]) || !$0.hasLetter && Int($0.text) != nil
            })
        {
            if words.contains(where: { $0.kinds.contains(.outsideMark) }) { parts.hasOutsideMark = true }
            return
        }
        takeClass(from: &words, into: &parts, inBrackets: true)
        if words.isEmpty || Remarks.isRemark(words[...], standsApart: true) { return }
        let reading = reading(of: words)
        if isInside, reading.kind == .person, parts.main.kind == .person, reading.words.count == 1 {
            // The first word outside gives way to the one in brackets: `Ezekiel (Jake) Tomlinson`.
            var joined = parts.main
            joined.words = reading.words + parts.main.words.dropFirst()
            parts.joined = joined
        }
        parts.others.append(reading)
    }

    /// `Aoife Byrne - she/her`: at least two, with a stroke between.
    private func takePronouns(from words: inout [RawWord]) {
        let name = words.reversed().drop { $0.kinds.contains(.pronoun) }
        let pronouns = words[name.count...]
        if name.count > 0, pronouns.count > 1, pronouns.dropLast().contains(where: { $0.follower == .slash }) {
            words.removeLast(pronouns.count)
        }
    }

    // MARK: classes

    /// Takes a class or year (`7B`, `(5 Oak)`, `Year 5`) off the head or the end of the words.
    private func takeClass(from words: inout [RawWord], into parts: inout DisplayNameParts, inBrackets: Bool) {
        guard inBrackets || words.contains(where: \.hasDigit) else { return }
        for count in [3, 2, 1] where words.count >= count {
            for atEnd in [true, false] {
                let span = atEnd ? words.suffix(count) : words.prefix(count)
                if !inBrackets, span.count == words.count { continue }
                let text = span.map(\.text).joined()
                guard inBrackets ? span.count == words.count : text.utf8.contains(where: { $0 < .colon }) else {
                    continue
                }
                if let key = classKeys[text] {
                    parts.classHint = key
                } else if let year = yearNumber(text) {
                    parts.yearHint = year
                } else if !(looksLikeClass(text) && count <= 2) || atEnd && isModel(span, of: words) {
                    continue
                }
                if atEnd { words.removeLast(count) } else { words.removeFirst(count) }
                return
            }
        }
    }

    /// `Mi 9T` is a telephone, no class.
    private func isModel(_ span: ArraySlice<RawWord>, of words: [RawWord]) -> Bool {
        let before = words[..<span.startIndex].last
        return before.map { $0.text == "mi" || $0.kinds.contains(.deviceNoun) } ?? false
    }

    private func yearNumber(_ text: String) -> String? {
        for prefix in ["year", "yr", "y"] where text.utf8.starts(with: prefix.utf8) {
            let rest = text.dropFirst(prefix.count)
            if let number = Int(rest), (0...14).contains(number) { return String(number) }
        }
        return text == "reception" ? "0" : nil
    }

    /// `7b`, `10tk`, `8xma1`: a class of another school, or a spelling we do not know.
    func looksLikeClass(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix { $0.isASCIIDigit }.count
        guard (1...2).contains(digits), bytes.count - digits <= 5,
            let year = Int(String(decoding: bytes.prefix(digits), as: UTF8.self))
        else { return false }
        return year <= 13 && bytes.count > digits && bytes.count - digits <= 3
    }

    // MARK: kinds

    func reading(of words: [RawWord]) -> NameReading {
        if !words.isEmpty, words.allSatisfy(\.isPlain) { return personReading(words) }
        var reading = anyReading(words)
        if [.titled, .household, .relative, .several].contains(reading.kind) {
            reading.hidesDigits = words.contains(where: \.hidesDigits)
        }
        return reading
    }

    private func anyReading(_ words: [RawWord]) -> NameReading {
        var words = words
        while let last = words.last, words.count > 1, last.kinds.contains(.lastMark) { words.removeLast() }
        guard words.contains(where: { $0.hasLetter || $0.hasDigit }) else { return NameReading(kind: .blank) }
        if !words.contains(where: \.hasLetter) {
            let digits = words.map(\.text).joined()
            return NameReading(kind: digits.utf8.count >= 5 ? .phone : .blank, digits: digits)
        }
        if let device = deviceReading(words) { return device }
        if var relative = relativeReading(words) {
            relative.groups = severalReading(words)?.groups ?? []
            return relative
        }
        let isTitleAlone = words.count == 1 && words[0].kinds.contains(.title)
        if isTitleAlone || words.allSatisfy({ $0.kinds.contains(.staffRole) })
            || words.allSatisfy({ !$0.kinds.isDisjoint(with: [.generic, .relative]) || !$0.hasLetter })
        {
            return NameReading(kind: .generic, wholeWords: nameWords(words))
        }
        if let role = roleReading(words) { return role }
        if let title = words.firstIndex(where: { $0.kinds.contains(.title) }), title > 0,
            words[..<title].allSatisfy({ $0.kinds.contains(.staffRole) })
        {
            words.removeFirst(title)
        }
        if let household = householdReading(words) { return household }
        if words.count > 2, words[0].kinds.contains(.title), words[1].kinds.contains(.title) || words[1].text == "and",
            words.dropFirst().contains(where: { $0.kinds.contains(.title) }), let household = titledReading(words)
        {
            return household
        }
        if let several = severalReading(words) { return several }
        if let titled = titledReading(words) { return titled }
        return personReading(words)
    }

    /// `Ted tutor`, `Kofi carer`, `Sam Lowe TA`: a role behind the name.
    private func roleReading(_ words: [RawWord]) -> NameReading? {
        guard words.count > 1, let last = words.last, SchoolWords.isAdultRole(last.text),
            !words[0].kinds.contains(.title)
        else { return nil }
        var reading = personReading(Array(words.dropLast()))
        reading.kind = .relative
        reading.isRole = true
        reading.wholeWords = nameWords(words)
        return reading
    }

    /// `Mrs Khan`, `Mr Moore - Head of Year`: what follows the name is the person's part in the school.
    private func titledReading(_ words: [RawWord]) -> NameReading? {
        guard words.count > 1, words[0].kinds.contains(.title), words[0].follower != .comma else { return nil }
        var named = words.dropFirst()
        if let of = named.dropFirst(2).firstIndex(where: { $0.text == "of" }), named[of - 1].kinds.contains(.staffRole)
        {
            named = named[..<of]
        }
        while named.count > 1, let last = named.last, last.kinds.contains(.staffRole) { named.removeLast() }
        let isHousehold =
            named.count > 1 && named.first.map { $0.kinds.contains(.title) || $0.text == "and" } ?? false
            && (words[0].follower == .ampersand || named.first?.text == "and")
        if isHousehold {
            return NameReading(
                kind: .household, words: nameWords(named.filter { $0.text != "and" && !$0.kinds.contains(.title) }))
        }
        return NameReading(kind: .titled, words: nameWords(named), title: words[0].text)
    }

    private func personReading(_ words: [RawWord]) -> NameReading {
        var names: [String] = []
        names.reserveCapacity(words.count)
        var isHandle = false
        var comma: Int?
        for i in words.indices {
            guard words[i].hasLetter else {
                isHandle = true
                continue
            }
            appendPieces(of: words[i], to: &names)
            if words[i].hasDigit, !words[i].hidesDigits { isHandle = true }
            if words[i].follower == .comma, comma == nil { comma = names.count }
            if words[i].follower == .underscore { isHandle = true }
        }
        if names.isEmpty { return NameReading(kind: .generic) }
        return NameReading(
            kind: .person, words: names, comma: comma == names.count ? nil : comma,
            isFamilyFirst: isFamilyFirst(words), isHandle: isHandle,
            isOneWord: words.count == 1 || words.dropFirst().allSatisfy { $0.isJoined || !$0.hasLetter },
            hidesDigits: words.contains(where: \.hidesDigits))
    }

    /// A comma, or capitals for one part, says which is the family name: `LEWIS, James`, `James LEWIS`.
    private func isFamilyFirst(_ words: [RawWord]) -> Bool? {
        guard words.count > 1 else { return nil }
        if words.dropLast().contains(where: { $0.follower == .comma }) { return true }
        let first = words[0].isUpper && words[0].text.utf8.count > 1
        let last = words[words.count - 1].isUpper && words[words.count - 1].text.utf8.count > 1
        return first == last ? nil : first
    }

    func nameWords(_ words: some Sequence<RawWord>) -> [String] {
        var names: [String] = []
        for word in words where word.hasLetter { appendPieces(of: word, to: &names) }
        return names
    }

    /// The letters of a word, digits at its ends left out.
    private func appendPieces(of word: RawWord, to names: inout [String]) {
        guard word.hasDigit else {
            if word.innerWords.isEmpty { names.append(word.text) } else { names += word.innerWords }
            return
        }
        names += word.pieces.compactMap { piece in
            var bytes = Array(piece.utf8)
            while let last = bytes.last, last.isASCIIDigit { bytes.removeLast() }
            while let first = bytes.first, first.isASCIIDigit, bytes.count > 1,
                bytes[1] < .colon || bytes[0] > UInt8(ascii: "1")
            { bytes.removeFirst() }
            return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
    }

    private func deviceReading(_ words: [RawWord]) -> NameReading? {
        guard words.contains(where: { $0.hasDigit || !$0.kinds.isDisjoint(with: [.deviceNoun, .shortDeviceNoun]) })
        else { return nil }
        var isDevice = words.map { $0.kinds.contains(.deviceNoun) || isModelCode($0) }
        if words.count == 1, words[0].kinds.contains(.shortDeviceNoun) { return NameReading(kind: .device) }
        for i in words.indices.dropFirst()
        where words[i - 1].isPossessive && (words[i].kinds.contains(.shortDeviceNoun) || isShortModel(words[i])) {
            isDevice[i] = true
        }
        for i in words.indices.dropLast()
        where words[i].text == "mi" && words[i + 1].hasDigit && words[i + 1].text.utf8.count < 5 {
            isDevice[i] = true
            isDevice[i + 1] = true
        }
        for i in words.indices.dropLast() where words[i].text == "amazon" && words[i + 1].text == "fire" {
            isDevice[i] = true
            isDevice[i + 1] = true
        }
        // `DESKTOP-8D6GQ80`, `SM-T580`: a code joined by a hyphen.
        for i in words.indices.dropFirst()
        where words[i].isJoined && (words[i].hasDigit || isDevice[i - 1]) && words[i - 1].isUpper && words[i].isUpper {
            isDevice[i - 1] = true
            isDevice[i] = true
        }
        guard let first = isDevice.firstIndex(of: true), let last = isDevice.lastIndex(of: true) else { return nil }
        if words.count == 1, words[0].kinds.contains(.deviceOrName) { return nil }
        for i in words.indices where i > first && !isDevice[i] && isDevice[i - 1] {
            if words[i].kinds.contains(.deviceWord) || !words[i].hasLetter
                || words[i].hasDigit && words[i].text.utf8.count <= 5
            {
                isDevice[i] = true
            }
        }
        for i in words.indices.reversed() where i < last && !isDevice[i] && isDevice[i + 1] {
            if words[i].kinds.contains(.wordBeforeDevice) { isDevice[i] = true }
        }
        var left = words.indices.filter { !isDevice[$0] && words[$0].hasLetter }.map { words[$0] }
        while isDevice[0], left.count > 1, left[0].kinds.contains(.ownersWord) { left.removeFirst() }
        if left.isEmpty { return NameReading(kind: .device) }
        if left.allSatisfy({ !$0.kinds.isDisjoint(with: [.generic, .relative]) || $0.text == "pro" }) {
            return NameReading(kind: .device, wholeWords: nameWords(left))
        }
        var result: NameReading
        if let relative = relativeReading(left) {
            result = relative
        } else if let several = severalReading(left) {
            result = several
        } else if let titled = titledReading(left) {
            result = titled
        } else {
            result = personReading(left)
            result.mayEndInPossessive =
                !left.contains(where: \.isPossessive) && result.words.last?.utf8.last == UInt8(ascii: "s")
        }
        result.isFromDevice = true
        return result
    }

    /// `P30`, `POT`-`LX1`, `SM`: short, in capitals, with a digit, beside nothing that reads as a name.
    private func isModelCode(_ word: RawWord) -> Bool {
        word.hasDigit && word.hasLetter && word.isUpper && word.text.utf8.count >= 6
    }

    /// `A12`, `S21` behind its owner: `Ella's A12`.
    private func isShortModel(_ word: RawWord) -> Bool { word.hasDigit && word.hasLetter && word.text.utf8.count < 6 }

    private func relativeReading(_ words: [RawWord]) -> NameReading? {
        guard words.count > 1, let at = words.firstIndex(where: { $0.kinds.contains(.relative) }) else { return nil }
        if words.count == 2, words[0].isPossessive, words[0].kinds.contains(.relativeOrName),
            words[1].kinds.contains(.relative)
        {
            // `Tia's mum`
            var reading = NameReading(kind: .relative, words: nameWords(words[..<1]))
            reading.relation = NameWords.relation(of: words[1].text)
            return reading
        }
        let rest = words.indices.filter { $0 != at }
        var child: [RawWord]
        if at == 0, words.count > 2,
            ["of", "to", "for", "do", "da", "de", "di", "von", "van", "lui", "od"].contains(words[1].text)
        {
            child = Array(words[2...])
        } else if at == 0 {
            // `Father Brown` is a title; `Mum Khan` names nobody's child but may be anybody's.
            if words[0].kinds.contains(.title) { return nil }
            child = Array(words[1...])
        } else {
            child = Array(words[..<at])
            if at + 1 < words.count,
                !words[(at + 1)...].allSatisfy({ !$0.kinds.isDisjoint(with: [.generic, .relative]) })
            {
                // `Anne` or `Nana` may be a name of somebody: only a possessive makes a relative of it.
                guard words[at - 1].isPossessive else { return nil }
            }
        }
        child = child.filter { !$0.kinds.contains(.relative) && !["and", "the", "my", "of", "with"].contains($0.text) }
        if child.isEmpty || child.allSatisfy({ $0.kinds.contains(.generic) }) {
            return rest.isEmpty ? nil : NameReading(kind: .generic, wholeWords: nameWords(words))
        }
        let mayBeName = words[at].kinds.contains(.relativeOrName) && at == 0 && !words[0].kinds.contains(.title)
        if !mayBeName, words[at].kinds.contains(.relativeOrName), !(at > 0 && words[at - 1].isPossessive),
            !(at == 0 && words.count > 2 && words[1].text == "of")
        {
            return nil
        }
        var reading = NameReading(kind: .relative, words: nameWords(child), wholeWords: nameWords(words))
        reading.relation = NameWords.relation(of: words[at].text)
        reading.mayBeName = mayBeName
        reading.mayEndInPossessive =
            !child.contains(where: \.isPossessive) && reading.words.last?.utf8.last == UInt8(ascii: "s")
        return reading
    }

    private static let families: Set<String> = [
        "family", "teulu", "familia", "famille", "familie", "famiglia", "rodzina", "rodina", "familja", "csalad",
        "seima",
        "aile", "ailesi", "qoyska",
    ]

    private func householdReading(_ words: [RawWord]) -> NameReading? {
        let the = words[0].text == "the"
        var rest = words
        if the { rest.removeFirst() }
        if let last = rest.last, rest.count > 1, last.kinds.contains(.household) {
            return NameReading(
                kind: .household, words: nameWords(rest.dropLast()), wholeWords: nameWords(words),
                mayEndInPossessive: rest[rest.count - 2].text.utf8.last == UInt8(ascii: "s"))
        }
        if rest.count > 1, NameReader.families.contains(rest[0].text) {
            return NameReading(kind: .household, words: nameWords(rest.dropFirst()).filter { $0 != "of" })
        }
        guard the, !rest.isEmpty, rest.count <= 3, let last = rest.last,
            last.text.utf8.last == UInt8(ascii: "s") || last.isPossessive
        else {
            return nil
        }
        return NameReading(kind: .household, words: nameWords(rest), mayEndInPossessive: true)
    }

    /// `Leela and Rohan Nair`, `Ellie/Eddy Fox`, `Alex & Tyler`, `Rhea Quill and 2 more`.
    private func severalReading(_ words: [RawWord]) -> NameReading? {
        guard let tile = namedWords(ofTile: words) else { return severalReading(ofNames: words) }
        var reading = severalReading(ofNames: tile) ?? personReading(tile)
        if reading.kind == .person { (reading.kind, reading.groups) = (.several, [reading.words]) }
        reading.hasUnnamedOthers = true
        return reading
    }

    /// The words before `and 2 more`, `+ 1 other`, `und 3 weitere`.
    private func namedWords(ofTile words: [RawWord]) -> [RawWord]? {
        var named = words
        let hasMore = named.last.map { NameReader.moreWords.contains($0.text) } ?? false
        if hasMore { named.removeLast() }
        guard let count = named.popLast(), count.text.utf8.count <= 2, count.text.utf8.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        let joint = named.last.map { $0.follower == .plus || $0.follower == .ampersand } ?? false
        let isJoined = named.last.map { NameReader.andWords.contains($0.text) } ?? false
        if isJoined { named.removeLast() }
        return !named.isEmpty && (hasMore || joint) ? named : nil
    }

    private static let moreWords: Set<String> = [
        "more", "other", "others", "weitere", "weiterer", "andere", "autre", "autres", "mas", "otros", "otro", "mais",
        "outros", "outro", "altri", "altro", "anderen", "innych", "inni", "wiecej", "altii", "diger", "kisi",
    ]
    private static let andWords: Set<String> = [
        "and", "plus", "und", "et", "y", "e", "i", "en", "og", "och", "ve", "si",
    ]

    private func severalReading(ofNames words: [RawWord]) -> NameReading? {
        func parts(_ word: RawWord) -> Bool {
            word.follower == .ampersand || word.follower == .slash || word.follower == .plus
        }
        func joins(_ word: RawWord) -> Bool { word.text == "and" || word.text == "plus" }
        let isJoined = words.dropFirst().contains(where: joins) || words.contains(where: parts)
        guard isJoined || words.contains(where: { $0.follower == .comma }) else { return nil }
        var groups: [[RawWord]] = [[]]
        for word in words {
            if joins(word) {
                groups.append([])
                continue
            }
            groups[groups.count - 1].append(word)
            if parts(word) || word.follower == .comma { groups.append([]) }
        }
        let named = groups.filter { !$0.isEmpty }.map { nameWords($0) }.filter { !$0.isEmpty }
        guard named.count > 1 else { return nil }
        // `Khan, Jo`, `Khan, Jo Ann` and `de Souza, Jo` are one person.
        if !isJoined, named.count == 2, named.contains(where: { $0.count == 1 }) { return nil }
        return NameReading(kind: .several, words: named.flatMap { $0 }, groups: named)
    }

    // MARK: text

    private func emailReading(_ name: [UInt8]) -> NameReading? {
        guard let at = name.firstIndex(of: .at), at > 0, name[(at + 1)...].contains(.fullStop) else { return nil }
        let text = name.drop { $0 <= .space }
        if text.contains(where: { $0 <= .space })
            && !text.reversed().drop(while: { $0 <= .space }).allSatisfy({ $0 > .space })
        {
            return nil
        }
        let local = Array(name[..<at])
        var reading = personReading(RawWord.words(of: local.map { $0 == .fullStop || $0 == .underscore ? .space : $0 }))
        reading.kind = .email
        reading.digits = comparableEmail(String(decoding: name, as: UTF8.self))
        return reading
    }

    private func phoneReading(_ name: [UInt8]) -> NameReading? {
        var digits: [UInt8] = []
        var shown = 0
        for byte in name {
            if byte.isASCIILetter, byte != UInt8(ascii: "x") { return nil }
            if byte.isASCIIDigit {
                digits.append(byte)
                shown += 1
            } else if byte == .asterisk || byte == UInt8(ascii: "x") && shown > 0 {
                shown += 1
            } else if ![.space, .plus, .hyphen, .openingParenthesis, .closingParenthesis, .fullStop, .slash].contains(
                byte)
            {
                return nil
            }
        }
        guard shown >= 6 else { return nil }
        return NameReading(kind: .phone, digits: shown == digits.count ? String(decoding: digits, as: UTF8.self) : "")
    }

    private func isBracket(_ byte: UInt8) -> Bool {
        switch byte {
        case .openingParenthesis, .closingParenthesis, .lessThan, .greaterThan, .openingBracket, .closingBracket,
            .openingBrace, .closingBrace:
            true
        default: false
        }
    }

    /// The text outside brackets, the texts inside them, and whether a bracket stood between words.
    private func bracketed(_ name: [UInt8]) -> (outside: [UInt8], brackets: [[UInt8]], isInside: Bool) {
        if !name.contains(where: isBracket) { return (name, [], false) }
        var outside: [UInt8] = []
        var brackets: [[UInt8]] = []
        var current: [UInt8]?
        var isInside = false
        for byte in name {
            switch byte {
            case .openingParenthesis, .openingBracket, .openingBrace, .lessThan:
                if let open = current { brackets.append(open) }
                current = []
            case .closingParenthesis, .closingBracket, .closingBrace, .greaterThan:
                if let open = current { brackets.append(open) }
                current = nil
                outside.append(.space)
            default:
                if current != nil {
                    current?.append(byte)
                } else {
                    if !brackets.isEmpty, byte > .space, !outside.allSatisfy({ $0 <= .space }) { isInside = true }
                    outside.append(byte)
                }
            }
        }
        if let open = current { brackets.append(open) }
        return (outside, brackets, isInside)
    }
}
