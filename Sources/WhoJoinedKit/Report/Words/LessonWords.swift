/// The words of a lesson's page for its teacher, as text and as HTML, and of the page of open names.
enum LessonWords {
    // MARK: Head

    static let noClass = "(no class)"
    static let noPlatform = "Platform not known"
    static func inDoubt(_ why: String) -> String { "In doubt: \(why)" }
    static let damaged = "The export is damaged or cut short: nobody is called missing on its word."

    // MARK: Do first

    static let doFirst = "Do first"
    static func rule(_ clause: String) -> String { "rule: \(clause)" }
    static let hold = "HOLD"
    static func clearedWith(_ command: String) -> String { "cleared with: \(command)" }
    /// `removed Mon 9 Nov, and in this lesson 09:00-09:45`
    static func removed(on day: Day, here times: [String]) -> String {
        "removed \(day.short)" + (times.isEmpty ? "" : ", and in this lesson \(times.joined(separator: ", "))")
    }

    // MARK: Who joined

    static let whoJoined = "Who joined"
    static let onRoster = "on the roster"
    static func onTime(_ count: Int, late: Int) -> String { "\(count) on time, \(late) late" }
    static func toSettle(_ count: Int) -> String { "\(count == 1 ? "name" : "names") to settle" }
    static let seeBelow = "see below"
    static let excused = "known absence or another arrangement"
    static let noRecord = "cannot tell: no usable record"
    static func nobodyExpected(entrants: Int) -> String {
        "nobody was expected; \(counted(entrants, "entrant"))"
    }
    /// `nearest lesson in the timetable: 4B Maths, Mon 16 Nov 09:00 (timetable.csv:2)`
    static func nearest(_ lesson: String, at time: String, _ source: String) -> String {
        "nearest lesson in the timetable: \(lesson), \(time) (\(source))"
    }
    /// `between 4 and 5 did not join: "Freya" is not settled`
    ///
    /// - Parameter names: of those who are not settled the first, none where the export is in parts.
    static func range(_ bounds: Bounds, _ names: [String], of unsettled: Int) -> String {
        let rest = unsettled - names.count
        let why =
            names.isEmpty
            ? "the export is incomplete"
            : "\(names.joined(separator: ", "))\(rest > 0 ? " \(SharedWords.more(rest))" : "") \(unsettled == 1 ? "is" : "are") not settled"
        return "between \(bounds.low) and \(bounds.high) did not join: \(why)"
    }

    // MARK: Not seen, late

    static let notSeen = "Not seen by name"
    static let lastLessons = "last 5 lessons"
    static let keyToMarks = "J joined, - not seen, e known absence, ? cannot tell"
    static func tableOfMisses(_ key: String) -> String { "The last five lessons: \(key)" }
    static let columnsOfMisses = ["Pupil", "Last lessons", "Known absence", "Notes"]
    static let maybeHere = "may be here"
    static let late = "Late"
    static func after(_ lock: String) -> String { "(after \(lock))" }
    static let firstCome = "First come first"
    static let columnsOfLate = ["Time", "Pupil"]

    // MARK: Names

    static let pleaseConfirm = "Please confirm"
    static let unnamedDevice = "Unnamed device"
    static func couldBe(_ candidates: String) -> String { "could be: \(candidates)" }
    static func placeOfUnnamed(missing: Int) -> String {
        switch missing {
        case 0: "nobody is missing"
        case 1: "may be the one above"
        default: "cannot be told from the \(missing) above"
        }
    }
    static let namesToSettle = "Names to settle"
    static let howToSettle = "With whojoined settle, or whojoined confirm"
    static let columnsOfNames = ["Name", "In the call", "Could be"]
    static let settleThem = "Settle the open names, a key or two for each:"
    static func toSettleOneByOne(_ count: Int) -> String {
        "\(counted(count, "name")) to settle; whojoined settle asks for them one by one."
    }
    static let noCommandHoldsIt =
        "settle it with whojoined settle: a command line cannot hold the characters of the name"

    /// What is known of a candidate in the lesson.
    static let thereAlready = "there already"
    static func thereAlready(as name: String, _ times: String) -> String { "there already as \"\(name)\" \(times)" }
    static func seenAlready(_ name: String) -> String { "\(name), \(thereAlready)" }
    static let notExpected = "not expected here"

    // MARK: The timeline

    static let noTimes = "The export does not say when anybody came or left."
    static let sameInWords = "The same in words"
    static let tableOfTimes = "Who was in the call, and from when to when"

    // MARK: The rest

    static let alsoFound = "Also found"
    static let log = "What the log says"
    static let hostChecks = "Host checks"
    static let nothingNoted = " (nothing noted)"
    static func toNoteThem(_ command: String) -> String { "To note them: \(command)" }
    static let evidence = "What this rests on"
    static func cameraOff(_ names: [String]) -> String { "Camera off: \(names.joined(separator: ", "))." }
    static let cameraOn = "Camera: recorded; nobody below the policy's share."
    static let cameraUnknown = "Camera: not recorded (the export does not say)."
    static func staff(_ times: String) -> String { "Staff: \(times)" }
    static let noStaff = "nobody on the staff list was seen in the call."
    static let leftLast = " (left last)"
    /// `9 entrants, 12 stays; 1 export placed by its meeting ID.`
    static func read(entrants: Int, stays: Int, exports: Int, placedBy: String) -> String {
        "\(counted(entrants, "entrant")), \(counted(stays, "stay")); \(counted(exports, "export")) placed by \(placedBy)."
    }
    static func dates(_ order: DateDecision.Order, _ decidedBy: String) -> String {
        let words = order == .monthFirst ? "month/day" : order == .dayFirst ? "day/month" : "written"
        return "Dates read as \(words) (\(decidedBy))."
    }

    // MARK: The platform's log

    static func byWhom(_ who: String) -> String { ", by \(who)" }
    static func ofWhom(_ who: String) -> String { ", of \(who)" }
    static func people(_ count: Int) -> String { " (\(count) people)" }
    static func times(_ count: Int) -> String { " (\(count) times)" }
    static func notProvenPupil(_ name: String) -> String { "\(name) (a pupil's name, not proven)" }
    static func notProvenStaff(_ name: String) -> String { "\(name) (a name of staff, not proven)" }
    static func pupil(_ name: String) -> String { "\(name) (pupil)" }
    static func staffMember(_ name: String) -> String { "\(name) (staff)" }
    static func notKnown(_ name: String) -> String { "\(name) (not known)" }
    static func other(_ name: String, _ outcome: Outcome) -> String { "\(name) (\(outcome.words))" }
}
