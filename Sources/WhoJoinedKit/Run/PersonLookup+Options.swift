/// What a person at the keyboard names, or wrong usage.
extension PersonLookup {
    /// - Throws: wrong usage, with the ids of those who may be meant.
    func pupil(_ text: String, option: String) throws(RunFailure) -> Pupil.Index {
        let found = pupils(text)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            throw RunFailure(
                .wrongUsage,
                "\(option): error: nobody on the roster has this id or name; fix: give the pupil's id as the reports print it"
            )
        }
        let ids = found.prefix(8).map { PlainText.clean(school.roster.pupils[$0].id.text) }.joined(separator: ", ")
        throw RunFailure(
            .wrongUsage, "\(option): error: \(found.count) pupils may be meant; fix: give the id, one of \(ids)")
    }
}
