import DelimitedText

/// What children write around their names and is no part of them: `its freddie`, `hannah xx`, `Tom (camera broken)`,
/// `zoe in hospital`.
enum Remarks {
    /// The words without kisses, greetings and what is said of camera, sound, place and time. Empty where nothing but
    /// those stood there.
    static func without(_ words: [RawWord]) -> [RawWord] {
        var rest = words[...]
        var before = -1
        while before != rest.count {
            before = rest.count
            rest = withoutKisses(withoutLead(rest))
            if let start = rest.indices.dropFirst().first(where: { isRemark(rest[$0...], standsApart: false) }) {
                rest = rest[..<start]
            }
        }
        return isRemark(rest, standsApart: false) ? [] : Array(rest)
    }

    /// Nothing but a remark. `standsApart`: in brackets or behind a dash.
    static func isRemark(_ words: ArraySlice<RawWord>, standsApart: Bool) -> Bool {
        guard let first = words.first else { return false }
        if words.count > 1, words.count < 5, first.text == "at" || first.text == "from" { return true }
        guard words.allSatisfy(mayBeSaid), words.contains(where: { !$0.kinds.isDisjoint(with: saying) }) else {
            return false
        }
        if words.contains(where: { $0.kinds.contains(.remark) }) || standsApart && words.count > 1 { return true }
        guard let place = words.lastIndex(where: { $0.kinds.contains(.place) }) else { return false }
        return standsApart || place > words.startIndex || words.count > 1
    }

    private static let saying: NameWords.Kinds = [.remark, .remarkFiller, .place]

    private static func mayBeSaid(_ word: RawWord) -> Bool {
        !word.hasLetter || !word.kinds.isDisjoint(with: saying.union(.deviceNoun))
    }

    private static func withoutKisses(_ words: ArraySlice<RawWord>) -> ArraySlice<RawWord> {
        var rest = words
        while rest.count > 1, let last = rest.last, last.kinds.contains(.kiss) { rest.removeLast() }
        while rest.count > 1, let first = rest.first, first.kinds.contains(.kiss) { rest.removeFirst() }
        return rest
    }

    private static func withoutLead(_ words: ArraySlice<RawWord>) -> ArraySlice<RawWord> {
        for lead in leads where words.count > lead.count && zip(words, lead).allSatisfy({ $0.text == $1 }) {
            return words.dropFirst(lead.count)
        }
        guard words.count > 1, let first = words.first else { return words }
        return first.text.utf8.starts(with: "hey".utf8) || first.text == "it" && first.isPossessive
            ? words.dropFirst() : words
    }

    private static let leads = [
        ["my", "name", "is"], ["this", "is"], ["it", "is"], ["i", "am"], ["the", "real"], ["its"], ["itz"], ["iz"],
        ["im"],
        ["iam"], ["hi"], ["hello"], ["hiya"], ["heya"], ["pupil"], ["student"], ["learner"], ["handy", "von"], ["tel"],
        ["mob"],
    ]
}

/// Without smileys, which a reader of words would take for brackets or initials (`max:D`, `Freddie o_O`); `@` as the
/// word that it is read as.
func withoutSmileys(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(where: { ":;=<^_@".utf8.contains($0) }) else { return name }
    let tokens = name.split(separator: .space, omittingEmptySubsequences: false).map { token -> ArraySlice<UInt8> in
        if token.elementsEqual("@".utf8) { return Array("at".utf8)[...] }
        if Smileys.whole.contains(lowered(token)) { return [] }
        let glued = Smileys.glued.first { token.count > $0.utf8.count && lowered(token.suffix($0.utf8.count)) == $0 }
        return glued.map { token.dropLast($0.utf8.count) } ?? token
    }
    return Array(tokens.joined(separator: [.space]))
}

private func lowered(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text.map(\.loweredASCII), as: UTF8.self)
}

private enum Smileys {
    static let whole = wordSet(
        ":) :-) :( :-( ;) ;-) :d :-d =) =d :p :-p ;p :o :-o :/ :3 <3 <33 <333 </3 ^^ ^_^ o_o :') :'( ;d u_u >_< -_- t_t"
    )
    /// That also stand right behind a name.
    static let glued = linesOfWords(":-) :-( ;-) :-d :-p :) :( ;) :d :p =) <3")[0]
}
