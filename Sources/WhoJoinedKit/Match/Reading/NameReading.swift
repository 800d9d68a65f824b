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

    /// Which relative of a child somebody says to be.
    enum Relation: Sendable { case mother, father }

    var kind: Kind
    /// Lower-case ASCII parts of the name; hyphens and capitals inside a word part it too.
    var words: [String] = []
    var groups: [[String]] = []
    /// Of several, not all are named: `Rhea Quill and 2 more`.
    var hasUnnamedOthers = false
    var title = ""
    /// Of a relative, a household, a programme, a device or a generic word: all words, as they may be somebody's name after all.
    var wholeWords: [String] = []
    var relation: Relation?
    /// A role rather than a relation stands beside the name: `Kofi (carer)`, `Barty - notetaker`.
    var isRole = false
    /// The word for the relation is also a name: `Mama Keita`.
    var mayBeName = false
    /// The name was taken from a device's name (`Ali's iPad`).
    var isFromDevice = false
    /// `Adams iPad` may be Adam's.
    var mayEndInPossessive = false
    /// Index of the first word after a comma: `Khan, Aisha`.
    var comma: Int?
    /// Which side the writer says to be the family name; `nil` where neither comma nor capitals tell.
    var isFamilyFirst: Bool?
    /// Digits or underscores beside the letters: `Dave_2009`.
    var isHandle = false
    /// It was written without a blank: `HeavyFrog`.
    var isOneWord = false
    /// A nought or a one among the letters of a word: `0scar`, `Ai1a`.
    var hidesDigits = false
    /// Digits of a telephone number (masked ones are left out), or the address of an e-mail.
    var digits = ""

    /// As the names of the school are looked up: gaps and capitals inside a name part nothing.
    var fullName: String { words.joined() }
    var isInitials: Bool { !words.isEmpty && words.allSatisfy { $0.utf8.count == 1 } }
}
