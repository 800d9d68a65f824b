/// How well one written part fits one part of a person's name. Only the order matters; the gaps leave room for parts of
/// compounds.
struct Likeness: Comparable, Hashable, Sendable {
    var value: Int16

    /// The same letters.
    static let exact = Likeness(value: 300)
    /// The first of several given or family names alone.
    static let firstPart = Likeness(value: 275)
    static let otherPart = Likeness(value: 255)
    /// A name with letters that were lost on the way fits.
    static let restored = Likeness(value: 230)
    /// Another spelling of the same name.
    static let variant = Likeness(value: 220)
    /// Sounds the same by transliteration.
    static let soundsAlike = Likeness(value: 210)
    static let shortForm = Likeness(value: 160)
    static let sharedForm = Likeness(value: 150)
    /// `Isabella` for `Ella`: the long form of what the school knows as the whole name.
    static let longForm = Likeness(value: 145)
    /// `Fel` for `Felicia`: the head of the name, in no table.
    static let headOfName = Likeness(value: 140)
    /// One typing slip (two from nine letters).
    static let slip = Likeness(value: 110)
    static let shortSlip = Likeness(value: 100)
    /// Another form of the name by a custom of names (`NameForm`): this person, or a namesake of another tongue. Never
    /// counted.
    static let otherForm = Likeness(value: 60)
    /// The head of the name, and a name of its own: `Karan` for `Karanveer`. Never counted.
    static let headOfOtherName = Likeness(value: 55)
    /// A slip would fit, but what was typed is itself a name: another person, or not. Never counted.
    static let otherName = Likeness(value: 50)
    /// Only the look of it is the same (`lmaan` for `Imaan`). Never counted.
    static let lookAlike = Likeness(value: 45)
    static let initial = Likeness(value: 40)
    static let none = Likeness(value: 0)

    static func < (a: Likeness, b: Likeness) -> Bool { a.value < b.value }

    /// Not near enough to be counted, but a doubt.
    var isDoubt: Bool { self >= .lookAlike && self <= .otherForm }

    /// More than nothing or an initial.
    var isWritten: Bool { self != .none && self != .initial }

    /// Of two words of one side: the weaker. An initial before a doubt (`O` of `O Riain`) makes it no better.
    func together(with other: Likeness) -> Likeness {
        if self == .none || self == .initial && other.isDoubt { return other }
        return min(self, other)
    }

    /// Good enough to say "that is this name".
    var isName: Bool { self >= .shortSlip }
}
