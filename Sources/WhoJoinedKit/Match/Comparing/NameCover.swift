/// A part of a written name that may be a part of a person's.
struct NameHit<Bearer> {
    var person: TypedIndex<Bearer>
    /// The person's part.
    var part: Int
    /// Of the written name.
    var words: Range<Int>
    var side: NameSide
    var likeness: Likeness
    /// The part is the person's own given name, or its head: no middle name, no second word.
    var isOwnGiven = false
}

/// Every way in which one person's parts cover the words of a written name; the best stays.
struct NameCover<Bearer> {
    /// Of the written name, word by word.
    let initials: [UInt32]
    let hits: [NameHit<Bearer>]
    /// The person's `hits`.
    let range: Range<Int>
    /// The person's initials.
    let given: UInt32
    let further: UInt32
    let family: UInt32
    var best: NameFit<Bearer>?

    /// - Parameter last: what covers the word before: `Hussain Hussain` is no Hussain whose first name was written
    ///   twice.
    mutating func extend(_ fit: NameFit<Bearer>, from: Int, after last: NameHit<Bearer>? = nil) {
        if from == initials.count {
            guard fit.given != .none || fit.family != .none else { return }
            if best.map({ $0.isAtLeast(fit) }) != true { best = fit }
            return
        }
        for i in range
        where hits[i].words.lowerBound == from && !(hits[i].part == last?.part && hits[i].side == last?.side) {
            let hit = hits[i]
            var next = fit
            if hit.side == .given {
                next.given = next.given.together(with: hit.likeness)
                next.isOwnGiven = next.isOwnGiven || hit.isOwnGiven
            } else {
                if next.given == .none, next.family == .none { next.familyFirst = true }
                next.family = next.family.together(with: hit.likeness)
            }
            extend(next, from: hit.words.upperBound, after: hit)
        }
        if initials[from] != 0 { extendByInitial(fit, from: from) }
        if fit.unmatchedWords < 2 {
            var next = fit
            next.unmatchedWords += 1
            extend(next, from: from + 1)
        }
    }

    private mutating func extendByInitial(_ fit: NameFit<Bearer>, from: Int) {
        if (fit.given == .none ? given : further) & initials[from] != 0 {
            var next = fit
            if next.given == .none { next.given = .initial }
            extend(next, from: from + 1)
        }
        if family & initials[from] != 0 {
            var next = fit
            if next.family == .none { next.family = .initial }
            if next.given == .none { next.familyFirst = true }
            extend(next, from: from + 1)
        }
    }
}
