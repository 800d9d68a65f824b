extension RecurringDevice {
    /// `was in 7 lessons of 4B in 3 weeks, and Tull, Jonah was seen in none of them`
    func sentence(_ context: ReportContext) -> String {
        let names = pupils.map { context.sortName($0) }.joined(separator: " and ")
        return
            "was in \(lessons) lessons of \(PlainText.clean(classText)) in \(weeks) weeks, and \(names) was seen in none of them"
    }

    /// The exact command that settles it for the last lesson, where a command can hold its name.
    func command(_ context: ReportContext) -> String? {
        guard let name = PlainText.shellWord(name), name.utf8.first != .hyphen,
            let own = PlainText.shellWord(classText)
        else { return nil }
        let id = pupils.count == 1 ? PlainText.shellWord(context.pupilIDs[pupils[0]]) ?? "ID" : "ID"
        return "whojoined confirm \(name) --class \(own) --as \(id)"
    }
}
