/// How well one written part fits one part of a person's name. Only the order matters; the gaps leave room for parts of
/// compounds.
struct Rank: Comparable, Hashable, Sendable {
    var value: Int16

    /// The same letters.
    static let exact = Rank(value: 300)
    /// The first of several given or family names alone.
    static let firstPart = Rank(value: 275)
    static let otherPart = Rank(value: 255)
    /// A name with letters that were lost on the way fits.
    static let restored = Rank(value: 230)
    /// Another spelling of the same name.
    static let variant = Rank(value: 220)
    /// Sounds the same by transliteration.
    static let soundsAlike = Rank(value: 210)
    static let shortForm = Rank(value: 160)
    static let sharedForm = Rank(value: 150)
    /// `Isabella` for `Ella`: the long form of what the school knows as the whole name.
    static let longForm = Rank(value: 145)
    /// `Fel` for `Felicia`: the head of the name, in no table.
    static let headOfName = Rank(value: 140)
    /// One typing slip (two from nine letters).
    static let slip = Rank(value: 110)
    static let shortSlip = Rank(value: 100)
    /// A slip would fit, but what was typed is itself a name: another person, or not. Never counted.
    static let otherName = Rank(value: 50)
    /// Only the look of it is the same (`lmaan` for `Imaan`). Never counted.
    static let lookAlike = Rank(value: 45)
    static let initial = Rank(value: 40)
    static let none = Rank(value: 0)

    static func < (a: Rank, b: Rank) -> Bool { a.value < b.value }

    /// More than nothing or an initial.
    var isWritten: Bool { self != .none && self != .initial }

    /// Good enough to say "that is this name".
    var isName: Bool { self >= .shortSlip }
}
