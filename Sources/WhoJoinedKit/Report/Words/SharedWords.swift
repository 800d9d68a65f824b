/// What pages of several readers say, in the same words on each.
enum SharedWords {
    // MARK: What a page is and is not

    static let notTheRegister = "Online-lesson record. Not the attendance register."
    static let nothingSent = "Online-lesson record. Not the attendance register. Nothing has been sent."
    static let askDoNotTell = "Ask, do not tell. Do not say \"truant\" or \"absent from school\"."
    static let holdRule = "do not admit until cleared by SLT"

    /// `HAZELBROOK PRIMARY   Online lessons 2026-W41, Mon 5 Oct - Sun 11 Oct 2026`
    static func weekTitle(_ school: String, _ week: Week) -> String {
        "\(PlainText.clean(school).uppercased())   Online lessons \(week.iso), \(days(of: week))"
    }

    /// `online lessons Mon 5 Oct - Sun 11 Oct 2026`
    static func onlineLessons(of week: Week) -> String { onlineLessons(on: week.monday...week.sunday) }
    static func onlineLessons(on days: ClosedRange<Day>) -> String { "online lessons \(Self.days(days))" }

    static func days(of week: Week) -> String { days(week.monday...week.sunday) }

    static func days(_ days: ClosedRange<Day>) -> String {
        days.lowerBound == days.upperBound
            ? days.lowerBound.shortWithYear : "\(days.lowerBound.short) - \(days.upperBound.shortWithYear)"
    }

    // MARK: Lists that end

    static let none = "none"

    /// - Parameter file: where the others stand.
    static func more(_ count: Int, in file: String? = nil) -> String {
        file.map { "and \(count) more: \($0)" } ?? "and \(count) more"
    }
    static func orMore(_ count: Int) -> String { "or \(count) more" }
    static func moreNamed(_ count: Int) -> String { "\(count) more" }
    /// `4B.csv rows 5-11, 14`
    static func rows(of file: String, _ count: Int, _ runs: String) -> String {
        "\(file) \(count == 1 ? "row" : "rows") \(runs)"
    }
    static func moreRows(_ count: Int) -> String { "(\(count) more rows)" }

    /// `a, b and c`
    static func listed(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + parts.last!
    }

    // MARK: Parts of sentences

    static let yes = "yes"
    static let no = "no"
    static let notKnown = "not known"
    static let noClass = "no class"
    static let noLead = "no lead named"
    static let noSessionOfClass = "no session of this pupil's class in the week"
    static let noTime = "time not known"
    static let notSeen = "not seen by name"
    static let seen = "seen by name"
    static let knownAbsence = "known absence"
    static let cannotTell = "cannot tell"
    static let missing = "MISSING"
    static let send = "SEND"
    static func inARow(_ count: Int) -> String { "\(count) in a row" }
    static func laterLessons(_ count: Int) -> String { "and \(counted(count, "later lesson"))" }
    static func sessions(_ count: Int) -> String { counted(count, "session") }

    // MARK: The timeline of a call

    static let whoWasThere = "Who was in the call when"
    static let columnsOfTimeline = ["Name", "Who", "In the call"]
    static func titleOfTimeline(_ lesson: String) -> String { "\(lesson): who was in the call when" }
    static let legend =
        "Thick: staff. Thin: pupils. Dashed: not invited or of another class. Dotted: to settle. Shaded: \(RuleID.oneAdult.words); with a strip at the top: none at all."
    static func doorClosed(_ time: String) -> String { "door closed \(time)" }
    static func pupils(_ count: Int) -> String { counted(count, "pupil") }

    /// `2 members of staff, 6 pupils, 1 who should not have been there. Marked: … The door closed at 09:05.`
    ///
    /// - Parameter marked: what the rules found, each with its times.
    static func call(staff: Int, pupils: Int, guests: Int, marked: [String], door: String?) -> String {
        let people = [counted(staff, "member of staff", "members of staff"), counted(pupils, "pupil")]
        let others = guests > 0 ? ["\(guests) who should not have been there"] : []
        let found = marked.isEmpty ? "" : " Marked: \(marked.joined(separator: "; "))."
        return "\((people + others).joined(separator: ", ")).\(found)"
            + (door.map { " The door closed at \($0)." } ?? "")
    }
}

extension String {
    /// As the beginning of a sentence.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

/// `3 lessons`, `1 lesson`
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
