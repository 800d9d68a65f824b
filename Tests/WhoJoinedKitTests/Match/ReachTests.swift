import Testing

@testable import WhoJoinedKit

/// How far a decision and an invitation reach, and whose an export is.
struct ReachTests {
    private static let monday = Day(iso: "2026-11-16")!
    private var school = School()

    init() {
        for (index, name) in ["Ann Able", "Ben Best", "Cat Cole", "Dan Dale", "Eve Else", "Flo Frye"].enumerated() {
            let parts = name.split(separator: " ").map { String($0) }
            var pupil = Pupil(key: "mis:p\(index)", id: PupilID("p\(index)"))
            pupil.main = PersonName(given: parts[0], family: parts[1])
            school.roster.pupils.append(pupil)
            school.roster.enrolments.append(
                Enrolment(pupil: Pupil.Index(index), classIndex: SchoolClass.Index(index < 3 ? 0 : 1)))
        }
        school.roster.classes = [
            SchoolClass(id: "4B", code: ClassCode("4B"), name: "4B", kind: .registration),
            SchoolClass(id: "5C", code: ClassCode("5C"), name: "5C", kind: .registration),
        ]
        school.timetable.exists = true
        school.timetable.rows = [row("4B", "09:00", "81"), row("5C", "09:00", "82")]
        school.indexRoster()
    }

    private func row(_ classText: String, _ start: String, _ id: String) -> Timetable.Row {
        Timetable.Row(
            meetingID: id, classText: classText, subject: "", kind: .lesson, time: .weekday(1),
            start: ClockTime(start)!, end: ClockTime("09:45")!, leadStaff: "", secondStaff: "", platform: nil,
            source: "timetable.csv:2")
    }

    private func export(_ file: String, _ names: [String], id: String, on day: Day = monday) -> MeetingExport {
        let zone = school.settings.zone
        let participants = names.enumerated().map { line, name in
            var stay = Stay(line: line + 2)
            stay.joined = zone.instant(of: day, ClockTime("09:00")!)
            stay.left = zone.instant(of: day, ClockTime("09:45")!)
            return Participant(displayName: DisplayName(name), stays: [stay])
        }
        return MeetingExport(
            file: file, platform: .zoom, variant: "zoom/participants", dates: DateDecision(order: .none, decidedBy: ""),
            abilities: ExportAbilities(), meetings: [Meeting(id: id, participants: participants)])
    }

    private func decision(_ name: String, on: String?, date: String? = nil) -> Decision {
        var line = Decision(
            displayName: DisplayName(name), email: nil, classCode: ClassCode("4B"), isA: .pupil, id: "p0", pupil: 0,
            staff: nil, by: "MDA", source: "decisions.csv:2")
        (line.on, line.day, line.isDated) = (on.flatMap { Day(iso: $0) }, date.flatMap { Day(iso: $0) }, date != nil)
        return line
    }

    private func outcomes(_ exports: [MeetingExport]) -> [String] {
        let finder = SessionFinder(school)
        let meetings = finder.place(exports).meetings
        let known = finder.knowingDays(of: meetings)
        return meetings.map { known.linkedSession(of: $0) }.sorted { $0.day < $1.day }.map { session in
            "\(session.day.iso.suffix(2)) \(session.entrants.map(\.link.outcome.rawValue).joined(separator: " "))"
        }
    }

    @Test(arguments: [nil, "2026-11-16"])
    mutating func `a device is settled for one day, said or found, a nickname for good`(date: String?) {
        let weeks = [ReachTests.monday, ReachTests.monday + 7]
        school.records.decisions = [decision("iPad", on: "2026-11-18", date: date)]
        #expect(outcomes(weeks.map { export("\($0).csv", ["iPad"], id: "81", on: $0) }) == ["16 pupil", "23 unnamed"])
        school.records.decisions = [decision("birdie", on: "2026-11-18")]
        #expect(outcomes(weeks.map { export("\($0).csv", ["birdie"], id: "81", on: $0) }) == ["16 pupil", "23 pupil"])
    }

    @Test mutating func `a settled name beside its owner is open again`() {
        school.records.decisions = [decision("birdie", on: nil)]
        #expect(outcomes([export("a.csv", ["Ann Able", "birdie"], id: "81")]) == ["16 pupil ambiguous"])
    }

