import Testing

@testable import WhoJoinedKit

/// Which session is each export of.
struct SessionFinderTests {
    private static let monday = Day(iso: "2026-11-16")!
    private var school: School

    init() {
        school = School()
        school.roster.classes = ["4B", "4C", "6 Ash"].map { SchoolClass(id: $0, code: ClassCode($0), name: $0) }
        school.roster.staff = [StaffMember(code: "MDA", full: "Mo Daly", email: "mo@oak.example")]
        school.timetable.exists = true
        school.indexRoster()
    }

    private mutating func slot(
        _ classText: String, _ start: String, _ end: String, id: String? = nil, lead: String = "",
        on time: Timetable.Row.Time = .weekday(1),
        platform: Platform? = nil
    ) {
        school.timetable.rows.append(
            Timetable.Row(
                meetingID: id, classText: classText, subject: "", kind: .lesson, time: time, start: ClockTime(start)!,
                end: ClockTime(end)!, leadStaff: lead,
                secondStaff: "", platform: platform, source: "timetable.csv:\(school.timetable.rows.count + 2)"))
    }

    private func export(
        _ file: String, _ stays: [(name: String, times: String)], id: String? = nil, topic: String? = nil,
        host: String? = nil, on day: Day = monday,
        variant: String = "zoom/participants"
    ) -> MeetingExport {
        func instant(_ text: Substring) -> Instant { school.settings.zone.instant(of: day, ClockTime(String(text))!) }
        var participants: [Participant] = []
        for (line, row) in stays.enumerated() {
            let parts = row.times.split(separator: "-")
            var stay = Stay(line: line + 2)
            (stay.joined, stay.left) = (instant(parts[0]), instant(parts[1]))
            if let known = participants.firstIndex(where: { $0.displayName.text == row.name }) {
                participants[known].stays.append(stay)
            } else {
                participants.append(Participant(displayName: DisplayName(row.name), stays: [stay]))
            }
        }
        let meeting = Meeting(id: id, topic: topic, hostEmail: host, participants: participants)
        return MeetingExport(
            file: file, platform: .zoom, variant: variant, dates: DateDecision(order: .none, decidedBy: ""),
            abilities: ExportAbilities(), meetings: [meeting])
    }

    /// `09:00 4B a.csv+b.csv`, `-` for no file
    private func found(_ exports: [MeetingExport], now: String = "2026-11-22", only: String? = nil) -> [String] {
        sessions(exports, now: now, only: only).map { session in
            let files = session.exports.map(\.file).joined(separator: "+")
            let kind = session.lesson == nil ? " unscheduled" : ""
            return
                "\(school.settings.zone.time(of: session.start).short) \(session.classText) \(files.isEmpty ? "-" : files)\(kind)"
        }
    }

    private func sessions(_ exports: [MeetingExport], now: String = "2026-11-22", only: String? = nil)
        -> [LinkedSession]
    {
        let finder = SessionFinder(school, only: only.map(ClassCode.init))
        let (week, now) = (SessionFinderTests.monday.week, school.settings.zone.interval(of: Day(iso: now)!).start)
        let placed = finder.place(exports).meetings.filter { week.contains($0.day) }
        let meetings = placed + finder.lessonsWithoutExport(in: week, until: now, besides: placed)
        return meetings.map(finder.linkedSession).inOrderWithOwnKeys
    }

    @Test mutating func `the meeting ID and the time decide before everything else`() {
        slot("4B", "09:00", "09:45", id: "811 2040")
        slot("4B", "13:00", "13:45", id: "811 2040")
        slot("4C", "09:00", "09:45", lead: "mo@oak.example")
        let morning = export(
            "4C.csv", [("Ann", "08:58-09:44")], id: "8112040", topic: "4C Maths", host: "mo@oak.example")
        #expect(found([morning]) == ["09:00 4B 4C.csv", "09:00 4C -", "13:00 4B -"])
    }

    @Test(arguments: [
        ("08:10-08:30", "08:10 4B a.csv unscheduled"), ("08:10-08:31", "09:00 4B a.csv"),
        ("10:14-10:40", "09:00 4B a.csv"),
        ("10:15-10:40", "10:15 4B a.csv unscheduled"),
    ])
    func `a meeting within half an hour of its slot is of it`(times: String, expected: String) {
        var tests = self
        tests.slot("4B", "09:00", "09:45", id: "81")
        #expect(tests.found([tests.export("a.csv", [("Ann", times)], id: "81")]).contains(expected))
    }

    @Test mutating func `of two slots in reach the one with the longest overlap`() {
        slot("4B", "09:00", "09:30", id: "81")
        slot("4B", "09:30", "10:00", id: "81")
        #expect(found([export("a.csv", [("Ann", "09:20-09:58")], id: "81")]) == ["09:00 4B -", "09:30 4B a.csv"])
    }

