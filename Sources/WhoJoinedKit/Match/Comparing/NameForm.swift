/// What two forms of one name have in common: a line of a table, the stem without the ending for a man or a woman, what
/// a transliteration leaves of the sound.
struct NameForm: Hashable, Sendable {
    /// How the two came to differ. A form of one kind is none of another.
    enum Custom: UInt8, Sendable { case table, ending, consonants, easternConsonants, sound, plosives }

    var side: NameSide
    var custom: Custom
    /// Of a line of a table: its number.
    var letters: String

    /// Every form of a word.
    static func all(of word: WordBytes) -> [NameForm] {
        guard word.count > 1 else { return [] }
        return givenForms(of: word) + familyForms(of: word)
    }

    /// `novak` and `novakova`, `petrauskas` and `petrauskiene`.
    static func differByEnding(_ one: WordBytes, _ other: WordBytes) -> Bool {
        let stem = stem(of: one)
        return one != other && stem.count > 3 && stem == self.stem(of: other)
    }

    private static func givenForms(of word: WordBytes) -> [NameForm] {
        var forms = tables.forms(of: SoundKey(of: word).strict, .given)
        for reading in [word, inSomali(word)].compactMap(\.self) where reading.count > 3 {
            forms.append(NameForm(side: .given, custom: .sound, letters: SoundKey(of: slavic(reading)).loose))
        }
        if word.count > 3 {
            forms.append(NameForm(side: .given, custom: .plosives, letters: text(withoutDoubles(plosives(word)))))
        }
        return forms
    }

    private static func familyForms(of word: WordBytes) -> [NameForm] {
        var forms = bases(of: word).flatMap { tables.forms(of: SoundKey(of: $0).strict, .family) }
        let stems = [stem(of: word), withoutLastVowels(word)]
        for stem in stems[0] == stems[1] ? stems[..<1] : stems[...] where stem.count > 2 {
            forms.append(NameForm(side: .family, custom: .ending, letters: SoundKey(of: slavic(stem)).strict))
        }
        func addConsonants(_ letters: WordBytes, _ custom: Custom) {
            guard letters.count > 2 else { return }
            forms.append(NameForm(side: .family, custom: custom, letters: text(letters)))
        }
        for reading in [word, inSomali(word)].compactMap(\.self) {
            let sound = SoundKey(of: reading).loose
            forms.append(NameForm(side: .family, custom: .sound, letters: sound))
            addConsonants(consonants(of: Array(sound.utf8)[...]), .consonants)
        }
        addConsonants(consonants(of: eastern(stems[0])), .easternConsonants)
        if word.count > 4 {
            forms.append(NameForm(side: .family, custom: .plosives, letters: text(withoutDoubles(plosives(word)))))
        }
        return forms
    }

    // MARK: stems

    /// The word, and what is left of it without the word for son or daughter and the mutation after it: `niBhriain` and
    /// `obriain` are `briain`.
    private static func bases(of word: WordBytes) -> [WordBytes] {
        var found = [word]
        for prefix in prefixes where word.starts(with: prefix) && word.count > prefix.count + 1 {
            found.append(word.dropFirst(prefix.count))
        }
        return found + found.compactMap(withoutMutation)
    }

    /// `bhriain` is `briain`, `huiginn` is `uiginn`.
    private static func withoutMutation(_ word: WordBytes) -> WordBytes? {
        guard word.count > 3 else { return nil }
        let (first, second) = (word[word.startIndex], word[word.startIndex + 1])
        let h = UInt8(ascii: "h")
        if second == h, mutating.contains(first) { return [first] + word.dropFirst(2) }
        return first == h && isVowel(second) ? word.dropFirst() : nil
    }

    /// `Svobod` of `Svoboda`; `Beneš` is no `Ben` with an ending, and `Benešová` shows it.
    private static func withoutLastVowels(_ word: WordBytes) -> WordBytes {
        var stem = word
        while stem.count > 3, let last = stem.last, isVowel(last) { stem.removeLast() }
        return stem
    }

    /// Without the longest ending and the vowels that are left at the end: `novak`, `kowalsk`, `petrausk`.
    private static func stem(of word: WordBytes) -> WordBytes {
        var stem = word
        if let ending = endings.first(where: { word.count > $0.count + 2 && word.suffix($0.count) == $0 }) {
            stem.removeLast(ending.count)
        }
        stem = withoutLastVowels(stem)
        // `Hájek`, but `Hájková`.
        if stem.count > 3, stem[stem.endIndex - 2] == UInt8(ascii: "e"), let last = stem.last,
            "kcl".utf8.contains(last)
        {
            stem.remove(at: stem.endIndex - 2)
        }
        return stem
    }

