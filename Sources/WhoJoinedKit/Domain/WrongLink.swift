/// An export whose entrants are another class's than the one that its meeting ID, topic or name says.
struct WrongLink: Hashable, Sendable {
    /// Whose pupils came; `nil`: of several classes as many.
    var classText: String?
    var count: Int
    /// All pupils who were recognised.
    var recognised: Int

    /// `wrong class or wrong link? 28 of 30 are of 4C`
    var question: String {
        "wrong class or wrong link? "
            + (classText.map { "\(count) of \(recognised) are of \($0)" }
                ?? "\(recognised) recognised pupils, nearly all of other classes")
    }
}
