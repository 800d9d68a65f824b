/// The words of the page for senior leaders, as text, as HTML and as a table.
enum SLTWords {
    // MARK: Head

    static let reader = "For SLT."
    static let limits = "For SLT. Not the attendance register; figures will not match the MIS."
    static let limitsOfPage = "Online-lesson record. Not the attendance register; figures will not match the MIS."
    static func title(_ school: String, _ week: Week) -> String {
        "\(PlainText.clean(school)): online lessons \(week.iso)"
    }
    /// `Monday 5 October to Sunday 11 October 2026. For SLT.`
    static func daysAndReader(_ week: Week) -> String {
        "\(week.monday.long) to \(week.sunday.long) \(week.sunday.year). \(reader)"
    }

    // MARK: Sections

    static func title(_ section: SLTSection) -> String {
        switch section {
        case .safeguarding: "Safeguarding"
        case .decisions: "Your decision"
        case .notJoining: "Pupils not joining"
        case .trend: "Trend"
        case .sessions: "Sessions to look at"
        case .coverage: "Coverage"
        case .others: "Also found"
        case .registers: "Before the next call"
        case .log: "Session log"
        case .lessons: "Lesson pages"
        }
    }

    // MARK: What needs the reader

    static let needsYou = "What needs you"
    static let nothingNeedsYou = "Nothing that was found needs you."

    /// A line of the box: what it counts, and what is said of it.
    struct Line: Sendable {
        let one: String
        let many: String
        let words: String
        /// What is said where there is none; `nil`: nothing.
        let zero: String?

        init(_ one: String, _ many: String, _ words: String, or zero: String? = nil) {
            (self.one, self.many, self.words, self.zero) = (one, many, words, zero)
        }

        /// `2 people on hold until you clear them`
        func head(_ count: Int) -> String { "\(counted(count, one, many)) \(words)" }
    }

    static let onHold = Line("person", "people", "on hold until you clear them", or: "on hold")
    static let cameBack = Line("time", "times", "when somebody came back after a removal", or: "back after a removal")
    static let notInvited = Line("person", "people", "not invited, but in a call", or: "strangers")
    static let withoutAdult = Line("time", "times", "when pupils were without an adult", or: "pupils without an adult")
    static let oneToOnes = Line("one-to-one", "one-to-ones", "not in order", or: "one-to-ones")
    static let maybeStrangers = Line("name", "names", "that may be a stranger's")
    static let inDoubt = Line(
        "lesson", "lessons", "in doubt as a whole, so that nobody counts as missing", or: "lessons in doubt")
    static let newOnList = Line("pupil", "pupils", "new on the list of those not joining", or: "pupils new on the list")
    static let toCall = Line("family", "families", "for you to call, since nobody has reached them")
    static let notToBeWrittenTo = Line("pupil", "pupils", "to follow up, but nobody may be written to")
    static let needsHelp = Line("pupil", "pupils", "who may need help to join", or: "help needed")

    /// `3 more safeguarding findings: a name like a pupil's 1`
    static func otherSafeguarding(_ count: Int, _ rules: String) -> String {
        "\(counted(count, "more safeguarding finding")): \(rules)"
    }
    static let nothingLookedAt = "No lesson could be looked at, so nothing can be said."
    static func nothingFound(of things: [String]) -> String { "Nothing found of: \(things.joined(separator: ", "))." }
    static func notLookedAt(_ sessions: Int) -> String { "\(SharedWords.sessions(sessions)) could not be looked at." }

    static let nobodySeen = "Seen by name: nobody was expected in a lesson with an export."
    static func seenByName(_ share: String) -> String { "Seen by name: \(share) of those expected" }
    static let noEarlierWeekBehind = "; there is no earlier week to compare with."
    /// `, down 3 points on last week (77%).`
    static func change(points: Int, since week: String, _ share: String) -> String {
        let change = points == 0 ? "as" : "\(points > 0 ? "up" : "down") \(counted(abs(points), "point")) on"
        return ", \(change) \(week) (\(share))."
    }
    static let lastWeek = "last week"

    // MARK: Safeguarding, also found

    static let noRuleOn = "No rule of this kind is on."
    static let nothing = "Nothing."
    static let findingsOfWeeks = "Findings of this week and the last"
    static let columnsOfRules = ["Rule", "This week", "Last week"]
    static let columnsOfRulesAndPlaces = ["Rule", "This week", "Last week", "Where"]
    static let weeksAbove = "this week   last week"
    static let noEarlierWeek = "There is no earlier week to compare with."
    static func otherLastWeek(_ week: Week) -> String { "\"Last week\" is \(week.iso), the latest with lessons." }

    // MARK: Decisions

