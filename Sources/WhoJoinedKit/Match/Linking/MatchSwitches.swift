/// Groups of steps that a test can leave out, to show what each is worth.
struct MatchSwitches: Sendable {
    var sounds = true
    var nicknames = true
    var slips = true
    var givenNames = true
    var brackets = true
    var emails = true
    var looks = true
    /// A name wholly in full-width or mathematical letters is a look-alike too.
    var fancyFontsAreLooks = true
    static let all = MatchSwitches()
}
