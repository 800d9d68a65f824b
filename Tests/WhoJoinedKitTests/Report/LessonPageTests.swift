import Testing

@testable import WhoJoinedKit

struct LessonPageTests {
    private static func page(_ index: Int, of sample: SampleWeek = .full, colour: Bool = false) -> String {
        lessonPage(
            LessonFacts(sample.sessions[index].judged, ReportContext(sample.result)), LessonLook(hasColour: colour))
    }

    @Test func `what is unsafe comes first, with the school's own clause`() {
        let lines = Self.page(1).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "4B  Maths   Tue 17 Nov 2026, 09:00-10:00   Zoom")
        #expect(lines[1] == "Online-lesson record. Not the attendance register.")
        #expect(lines[3] == "DO FIRST")
        #expect(lines[4].contains("09:41-10:00 (19 min)"))
        #expect(lines[6] == "      rule: Video Conferencing Policy 6.3")
        #expect(lines[7] == "  * Not invited   Sam Carter   on no list of the school")
    }

    @Test func `an unnamed device makes a miss a range`() {
        #expect(Self.page(0).contains("between 1 and 2 did not join: \"iPad\" is not settled"))
        #expect(Self.page(0).contains("\"iPad\"  09:02-10:00   cannot be told from the 2 above"))
        #expect(Bounds(SampleWeek.full.sessions[1].judged) == Bounds(low: 4, high: 5))
    }

    @Test func `each missing pupil has the last five lessons`() {
        #expect(Self.page(1).contains("  Nowak, Tomasz                J J J J -        no\n"))
        #expect(
            Self.page(1).contains(
                "  Khan, Aisha                  J - - ? ?        no   2 in a row, may be here,\n      SEND\n"))
    }

    @Test func `lessons of the same week come from the history`() {
        var sample = SampleWeek.full
        let monday = sample.sessions.removeFirst().session
        let statuses = PupilStatuses((0..<7).map { (PupilID("\(1000 + $0)"), PupilStatus.nonJoiner) })
        sample.past.append(
            PastSession(
                key: monday.key, day: monday.day, start: monday.start, classText: "4B", kind: .lesson,
                isScheduled: true, statuses: statuses, joined: 0,
                expected: 7, unsettled: 0, counts: [:]))
        #expect(Self.page(0, of: sample).contains("  Nowak, Tomasz                J J J - -        no   2 in a row\n"))
    }

    @Test(arguments: [
        ("Mo", "whojoined confirm Mo --class 4B --as 1001"),
        ("Mo O'K", "whojoined confirm 'Mo O'\\''K' --class 4B --as 1001"),
        ("-x", "whojoined confirm --class 4B --as 1001 -- '-x'"), ("Mo\u{202E}", "settle it with whojoined settle"),
    ])
    func `a name to settle comes with the command that settles it`(name: String, command: String) {
        var sample = SampleWeek.full
        sample.sessions[1].session.entrants[4].entrant.displayName = DisplayName(name)
        #expect(Self.page(1, of: sample).contains("        \(command)"))
    }

    @Test(arguments: ["the name fits", "a device", "perhaps a stranger", "a look-alike"])
    func `an id stands in the command only where the name fits one pupil`(what: String) {
        let sample = SampleWeek.full
        let session = sample.sessions[1].session
        var entrant = session.entrants[4]
        #expect(entrant.link.candidates.count == 1)
        if what == "a device" { entrant.link.outcome = .unnamed }
        entrant.link.mayBeStranger = what == "perhaps a stranger"
        entrant.link.impersonation = what == "a look-alike" ? .lookAlike : nil
        #expect(
            confirmCommand(entrant, session, ReportContext(sample.result), from: [])
                == "whojoined confirm Mo --class 4B --as \(what == "the name fits" ? "1001" : "ID")")
    }

    @Test func `who is in the call already is said behind those who are not`() {
        var sample = SampleWeek.full
        let seen = sample.sessions[1].results.first { $0.status == .joined }!.pupil
        let unseen = sample.sessions[1].session.entrants[4].link.candidates[0]
        sample.sessions[1].session.entrants[4].link.candidates = [seen, unseen]
        let context = ReportContext(sample.result)
        #expect(
            Self.page(1, of: sample).contains(
                "could be: \(context.identified(unseen)); \(context.sortName(seen))".prefix(40)))
        #expect(
            sample.sessions[1].judged.couldBe([seen, unseen], context)
                == "\(context.identified(unseen)); \(context.identified(seen)), there already")
    }

    @Test func `of staff who left at once nobody was last`() {
        var sample = SampleWeek.full
        #expect(Self.page(0, of: sample).contains("Mary Whitmore 08:55-10:03 (left last)"))
        for place in 0..<2 {
            sample.sessions[0].session.entrants[place].entrant.stays[0].stay.left = SampleWeek.at(
                SampleWeek.week.monday, 10, 0)
        }
        #expect(!Self.page(0, of: sample).contains("(left last)"))
    }

    @Test func `a damaged export calls nobody missing for certain`() {
        var sample = SampleWeek.full
        sample.sessions[1].session.exports[0].isComplete = false
        #expect(Self.page(1, of: sample).contains("The export is damaged or cut short"))
    }

    @Test func `colour only adds`() {
        let plain = Self.page(1)
        let coloured = Self.page(1, colour: true)
        #expect(coloured.contains("\u{1B}[1;31mDO FIRST\u{1B}[0m"))
        #expect(
            coloured.replacing("\u{1B}[1;31m", with: "").replacing("\u{1B}[1m", with: "").replacing(
                "\u{1B}[0m", with: "") == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test func `camera evidence or its absence is said`() {
        #expect(Self.page(0).contains("Camera: not recorded (the export does not say)."))
        var sample = SampleWeek.full
        sample.sessions[0].session.exports[0].abilities.camera = true
        sample.sessions[0].findings.append(
            SampleWeek.finding(.cameraOff, .inform, .pupil, pupil: 4, name: "Nell Marsden"))
        #expect(Self.page(0, of: sample).contains("Camera off: Nell Marsden."))
    }

    @Test func `a lesson is told to programs too`() throws {
        let json = lessonJSON(SampleWeek.full.result).text()
        #expect(json.contains(#""didNotJoin":{"atLeast":1,"atMost":2}"#))
        #expect(json.contains(#"{"displayName":"Mo","outcome":"ambiguous","id":null,"candidates":["1001"]"#))
        #expect(json.contains(#""rows":{"read":32,"used":30,"flagged":2,"rejected":0}"#))
        #expect(lessonTable(SampleWeek.full.result).starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `namesakes are told apart by their ids`() {
        var sample = SampleWeek.full
        sample.school.roster.pupils[3].main = sample.school.roster.pupils[4].main
        #expect(Self.page(1, of: sample).contains("  Marsden, Nell (1003) "))
        #expect(Self.page(1, of: sample).contains("  Marsden, Nell (1004) "))
    }
}
