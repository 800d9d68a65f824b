@testable import WhoJoinedKit

/// An invented school on a plate: class, staff and contacts in one line each.
struct MatchStage {
    var school = School()
    static let day = Day(year: 2026, month: 11, day: 16)!

    /// - Parameter pupils: `Given Family|Class|preferred given|e-mail`, what is missing may be left out.
    /// - Parameter staff: `Title Given Family|e-mail|phone`
    init(_ pupils: [String], staff: [String] = []) {
        school.settings.domains = ["school.example"]
        for line in pupils { add(line) }
        for (i, line) in staff.enumerated() {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let words = cells[0].split(separator: " ").map(String.init)
            school.roster.staff.append(
                StaffMember(
                    code: "T\(i + 1)", title: words[0], given: words[1],
                    family: words.dropFirst(2).joined(separator: " "),
                    email: cells.count > 1 && !cells[1].isEmpty ? cells[1] : nil,
                    phone: cells.count > 2 ? cells[2] : nil))
        }
        school.indexRoster()
    }

    private mutating func add(_ line: String) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let words = cells[0].split(separator: " ").map(String.init)
        let number = school.roster.pupils.count + 1
        var pupil = Pupil(key: "row:\(number)", id: PupilID("P\(number)"))
        pupil.main = PersonName(given: words[0], family: words.dropFirst().joined(separator: " "))
        if cells.count > 2, !cells[2].isEmpty { pupil.preferred = PersonName(given: cells[2]) }
        if cells.count > 3, !cells[3].isEmpty { pupil.email = cells[3] }
        let code = cells.count > 1 && !cells[1].isEmpty ? cells[1] : "4B"
        if !school.roster.classes.contains(where: { $0.code.text == code }) {
            school.roster.classes.append(SchoolClass(id: code, code: ClassCode(code), name: code, kind: .registration))
        }
        let index = school.roster.classes.firstTypedIndex { $0.code.text == code }!
        school.roster.enrolments.append(Enrolment(pupil: school.roster.pupils.endTypedIndex, classIndex: index))
        school.roster.pupils.append(pupil)
    }

    /// A session of 4B with these entrants: `display name` or `display name|e-mail`, all there from 9 to 10.
    func session(_ entrants: [String], kind: SessionKind = .lesson, classes: [String] = ["4B"]) -> FoundSession {
        let start = Instant(seconds: Self.day.number * 86_400 + 9 * 3600)
        let export = ExportSummary(
            file: "lesson.csv", platform: .zoom, variant: "zoom/participants", abilities: ExportAbilities(),
            dates: DateDecision(order: .dayFirst, decidedBy: "test"),
            isComplete: true)
        let made = entrants.enumerated().map { i, line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let stay = Stay(joined: start, left: start + 3600, line: i + 2)
            return Entrant(
                displayName: DisplayName(cells[0]), email: cells.count > 1 ? cells[1] : nil,
                stays: [PlacedStay(stay: stay, export: 0)], waiting: [])
        }
        let codes = classes.map { ClassCode($0) }
        return FoundSession(
            key: "s", day: Self.day, start: start, end: start + 3600, kind: kind,
            classText: classes.joined(separator: ";"), classes: codes, subject: "",
            placedBy: "test", exports: [export], entrants: made, enrolled: school.roll(of: codes, on: Self.day),
            expected: [])
    }

    func links(_ entrants: [String], kind: SessionKind = .lesson, classes: [String] = ["4B"]) -> [Link] {
        Matcher(school).link(session(entrants, kind: kind, classes: classes)).entrants.map(\.link)
    }

    /// `pupil P1`, `ambiguous P1;P2`, `unnamed` …
    func answers(_ entrants: [String], kind: SessionKind = .lesson, classes: [String] = ["4B"]) -> [String] {
        links(entrants, kind: kind, classes: classes).map { link in
            let ids = (link.outcome == .ambiguous ? link.candidates : [link.pupil].compactMap { $0 }).map {
                school.roster.pupils[$0].id.text
            }
            let staff = link.staff.map { school.roster.staff[$0].code }
            return ([link.outcome.rawValue] + [ids.joined(separator: ";"), staff ?? ""]).filter { !$0.isEmpty }.joined(
                separator: " ")
        }
    }
}