    // MARK: spellings

    /// As a Somali writer would read it; `nil` where nothing in it is Somali.
    private static func inSomali(_ word: WordBytes) -> WordBytes? {
        // `Hazel xx`: kisses are no Somali.
        if zip(word, word.dropFirst()).contains(where: { $0 == UInt8(ascii: "x") && $1 == $0 }) { return nil }
        let read = somali(word)
        return read == word ? nil : read
    }

    /// Vowels count at the beginning alone, where any is as good as another.
    private static func consonants(of word: WordBytes) -> WordBytes {
        var result: WordBytes = []
        for (i, letter) in withoutDoubles(word).enumerated() {
            if !isVowel(letter) { result.append(letter) } else if i == 0 { result.append(UInt8(ascii: "a")) }
        }
        return result
    }

    private static func withoutDoubles(_ word: WordBytes) -> WordBytes {
        var result: WordBytes = []
        for letter in word where result.last != letter { result.append(letter) }
        return result
    }

    // MARK: tables

    private static let tables = NameFormTables()
    /// With `j`, as Slavic names write it.
    private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }
    private static let vowels = Array("aeiouyj".utf8)
    private static let mutating = Array("bcdfgmpst".utf8)
    /// Irish, Scottish, Welsh and Norman, the longest first.
    private static let prefixes = words("merch ferch verch mhic mag mac nic nig mic mc ni ui ua ap ab de o")
    /// Icelandic, Baltic, Slavic and Greek, the longest first.
    private static let endings = words(
        "sdottir dottir iene aite iute sson ovna evna idou idis ova eva ovi off eff ina ins yte ute ius ov ev in as is ys us es os s"
    )
    private static let somali = Respelling("ch=ch x=h c=")
    private static let slavic = Respelling("dj=d kh=h shch=s tch=c cz=c ch=c sz=s sh=s zh=z")
    private static let eastern = Respelling(
        """
        shch=s tsch=c sch=s tch=c sz=s sh=s zh=s rz=s z=s cz=c ch=c cs=c ts=c tz=c dzh=d dj=d dz=d gj=d dh=d th=t
        kh=h gh=h g=h w=v ph=f ks=x
        """)
    /// Korean and Tamil write one letter for `g` and `k`, `d` and `t`, `b` and `p`; Chinese is spelt in two ways.
    private static let plosives = Respelling(
        """
        yeo=yu eo=u oo=u ou=u eu=u woo=u wu=u ee=i ui=i hs=x tzu=zi tsu=zi ch=j g=k dh=t d=t th=t bh=p b=p zh=l r=l
        sh=s
        """)

    private static func words(_ text: String) -> [WordBytes] {
        linesOfWords(text).joined().map { Array($0.utf8)[...] }
    }

    private static func text(_ letters: WordBytes) -> String { String(decoding: letters, as: UTF8.self) }
}

/// The tables by what their names sound like, so that one spelling in them stands for the others.
private struct NameFormTables {
    private typealias Entry = (line: Int, next: Int?)

    /// The first and the last entry of a sound. Each entry says the next: an array for each of ten thousand sounds would
    /// take a tenth of a `lesson` to make.
    private var ends = [String: (first: Int, last: Int)](minimumCapacity: 8192)
    private var entries: [Entry] = []
    /// Of which side of a name each line is.
    private var sides: [[NameSide]] = []

    init() {
        entries.reserveCapacity(16_384)
        for line in linesOfWords(Nicknames.variants) { add(line, [.given, .family]) }
        for line in FamilyNames.lines { add(line, [.family]) }
        // The forms of one name in two other tongues are two names.
        for line in linesOfWords(NamesOfNations.given) {
            for other in line.dropFirst() { add([line[0], other], [.given]) }
        }
    }

    func forms(of sound: String, _ side: NameSide) -> [NameForm] {
        var found: [NameForm] = []
        var next = ends[sound]?.first
        while let at = next {
            let entry = entries[at]
            if sides[entry.line].contains(side) {
                found.append(NameForm(side: side, custom: .table, letters: "\(entry.line)"))
            }
            next = entry.next
        }
        return found
    }

    private mutating func add(_ names: [String], _ sidesOfLine: [NameSide]) {
        for name in names {
            entries.append((sides.count, nil))
            Self.putLast(entries.count - 1, &ends[SoundKey.strict(of: name), default: (-1, -1)], &entries)
        }
        sides.append(sidesOfLine)
    }

    private static func putLast(_ entry: Int, _ ends: inout (first: Int, last: Int), _ entries: inout [Entry]) {
        if ends.first < 0 { ends.first = entry } else { entries[ends.last].next = entry }
        ends.last = entry
    }
}
