/// How far a written part may be from a part of a name.
enum NameReach: Int, Comparable {
    case letters, spellings, slips, forms
    static func < (a: NameReach, b: NameReach) -> Bool { a.rawValue < b.rawValue }
}
