extension RecurringDevice {
    /// `was in 7 lessons of 4B in 3 weeks, and Tull, Jonah was seen in none of them`
    func sentence(_ context: ReportContext) -> String {
        let names = pupils.map { context.sortName($0) }.joined(separator: " and ")
        return
            "was in \(lessons) lessons of \(PlainText.clean(classText)) in \(weeks) weeks, and \(names) was seen in none of them"
    }
}