    static let nothingWaits = "Nothing waits for you."
    static let held = "On hold"
    static let withheld = "To follow up, but \(FamilyBook.Choice.nobody.words)"
    static let forYouToCall = "For you to call"
    static func inDoubt(_ why: String) -> String { "In doubt: \(why)" }
    static func support(_ why: String) -> String { "Support: \(why)" }
    static let sameDevice = "The same device week after week, for the teacher or the office to settle"
    static let maybeStranger = "May be a stranger, or somebody who must not be there"
    static let namesToSettle = "Names for the teacher or the office to settle"
    /// `removed Tue 13 Jan (language). HOLD until you clear it.`
    static func hold(since day: Day, _ why: String) -> String {
        "removed \(day.short)\(why.isEmpty ? "" : " (\(why))"). HOLD until you clear it."
    }

    // MARK: Pupils not joining

    static let howMany = " (3 or more; known absences left out)"
    static let nobodyMissedOften = "Nobody missed three or more, this week or in a row."
    static let missedOften = "Three or more missed this week or in a row; known absences left out"
    static let columnsOfPupils = ["In a row", "Missed", "Pupil", "Class", "Contact made", "Last joined"]
    static let pupilsAbove = "in a row  missed   pupil                      class     contact made   joined"
    static func others(_ count: Int, cannotTell: Int) -> String {
        let unsure = cannotTell > 0 ? "; for \(cannotTell) more it cannot be told" : ""
        return "Others who missed one or two: \(count)\(unsure) (classes/*/parents.txt)"
    }
    static func missed(_ count: Int, of expected: Int) -> String { "\(count) of \(expected)" }
    static func cannotTell(_ count: Int) -> String { "cannot tell \(count)" }
    static func seePart(_ section: SLTSection) -> String { "see \(section.rawValue)" }
    static func reached(on day: Day) -> String { "yes, \(day.short)" }
    static func tried(_ times: Int) -> String { "tried x\(times)" }
    static let notChanged = "Changed since last week: there is no earlier week."
    static func changed(new: String, cleared: String) -> String {
        "New since last week: \(new). No more: \(cleared)."
    }
    static let newNames = "new:      "
    static let clearedNames = "no more:  "

    // MARK: Trend

    static let trendOf = ": seen by name, of those expected"
    static let nothingToShow = "Nothing to show yet."
    static let week = "week"
    static func range(_ low: String, _ high: String) -> String {
        "range if every unnamed device were a pupil: \(low) to \(high)"
    }
    static func lowest(_ name: String, _ share: String) -> String {
        "lowest this week: \(name) \(share); all classes: slt-summary.html"
    }
    static func seenThisWeek(_ low: String, _ high: String?) -> String {
        "Seen by name this week: \(low) of those expected"
            + (high.map { "; \($0) if every unnamed device were a pupil." } ?? ".")
    }
    static let nobodyExpected = "Nobody was expected in a lesson with an export."
    static let trendTitle = "All classes: share seen by name, by week"
    static func trendTitle(of name: String) -> String { "\(name): share seen by name, by week" }
    static let trendCaption = "Dot: seen by name. Bar above it: as many more if every unnamed device were a pupil."
    static let noData = "no data"
    static let figuresOfPicture = "The figures behind this picture"
    static let figuresOfPictures = "The figures behind these pictures"
    static let columnsOfFigures = ["Week", "Seen by name", "Expected", "Share", "At most"]
    static let columnsOfClassFigures = ["Class"] + columnsOfFigures
    static let byClass = "By class"
    static let byClassCaption = "By class, the lowest of this week first"
    static let columnsOfClasses = ["Class", "This week", "Weeks"]

    // MARK: Sessions to look at

    static let nothingToLookAt = "No session had too few adults, a one-to-one or anybody who was not invited."
    static let worstFirst = "Supervision, one-to-ones and people who were not invited, worst first."
    static let whoWasThere = "Who was in these calls when: slt-summary.html"
    static func moreSessions(_ count: Int) -> String { "And \(count) more sessions: findings.csv and entrants.csv." }

    // MARK: Coverage

