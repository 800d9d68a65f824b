/// Which sides of a name a fit has, the better ones last.
enum NameFitKind: Int, Sendable, Comparable {
    case incomplete, familyOnly, otherName, givenOnly, initialAndFamily, givenAndInitial, full
    static func < (a: NameFitKind, b: NameFitKind) -> Bool { a.rawValue < b.rawValue }
}
