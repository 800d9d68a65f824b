/// Pupils and unknown entrants whose name changed during the call.
///
/// Cannot tell: only Zoom shows the name before. Pronouns in brackets are no rename.
struct RenamedRule: Rule {
    let id = RuleID.renamed
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 6.10: names are locked during the call"

    func canTell(in context: RuleContext) -> Bool? {
        context.hasWholeExport && context.session.exports.allSatisfy { $0.platform == .zoom }
    }

    func findings(in context: RuleContext) -> [Finding] {
        context.entrants(.pupil, .otherClass, .unnamed, .ambiguous, .uninvited).compactMap { index in
            let entrant = context.session.entrants[index]
            guard let original = entrant.originalName, !Pronouns.fill(original.text),
                personKey(original.text) != personKey(entrant.displayName.text)
            else { return nil }
            return context.finding(self, entrant: index, detail: "The name was changed during the call.")
        }
    }
}
