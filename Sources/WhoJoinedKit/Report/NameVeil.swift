/// Initials in the place of names, for a page on a screen that others see.
struct NameVeil: Sendable {
    /// Every word of a name that the school or these calls have.
    private let words: Set<String>

    init(_ result: WeekResult) {
        var words: Set<String> = []
        func add(_ text: String) { words.formUnion(NameVeil.pieces(of: text).filter(\.isWord).map(\.text)) }
        for pupil in result.school.roster.pupils {
            for name in [pupil.display, pupil.main, pupil.legal, pupil.preferred].compactMap(\.self) {
                add("\(name.given) \(name.middle) \(name.family)")
            }
            for contact in pupil.contacts { add("\(contact.given) \(contact.family) \(contact.full)") }
        }
        for member in result.school.roster.staff { add("\(member.given) \(member.family) \(member.full)") }
        // A device's name has words that sentences have too.
        for entrant in result.sessions.flatMap(\.session.entrants) where entrant.link.outcome != .unnamed {
            for name in entrant.entrant.shownNames { add(PlainText.clean(name)) }
        }
        for event in result.sessions.flatMap(\.session.events) {
            for account in [event.event.actor, event.event.target].compactMap(\.self) {
                add(PlainText.clean(account.name))
            }
        }
        self.words = words.filter { word in
            word.unicodeScalars.count > 1 && word.unicodeScalars.first.map { $0.properties.isLowercase } != true
        }
    }

    /// `F.O.` of `Freya Obuya`.
    func initials(_ name: String) -> String {
        let letters = NameVeil.pieces(of: name).filter(\.isWord).compactMap(\.text.unicodeScalars.first)
        return letters.isEmpty ? "?" : letters.map { "\(String($0).uppercased())." }.joined()
    }

    /// A sentence whose names are their first letters.
    func veiled(_ text: String) -> String {
        NameVeil.pieces(of: text).map { piece in
            words.contains(piece.text) ? "\(String(piece.text.unicodeScalars.prefix(1)))." : piece.text
        }.joined()
    }

    /// Words of letters, and what stands between them.
    private static func pieces(of text: String) -> [(text: String, isWord: Bool)] {
        var pieces: [(text: String, isWord: Bool)] = []
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            let isMark = properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
            let isLetter = properties.isAlphabetic || isMark
            if let last = pieces.last, last.isWord == isLetter {
                pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
            } else {
                pieces.append((String(scalar), isLetter))
            }
        }
        return pieces
    }
}
