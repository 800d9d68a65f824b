import DelimitedText
import Foundation
import Testing

@testable import WhoJoinedKit

/// Writes predictions for a labelled set of names, to be scored from outside: `WHOJOINED_NAMES=folder` holds
/// roster.csv, staff.csv and entrants.csv, `WHOJOINED_PREDICTIONS` is the file to write, `WHOJOINED_WITHOUT` a group of
/// steps to leave out.
struct NameBenchmarkTests {
    static let environment = ProcessInfo.processInfo.environment

    @Test(.enabled(if: environment["WHOJOINED_NAMES"] != nil)) func `a labelled set is linked completely`() throws {
        let folder = URL(filePath: try #require(Self.environment["WHOJOINED_NAMES"]))
        let entrants = try rows(folder.appending(path: "entrants.csv"))
        let pupils = try rows(folder.appending(path: "roster.csv"))
        let staff = try rows(folder.appending(path: "staff.csv"))
        var lines = ["lesson_id,entrant_no,outcome,person_id"]
        for name in Set(pupils.map { $0["school"]! }).sorted() {
            let school = school(pupils.filter { $0["school"] == name }, staff.filter { $0["school"] == name })
            let matcher = Matcher(school, switches: switches)
            for (_, list) in Dictionary(grouping: entrants.filter { $0["school"] == name }, by: { $0["lesson_id"]! })
                .sorted(by: { $0.key < $1.key })
            {
                lines += linked(list, of: school, by: matcher)
            }
        }
        #expect(lines.count == entrants.count + 1)
        if let file = Self.environment["WHOJOINED_PREDICTIONS"] {
            try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        }
    }

    private var switches: MatchSwitches {
        var switches = MatchSwitches.all
        switch Self.environment["WHOJOINED_WITHOUT"] {
        case "sounds": switches.sounds = false
        case "nicknames": switches.nicknames = false
        case "slips": switches.slips = false
        case "given-names": switches.givenNames = false
        case "brackets": switches.brackets = false
        case "emails": switches.emails = false
        case "looks": switches.looks = false
        default: break
        }
        return switches
    }

    private func rows(_ file: URL) throws -> [[String: String]] {
        let all = records(in: [UInt8](try Data(contentsOf: file))).records.map(\.texts)
        return all.dropFirst().map { Dictionary(zip(all[0], $0)) { first, _ in first } }
    }

    private func school(_ pupils: [[String: String]], _ staff: [[String: String]]) -> School {
        var stage = MatchStage([])
        for row in pupils {
            let code = ClassCode(row["class"]!)
            if !stage.school.roster.classes.contains(where: { $0.code == code }) {
                stage.school.roster.classes.append(
                    SchoolClass(id: code.text, code: code, name: code.text, kind: .registration))
            }
            var pupil = Pupil(key: row["pupil_id"]!, id: PupilID(row["pupil_id"]!))
            pupil.legal = PersonName(given: row["legal_first"]!, family: row["legal_last"]!)
            pupil.preferred = PersonName(given: row["preferred_first"]!, family: row["preferred_last"]!)
            pupil.email = row["email"]!.isEmpty ? nil : row["email"]
            stage.school.roster.enrolments.append(
                Enrolment(
                    pupil: stage.school.roster.pupils.endTypedIndex,
                    classIndex: stage.school.roster.classes.firstTypedIndex { $0.code == code }!))
            stage.school.roster.pupils.append(pupil)
            if let at = pupil.email?.utf8.firstIndex(of: 0x40) {
                stage.school.settings.domains = [String(pupil.email!.utf8[at...].dropFirst())!]
            }
        }
        stage.school.roster.staff = staff.map {
            StaffMember(
                code: $0["staff_id"]!, title: $0["title"]!, given: $0["first"]!, family: $0["last"]!,
                email: $0["email"]!.isEmpty ? nil : $0["email"])
        }
        stage.school.indexRoster()
        return stage.school
    }

    private func linked(_ list: [[String: String]], of school: School, by matcher: Matcher) -> [String] {
        var stage = MatchStage([])
        stage.school = school
        var session = stage.session([], classes: [list[0]["class"]!])
        session.entrants = list.map {
            Entrant(
                displayName: DisplayName($0["display_name"]!), email: $0["email"]!.isEmpty ? nil : $0["email"],
                stays: [], waiting: [])
        }
        return zip(matcher.link(session).entrants, list).map { entrant, row in
            let link = entrant.link
            let outcome =
                ["pupil": "matched", "other-class": "other_class", "contact": "ambiguous"][link.outcome.rawValue]
                ?? link.outcome.rawValue
            let pupils = link.outcome == .ambiguous ? link.candidates : [link.pupil].compactMap { $0 }
            let ids =
                link.staff.map { [school.roster.staff[$0].code] } ?? pupils.map { school.roster.pupils[$0].id.text }
            return "\(row["lesson_id"]!),\(row["entrant_no"]!),\(outcome),\(ids.joined(separator: "|"))"
        }
    }
}
