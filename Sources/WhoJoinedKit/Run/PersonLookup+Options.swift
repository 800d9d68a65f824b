/// What a person at the keyboard names, or wrong usage.
extension PersonLookup {
    /// - Throws: wrong usage, with the ids of those who may be meant.
    func pupil(_ text: String, option: String) throws(RunFailure) -> Pupil.Index {
        let found = pupilsMeant(by: text)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let guess = didYouMean(nearest(to: text))
            throw RunFailure(
                .wrongUsage,
                "\(option): error: nobody on the roster has this id or name; fix: \(guess)give the pupil's id as the reports print it"
            )
        }
        let ids = found.prefix(8).map { PlainText.clean(school.roster.pupils[$0].id.text) }.joined(separator: ", ")
        throw RunFailure(
            .wrongUsage, "\(option): error: \(found.count) pupils may be meant; fix: give the id, one of \(ids)")
    }
}

/// `did you mean Zoë Bexley (1042)? Else ` before what else there is to do; empty where nothing is near.
func didYouMean(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: ", or "))? Else "
}