    @Test mutating func `a settled device beside its owner may hide anybody again`() {
        school.records.decisions = [decision("iPad", on: nil, date: "2026-11-16")]
        #expect(outcomes([export("a.csv", ["Ben Best", "iPad"], id: "81")]) == ["16 pupil pupil"])
        #expect(outcomes([export("a.csv", ["Ann Able", "iPad"], id: "81")]) == ["16 pupil unnamed"])
    }

    @Test mutating func `who came by another class's link under a first name is asked about, not accused`() {
        school.timetable.rows.removeLast()
        let names = ["Dan Dale", "Eve Else", "Flo Frye", "Flo", "Eve's mum", "Zed Zorn"]
        #expect(
            outcomes([export("a.csv", names, id: "81")])
                == ["16 other-class other-class contact ambiguous other-class uninvited"])
    }

    @Test mutating func `a pupil who was or may have been in another call is missed by nobody`() {
        let finder = SessionFinder(school)
        func elsewhere(_ names: [String], _ others: [String]) -> [String] {
            let exports = [export("a.csv", names, id: "81"), export("b.csv", others, id: "82")]
            var sessions = finder.place(exports).meetings.map { finder.linkedSession(of: $0) }
            sessions.noteWhoIsElsewhere(of: school.roster.pupils)
            return sessions.flatMap { session in
                session.elsewhere.map { "\($0.key.position) \($0.value.classText) \($0.value.isCertain)" }
            }.sorted()
        }
        let others = ["Dan Dale", "Eve Else", "Flo Frye"]
        #expect(elsewhere(["Ann Able", "Ben Best"], others).isEmpty)
        #expect(elsewhere(["Ann Able", "Ben Best"], others + ["Cat Cole"]) == ["2 5C true"])
        #expect(elsewhere(["Ann Able", "Ben Best"], others + ["Cat Cole (Dan Dale)"]) == ["2 5C false"])
    }

    @Test mutating func `a supply teacher of the day is staff, a visitor is nobody's contact, another day a stranger`()
    {
        func guest(_ name: String, _ role: String) -> Guest {
            Guest(
                days: ReachTests.monday...ReachTests.monday, name: name, email: nil, classCode: nil, role: role,
                source: "guests.csv:2")
        }
        school.records.guests = [guest("Mr Leach", "supply teacher"), guest("Neil Marsh", "author, state of the art")]
        let names = ["Mr Leach", "Neil Marsh"]
        #expect(outcomes([export("a.csv", names, id: "81")]) == ["16 staff contact"])
        #expect(outcomes([export("a.csv", names, id: "81", on: ReachTests.monday + 7)]) == ["23 uninvited uninvited"])
    }

    @Test mutating func `another class on the link goes to its own lesson, or is a question`() {
        let names = ["Dan Dale", "Eve Else", "Flo Frye"]
        func found(_ exports: [MeetingExport]) -> [String] {
            let finder = SessionFinder(school)
            return finder.place(exports).meetings.map { finder.session(of: $0) }.map {
                "\($0.classText) \($0.exports.map(\.file).joined(separator: "+"))\($0.wrongLink == nil ? "" : " ?")"
            }.sorted()
        }
        #expect(found([export("a.csv", names, id: "81")]) == ["5C a.csv"])
        let right = export("b.csv", ["Ann Able", "Ben Best"], id: "81")
        #expect(found([export("a.csv", names, id: "81"), right]) == ["4B b.csv", "5C a.csv"])
        school.timetable.rows.removeLast()
        #expect(found([export("a.csv", names, id: "81")]) == ["4B a.csv ?"])
        #expect(found([export("a.csv", names, id: "81"), right]) == ["4B a.csv ?", "4B b.csv"])
    }

    @Test func `what nothing ties to the school is named and nobody of it is`() {
        let placed = SessionFinder(school).place([export("x.csv", ["Zed Zorn", "Yan Yates"], id: "999")])
        #expect(placed.meetings.isEmpty && placed.strangers == ["x.csv": 2])
        #expect(placed.problems.map(\.code) == ["not-of-this-school"])
        #expect(SessionFinder(school).place([export("y.csv", ["Zed Zorn"], id: "81")]).meetings.count == 1)
    }
}