    static let nothingExpected = "No online session was expected this week and no export is here."
    /// `4 of 5 sessions checked; 1 without an export, 2 not on the timetable.`
    static func coverage(_ checked: Int, of scheduled: Int, missing: Int, unscheduled: Int) -> String {
        let rest = [(missing, "without an export"), (unscheduled, "not on the timetable")].filter { $0.0 > 0 }
            .map { "\($0) \($1)" }
        return "\(checked) of \(SharedWords.sessions(scheduled)) checked"
            + (rest.isEmpty ? "." : "; \(rest.joined(separator: ", ")).")
    }
    static func withoutList(_ appointments: String) -> String {
        "Besides these \(appointments), which have no list of who joined."
    }
    /// `2 SchoolCloud appointments, 1 telephone call`
    static func appointments(schoolCloud: Int, telephone: Int, others: Int) -> String {
        [
            (schoolCloud, "SchoolCloud appointment"), (telephone, "telephone call"), (others, "other arrangement"),
        ].filter { $0.0 > 0 }.map { counted($0, $1) }.joined(separator: ", ")
    }
    static func withoutPupils(_ classes: [String]) -> String {
        let names = PlainText.clean(classes.joined(separator: ", "), limit: 200)
        return
            "Nobody is expected in the lessons of \(names): the roster has no pupil of \(classes.count == 1 ? "that class" : "those classes")."
    }
    static let byTeacher = "By member of staff"
    static let columnsOfTeachers = ["Lead", "With an export", "Without"]
    static func exports(with: Int, without: Int) -> String { "\(with) with, \(without) without an export" }
    static let withoutExport = "Sessions without an export, newest first"
    static let columnsOfMissing = ["Session", "Lead", "Platform", "Its list may be deleted from"]
    static let missingSession = "missing"
    static func deletion(_ day: Day?) -> String {
        day.map { "the list may be deleted from \($0.shortWithYear)" }
            ?? "it is not known when the list will be deleted"
    }

    // MARK: Before the next call

    static let nothingToSign = "Nothing is left to sign or to renew."
    static let noRegister = "No register of signatures is kept: agreements.csv has no line."

    // MARK: Session log, lesson pages, end

    static func log(complete: Int, incomplete: Int) -> String {
        "\(complete) complete, \(incomplete) incomplete."
    }
    static let gaps = "What is missing, said once"
    static let columnsOfGaps = ["Missing", "How often", "Sessions"]
    static func missingFields(_ fields: String) -> String { "\(fields) \(SharedWords.missing)" }
    static let times = "times"
    static let export = "export"
    static let recordings = "Recordings past their time: delete them, then take the place out of notes.csv"
    static let columnsOfRecordings = ["Class", "Date", "Place"]
    static let recording = "recording"
    static func folder(_ name: String) -> String { "folder \(name)" }
    static func prepared(_ now: WallTime, keepUntil day: Day) -> String {
        "Prepared \(now.day.shortWithYear) \(now.time.short). Keep until \(day.shortWithYear)."
    }

    // MARK: How to read the page

    static let howToRead = "How to read this page"
    static let seenByNameExplained =
        "Seen by name: by an e-mail address, or by an exact or confirmed name of the class. A name that is only like a pupil's never counts."
    static let toTheTop = "Back to the top"
    static let pictures = "The pictures"
    static let keyTitle = "Key to the pictures"
    static let keyDescription = "One bar of each kind with its meaning."
    /// A look of a bar and what it means.
    static let key = [
        ("staff", "staff"), ("pupil", "pupils, a line each"), ("guest", "not invited"),
        ("open", "unnamed or to settle"), ("gap", RuleID.oneAdult.words),
    ]
    static let keyCaption = "Kinds differ in outline and place as well as in colour, for print without colour."
    static let words = "The words"
    static let columnsOfWords = ["Word", "Meaning"]
    static let meanings = [
        ["in a row", "missed up to the last session that can tell"],
        ["HOLD", "do not admit until SLT has cleared them"],
        ["range", "from no unnamed device being a pupil to every one of them"],
    ]
}

/// The words of the table beside the page: an item of each section is in words, as its people read it in a spreadsheet.
enum SLTTableWords {
    static let coverage = "coverage"
    static let expected = "sessions expected"
    static let withExport = "sessions with an export"
    static let unscheduled = "sessions not on the timetable"
    static let withoutList = "appointments without a list"
    static let classWithoutPupils = "class without pupils"
    static let nobodyExpected = "nobody is expected in its lessons"
    static let noExport = "no export"
    static func deletion(_ day: Day?) -> String {
        day.map { "list may be deleted from \($0.iso)" } ?? "deletion date not known"
    }
    static let byTeacher = "by teacher"
    static func without(_ count: Int) -> String { "\(count) without an export" }
    static let safeguarding = "safeguarding"
    static let decision = "decision"
    static let hold = "hold"
    static let device = "device every week"
    static let notJoining = "not joining"
    static let certain = "certain"
    static let possible = "possible"
    static func missed(_ followUp: FollowUp, contactMade: String, _ outcome: String) -> String {
        "\(SharedWords.inARow(followUp.inARow)); \(followUp.missedText) this week; contact made: \(contactMade)"
            + (outcome.isEmpty ? "" : ": \(outcome)")
    }
    static let trend = "trend"
    static func share(_ joined: Int, of expected: Int, atMost high: String) -> String {
        "\(joined) of \(expected); at most \(high)"
    }
    static let changed = "changed"
    static let new = "new"
    static let noMore = "no more"
    static let alsoFound = "also found"
    static let notSigned = "not signed"
    static let log = "session log"
    static let incomplete = "incomplete"
    static let recordingDue = "recording due to be deleted"
}
