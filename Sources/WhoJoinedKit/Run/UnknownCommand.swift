/// A word in the place of a command that is none.
package struct UnknownCommand: Sendable {
    /// `nil` where it is one after all.
    package let outcome: RunOutcome?

    package init(_ name: String, among commands: [String]) {
        if commands.contains(name) {
            outcome = nil
            return
        }
        let near = NearNames(commands.map { NearNames.Name(shown: $0, forms: [$0]) }).nearest(to: name)
        outcome = RunOutcome(
            .wrongUsage,
            messages: [
                "whojoined: error: there is no command \(PlainText.shown(name)); fix: \(didYouMean(near.map { "whojoined \($0)" }))see whojoined --help"
            ])
    }
}
