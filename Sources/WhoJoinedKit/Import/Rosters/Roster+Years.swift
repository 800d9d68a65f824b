/// `Set 1` of two years is a class in each: a timetable says with the year which of them it means.
extension Roster {
    /// Adds the class of one year for each name that says the year and then the name of a class of several years.
    /// `Year 4 Set 1` has the pupils of Year 4 who are in Set 1; Set 1 alone goes on to mean them all.
    mutating func addClassesOfYears(named texts: [String]) {
        let known = KnownClasses(self)
        let codes = texts.flatMap { classCodes(in: $0) }.filter { !known.has($0) }
        if codes.isEmpty { return }
        let ofYears = classesOfYears()
        var added: Set<String> = []
        for code in codes where added.insert(code.key).inserted {
            let words = Header(code.text).words.joined()
            let meant = ofYears.filter { $0.spellings.contains(words) }
            guard let only = meant.first, meant.count == 1 else { continue }
            var new = classes[only.classIndex]
            (new.id, new.code, new.name, new.year, new.aliases) = (
                "\(new.id) \(only.year)", code, code.text, only.year, []
            )
            classes.append(new)
            let index = SchoolClass.Index(classes.count - 1)
            enrolments += enrolments.filter {
                $0.classIndex == only.classIndex && pupils[$0.pupil].year == only.year
            }.map { Enrolment(pupil: $0.pupil, classIndex: index, from: $0.from, to: $0.to) }
        }
    }

    private struct ClassOfYear {
        var classIndex: SchoolClass.Index
        var year: String
        /// As a timetable may write it, without blanks and signs.
        var spellings: Set<String>
    }

    private func classesOfYears() -> [ClassOfYear] {
        var years: [SchoolClass.Index: Set<String>] = [:]
        for enrolment in enrolments {
            if let year = pupils[enrolment.pupil].year { years[enrolment.classIndex, default: []].insert(year) }
        }
        return years.filter { $0.value.count > 1 }.flatMap { index, years in
            let name = Header(classes[index].code.text).words.joined()
            return years.map { year in
                let written = Header(year).words.joined()
                let ofYear = ["year", "yr", "y"].map { $0 + written }
                // A number behind the name would be another set: `Set 14`.
                return ClassOfYear(
                    classIndex: index, year: year,
                    spellings: Set(([written] + ofYear).map { $0 + name } + ofYear.map { name + $0 }))
            }
        }
    }
}
