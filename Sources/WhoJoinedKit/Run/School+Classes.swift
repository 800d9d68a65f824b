extension School {
    func checkClass(_ written: String) throws(RunFailure) { _ = try knownClass(written) }

    /// The class as the roster spells it.
    /// - Throws: wrong usage, for a class that neither the roster nor the timetable knows: nobody would be expected in
    ///   it.
    func knownClass(_ written: String) throws(RunFailure) -> String {
        let text = KnownClasses(roster).spelt(written)
        let known = Set(
            roster.classes.map(\.code.key)
                + timetable.rows.flatMap { classCodes(in: $0.classText).map(\.key) })
        for code in classCodes(in: text) where !known.contains(code.key) {
            throw RunFailure(
                .wrongUsage, "--class: error: the roster and the timetable know no such class; fix: write it as they do"
            )
        }
        return text
    }
}
