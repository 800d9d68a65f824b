/// How a written name fits one person, part by part.
struct NameFit<Bearer>: Sendable {
    /// Among the bearers of the names that were searched.
    var person: TypedIndex<Bearer>
    /// `.none`: that side is not written at all.
    var given = Likeness.none
    var family = Likeness.none
    /// How many words of the written name are no part of the person's.
    var unmatchedWords = 0
    var familyFirst = false
    /// The given name that is written is the person's own, or its head.
    var isOwnGiven = false

    var kind: NameFitKind {
        if unmatchedWords > 0 { return .incomplete }
        let hasOther = given.isDoubt || family.isDoubt
        if hasOther { return given != .none && family != .none ? .otherName : .incomplete }
        if given.isName, family.isName { return .full }
        if given.isName, family == .initial { return .givenAndInitial }
        if given == .initial, family.isName { return .initialAndFamily }
        if given.isName { return .givenOnly }
        return family.isName ? .familyOnly : .incomplete
    }

    /// The better kind, then fewer words that are no part of the name, then the better score.
    func isAtLeast(_ other: NameFit) -> Bool { (kind, weight) >= (other.kind, other.weight) }

    private var weight: Int { unmatchedWords == 0 ? score : score / 1000 - unmatchedWords * 1000 }

    /// Given and family name, both letter by letter.
    var isExact: Bool { given == .exact && family == .exact && unmatchedWords == 0 }

    /// What is written of the given names is a middle name, or a second word.
    var isOfFurtherName: Bool { given.isName && !isOwnGiven }

    var isLookAlike: Bool { given == .lookAlike || family == .lookAlike }

    var isOtherForm: Bool { given == .otherForm || family == .otherForm }

    /// The weaker of the sides that are written as names, `.none` if there is none.
    var weakest: Likeness {
        if !given.isWritten { return family.isWritten ? family : .none }
        return family.isWritten ? min(given, family) : given
    }

    /// The weaker side first, then both together: which of two fits of one kind is the better.
    var score: Int {
        Int(weakest.value) * 1000 + Int(given.value) + Int(family.value) - (familyFirst ? 1 : 0)
    }
}
