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

extension School {
    /// - Throws: wrong usage, for a class that neither the roster nor the timetable knows: nobody would be expected in
    ///   it.
    func checkClass(_ text: String) throws(RunFailure) {
        let known = Set(
            roster.classes.map(\.code.key)
                + timetable.rows.flatMap { classCodes(in: $0.classText).map(\.key) })
        for code in classCodes(in: text) where !known.contains(code.key) {
            throw RunFailure(
                .wrongUsage, "--class: error: the roster and the timetable know no such class; fix: write it as they do"
            )
        }
    }
}