    @Test mutating func `then the host and the time, then the class in topic, file or folder`() {
        slot("4B", "09:00", "09:45", lead: "mo@oak.example")
        slot("4C", "10:00", "10:45")
        slot("6 Ash", "11:00", "11:45")
        let exports = [
            export("x.csv", [("Ann", "08:58-09:44")], id: "999", host: "MO@oak.example"),
            export("y.csv", [("Ann", "10:01-10:44")], topic: "Maths for 4c"),
            export("6 ash/z.csv", [("Ann", "11:01-11:44")]), export("4b copy.csv", [("Ann", "15:01-15:44")]),
            export("6Ash-plan (1).csv", [("Ann", "17:01-17:44")]),
        ]
        #expect(
            found(exports) == [
                "09:00 4B x.csv", "10:00 4C y.csv", "11:00 6 Ash 6 ash/z.csv", "15:01 4B 4b copy.csv unscheduled",
                "17:01 6 Ash 6Ash-plan (1).csv unscheduled",
            ])
    }

    private mutating func enrol(_ names: [String], in classes: String...) {
        for name in names {
            var pupil = Pupil(key: "mis:\(name)", id: PupilID(name))
            pupil.main = PersonName(given: name, family: "Reeve")
            let index = school.roster.pupils.endTypedIndex
            school.roster.pupils.append(pupil)
            for code in classes {
                let place = school.roster.classes.firstTypedIndex { $0.code.text == code }!
                school.roster.enrolments.append(Enrolment(pupil: index, classIndex: place))
            }
        }
        school.indexRoster()
    }

    private func lesson(_ names: [String]) -> [MeetingExport] {
        [export("list.csv", names.map { ("\($0) Reeve", "09:00-09:40") })]
    }

    @Test mutating func `a roll names the slot in reach, though another group has the same pupils`() {
        school.roster.classes.append(SchoolClass(id: "Ma", code: ClassCode("4B/Ma"), name: "4B/Ma", kind: .teaching))
        enrol(["Ada", "Ben", "Cleo", "Dev"], in: "4B", "4B/Ma")
        enrol(["Eve", "Finn", "Gus"], in: "4C")
        slot("4B/Ma", "09:00", "09:40")
        slot("4C", "09:00", "09:40")
        slot("4B", "13:00", "13:40")
        #expect(found(lesson(["Ada", "Ben", "Cleo"])) == ["09:00 4B/Ma list.csv", "09:00 4C -", "13:00 4B -"])
        #expect(found(lesson(["Ada", "Ben", "Eve", "Finn"])).contains("09:00  list.csv unscheduled"))
    }

    @Test mutating func `a roll names a lesson of two classes, and two rows of one meeting ID and time are one lesson`()
    {
        enrol(["Ada", "Ben", "Cleo", "Dev"], in: "4B")
        enrol(["Eve", "Finn", "Gus"], in: "4C")
        slot("4B;4C", "09:00", "09:40")
        #expect(found(lesson(["Ada", "Ben", "Cleo", "Finn", "Gus"])) == ["09:00 4B;4C list.csv"])
        school.timetable.rows = []
        slot("4C", "09:00", "09:40", id: "700")
        slot("4B", "09:00", "09:40", id: "700")
        #expect(
            found([export("list.csv", ["Ada", "Ben", "Cleo"].map { ("\($0) Reeve", "09:00-09:40") }, id: "700")]) == [
                "09:00 4C;4B list.csv"
            ])
    }

    @Test mutating func `the whole class is not the lesson of a group of it`() {
        enrol(["Ada", "Ben", "Cleo"], in: "4B", "6 Ash")
        enrol(["Dev"], in: "4B")
        slot("6 Ash", "09:00", "09:40")
        #expect(found(lesson(["Ada", "Ben", "Cleo", "Dev"])).contains("09:00 6 Ash -"))
        #expect(found(lesson(["Ada", "Ben", "Cleo"])) == ["09:00 6 Ash list.csv"])
    }

    @Test mutating func `a row that stands twice, or once for each teacher, is one lesson`() {
        slot("4B", "09:00", "09:40", id: "700", lead: "MDA")
        slot("4b", "09:00", "09:40", id: "7 00", lead: "JOL")
        slot("4B", "09:00", "09:40", id: "700", lead: "MDA", on: .date(SessionFinderTests.monday))
        slot("4B", "09:00", "09:40", id: "701")
        #expect(found([]) == ["09:00 4B -", "09:00 4B -"])
        let lesson = sessions([export("list.csv", [("Ada Reeve", "09:00-09:40")], id: "700")]).first {
            !$0.exports.isEmpty
        }?.lesson
        #expect(lesson?.leadStaff == "MDA")
        #expect(lesson?.secondStaff == "JOL")
    }

    @Test mutating func `class names are whole words, and numbers of dates are none`() {
        school.roster.classes.append(SchoolClass(id: "11", code: ClassCode("11"), name: "11"))
        slot("4B", "09:00", "09:45")
        #expect(
            found([export("14B 2026-11-16.csv", [("Ann", "15:00-15:44")])]) == [
                "09:00 4B -"
            ])
        #expect(
            found([export("14B 2026-11-16.csv", [("Mo Daly", "15:00-15:44")])]) == [
                "09:00 4B -", "15:00  14B 2026-11-16.csv unscheduled",
            ])
    }

    @Test mutating func `restarts, second downloads and copies are one session, every row once`() {
        slot("4B", "09:00", "09:45", id: "81")
        let first = [("Ann", "08:58-09:20"), ("Ben", "08:59-09:20"), ("Ben", "08:59-09:20")]
        let exports = [
            export("a.csv", first, id: "81"), export("b.csv", first, id: "81"),
            export("c.csv", [("Ann", "09:24-09:45"), ("Cat", "09:25-09:45")], id: "81"),
        ]
        #expect(found(exports) == ["09:00 4B a.csv+b.csv+c.csv"])
        let entrants = sessions(exports)[0].entrants
        #expect(entrants.map(\.displayName.text) == ["Ann", "Ben", "Cat"])
        #expect(entrants.map(\.stays.count) == [2, 2, 1])
        #expect(entrants.map(\.repeats.count) == [1, 2, 0])
    }

    @Test mutating func `one log holds many meetings: by day, slot, and cut where a stay runs through two`() {
        slot("4B", "09:00", "09:45", id: "abc-defg-hij")
        slot("4B", "09:45", "10:30", id: "abc-defg-hij")
        slot("4B", "15:00", "15:45", id: "abc-defg-hij")
        let log = export(
            "log.csv", [("Mo", "08:55-10:32"), ("Ann", "08:58-09:46"), ("Ben", "09:44-10:30"), ("Ann", "15:00-15:40")],
            id: "ABCDEFGHIJ",
            variant: "meet/admin-log")
        let all = sessions([log])
        #expect(all.map { $0.entrants.map(\.displayName.text) } == [["Ann", "Mo"], ["Ben", "Mo"], ["Ann"]])
        #expect(all[0].entrants[1].stays[0].stay.left == all[1].entrants[1].stays[0].stay.joined)
    }

    @Test mutating func `what is over and has no file is expected; days off and what is still to come are not`() {
        school.settings.daysOff = [Day(iso: "2026-11-17")!...Day(iso: "2026-11-17")!]
        slot("4B", "09:00", "09:45")
        slot("4B", "09:00", "09:45", on: .weekday(2))
        slot("4B", "09:00", "09:45", on: .weekday(4))
        #expect(found([], now: "2026-11-19") == ["09:00 4B -"])
        #expect(found([]).count == 2)
    }

    @Test mutating func `lessons that name their class and something else follow each other, a restart does not`() {
        school.timetable = Timetable()
        let lessons = [
            export("a.csv", [("Ann", "09:00-09:40")], id: "81", topic: "4B Maths"),
            export("b.csv", [("Ann", "09:43-10:20")], id: "82", topic: "4B English"),
            export("c.csv", [("Ann", "10:22-10:40")], id: "83", topic: "Mo Daly's meeting"),
        ].map { export in
            var export = export
            export.file = "4B/\(export.file)"
            return export
        }
        #expect(found(lessons) == ["09:00 4B 4B/a.csv unscheduled", "09:43 4B 4B/b.csv+4B/c.csv unscheduled"])
    }

    @Test mutating func `without a timetable every export is the session of its class`() {
        school.timetable = Timetable()
        let exports = [
            export("4B.csv", [("Ann", "09:00-09:40")], id: "81"),
            export("4B again.csv", [("Ann", "09:44-10:00")], id: "82"),
            export("4B later.csv", [("Ann", "13:00-13:40")], id: "81"),
        ]
        #expect(found(exports) == ["09:00 4B 4B again.csv+4B.csv unscheduled", "13:00 4B 4B later.csv unscheduled"])
    }

    @Test mutating func `the class that is asked for wins`() {
        slot("4B", "09:00", "09:45", id: "81")
        slot("4C", "09:00", "09:45", id: "82")
        #expect(
            found([export("a.csv", [("Ann", "09:00-09:40")], id: "81")], only: "4C") == [
                "09:00 4B -", "09:00 4C a.csv",
            ])
    }

    @Test mutating func `keys are short, different, and the same in every order`() {
        slot("4B", "09:00", "09:45", id: "81")
        slot("4B", "09:00", "09:45", id: "82")
        let exports = [
            export("a.csv", [("Ann", "09:00-09:40")], id: "81"),
            export("b.csv", [("Mo Daly", "15:00-15:40")], id: "99"),
        ]
        let keys = sessions(exports).map(\.key)
        #expect(keys.allSatisfy { $0.utf8.count == 8 } && Set(keys).count == 3)
        #expect(sessions(exports.reversed()).map(\.key) == keys)
    }
}
