/// Words by which people say how to speak of them: in brackets or behind a name, and no part of it.
enum Pronouns {
    /// Of English, none of them a name.
    static let english = "he him his she her hers they them theirs it its ze zir xe xem any all"

    private static let plain = Set(words(english))
    /// Rarer ones and those of other languages: some are names of people, so that only a list of them tells.
    private static let inLists = plain.union(
        words(
            """
            himself herself their zie hir xyr ey em fae faer ve ver elle elles il iel el ella hi ei ef fo nhw
            """))

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    /// `she/her`, `they, them`, `she`: nothing but pronouns of English.
    static func fill(_ text: String) -> Bool {
        let parts = text.lowercased().split { $0 == "/" || $0 == " " || $0 == "," }
        return !parts.isEmpty && parts.allSatisfy { plain.contains(String($0)) }
    }

    /// `she/her`, `elle, iel`, `any pronouns`: two and more with a sign between them.
    ///
    /// - Parameter folded: in small letters, blanks between words only.
    static func areListed(in folded: String) -> Bool {
        if folded == "any pronouns" || folded == "all pronouns" { return true }
        let parts = folded.utf8.split { $0 == .slash || $0 == .comma || $0 == .verticalBar || $0 == .backslash }
        return parts.count > 1
            && parts.allSatisfy { inLists.contains(Substring($0).split(separator: " ").joined(separator: " ")) }
    }
}
