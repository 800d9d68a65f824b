/// A display name taken apart: the name itself, what stands in brackets, and the class it gives.
struct DisplayNameParts: Sendable {
    var main: NameReading
    /// Brackets and the name before a rename, tags left out.
    var others: [NameReading]
    /// Main words and bracket words in one, where the bracket stands inside the name: `Ezekiel (Jake) Tomlinson`.
    var joined: NameReading?
    /// What the name may say besides, the likeliest first.
    var guesses: [NameGuess] = []
    /// Key of a class of the school (`ClassCode.key` without signs) that the name gives.
    var classHint: String?
    /// `Year 5` → `5`
    var yearHint: String?
    /// `(Guest)`, `(External)` …
    var hasOutsideMark = false

    var all: [NameReading] { [main] + others }

    var outsideBrackets: DisplayNameParts {
        var alone = self
        (alone.others, alone.joined) = ([], nil)
        return alone
    }

    /// The name itself or one of the others is so.
    func contains(where isSo: (NameReading) -> Bool) -> Bool { isSo(main) || others.contains(where: isSo) }
}
