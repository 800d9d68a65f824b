extension RecurringDevice {
    /// `was in 7 lessons of 4B in 3 weeks, and Tull, Jonah (1042) was seen in none of them`
    func sentence(_ context: ReportContext) -> String {
        let names = pupils.map { context.identified($0) }.joined(separator: " and ")
        return
            "was in \(lessons) lessons of \(PlainText.clean(classText)) in \(weeks) weeks, and \(names) was seen in none of them"
    }
}
