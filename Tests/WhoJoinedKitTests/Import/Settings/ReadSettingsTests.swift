import Foundation
import Testing

@testable import WhoJoinedKit

struct ReadSettingsTests {
    @Test func `a school's settings are read`() throws {
        let settings = try readSettings(
            """
            [school]
            name = "Oakfield Primary"
            domains = ["Oakfield.sch.uk", "@pupils.oakfield.sch.uk"]
            time-zone = "Europe/London"
            date-order = "day-first"
            hours = "08:30-16:00"
            days-off = ["2026-12-21/2027-01-01", "2026-11-18"]
            retention-days = 400
            [policy]
            preset = "meet-primary"
            [rules.late]
            after-minutes = 7
            clause = "Our policy 5.1"
            [rules.camera-off]
            on = false
            [rules.over-use]
            on = true
            [mail]
            from = "office@oakfield.sch.uk"
            slt = ["head@oakfield.sch.uk"]
            [contacts]
            ask-means-yes = true
            [roster.columns]
            legal-given = "Pupil first name"
            """)
        #expect(settings.domains == ["oakfield.sch.uk", "pupils.oakfield.sch.uk"])
        #expect(settings.opens?.short == "08:30" && settings.closes?.short == "16:00")
        #expect(
            settings.isDayOff(Day(iso: "2027-01-01")!) && settings.isDayOff(Day(iso: "2026-11-18")!)
                && !settings.isDayOff(Day(iso: "2027-01-02")!))
        #expect(settings.retentionDays == 400 && settings.dateOrder == .dayFirst && settings.askMeansYes)
        #expect(
            settings.policy.isOn(.late) && settings.policy[LateRule.afterMinutes].seconds == 420
                && settings.policy.clause(.late) == "Our policy 5.1")
        #expect(!settings.policy.isOn(.cameraOff))
        #expect(settings.policy.isOn(.overUse) && settings.policy[OverUseRule.minutesPerWeek] == 600)
        #expect(!settings.policy.isOn(.notRecorded))
        #expect(settings.rosterColumns == ["legal-given": "Pupil first name"])
    }

    @Test(arguments: [
        ("[school]\nnmae = \"X\"", 2, "unknown key \"nmae\" in [school]", "did you mean \"name\"?"),
        ("[rules.lat]\non = true", 1, "unknown rule \"lat\" in [rules]", "did you mean \"late\"?"),
        (
            "\n[rules.late]\non = true\nafter-minute = 5", 4, "unknown key \"after-minute\" in [rules.late]",
            "did you mean \"after-minutes\"?"
        ),
        (
            "[roster.columns]\nlegal-givn = \"Pupil\"", 2, "unknown key \"legal-givn\" in [roster.columns]",
            "did you mean \"legal-given\"?"
        ),
        (
            "[schedule.columns]\nstrt = \"From\"", 2, "unknown key \"strt\" in [schedule.columns]",
            "did you mean \"start\"?"
        ),
        ("[polcy]\npreset = \"none\"", 1, "unknown section \"polcy\"", "did you mean \"policy\"?"),
        (
            "[policy]\npreset = \"zoom-primery\"", 2, "there is no such preset",
            "did you mean \"zoom-primary\"? write one of: zoom-primary, meet-primary, online-provision, none"
        ),
        (
            "[rules.late]\nafter-minutes = -1", 2, "\"after-minutes\" cannot be this number",
            "write a number from 0 to 1440, without quotes"
        ),
        (
            "[rules.camera-off]\nminimum-share = 1.01", 2, "\"minimum-share\" cannot be this number",
            "write a number from 0 to 1, without quotes"
        ),
        (
            "[rules.one-adult]\nminimum = 1.5", 2, "\"minimum\" cannot be this number",
            "write a whole number from 1 to 20, without quotes"
        ),
        (
            "[rules.one-adult]\nminimum = \"2\"", 2, "\"minimum\" is not a number",
            "write a whole number from 1 to 20, without quotes"
        ),
        (
            "[rules.late]\non = \"yes\"", 2, "\"on\" is neither true nor false",
            "write on = true or on = false, without quotes"
        ),
        (
            "[school]\nhours = \"16:00-08:30\"", 2, "these are not school hours",
            "write opening and closing, as in \"08:30-16:00\""
        ),
        (
            "[follow-up]\nsuport-from = 4", 2, "unknown key \"suport-from\" in [follow-up]",
            "did you mean \"support-from\"?"
        ),
        (
            "[follow-up]\nhome-visit-from = 0", 2, "\"home-visit-from\" cannot be this number",
            "write a whole number from 1 to 100, without quotes"
        ),
        ("[folow-up]\nsupport-from = 4", 1, "unknown section \"folow-up\"", "did you mean \"follow-up\"?"),
        ("[school]\ntime-zone = \"Europe/Londn\"", 2, "there is no such time zone", "write \"Europe/London\""),
        (
            "[school]\ndays-off = [\"2027-01-01/2026-12-21\"]", 2,
            "an entry is not a date or a range of dates that exists",
            "write \"2026-12-21\" or \"2026-12-21/2027-01-01\", the first day first"
        ),
        (
            "[school]\ndays-off = [\"2026-02-29\"]", 2, "an entry is not a date or a range of dates that exists",
            "write \"2026-12-21\" or \"2026-12-21/2027-01-01\", the first day first"
        ),
        (
            "[school]\nname = ", 2, "this line is not valid TOML",
            "write key = value, texts in double quotes, lists in [ ]; each key only once"
        ),
        (
            "[rules.unapproved-platform]\npupils = [\"zom\"]", 2, "a platform is not known",
            "write any of: \(Platform.allCases.map(\.rawValue).joined(separator: ", "))"
        ),
        (
            "rules.late.after-minuts = 5", 1, "unknown key \"after-minuts\" in [rules.late]",
            "did you mean \"after-minutes\"?"
        ),
    ])
    func `a wrong setting is named with its line and its fix`(text: String, line: Int, what: String, fix: String) {
        let refusal = #expect(throws: SettingsRefusal.self) { try readSettings(text) }
        let problem = refusal?.problems.first
        #expect(problem?.line == line && problem?.what == what && problem?.fix == fix)
    }

    @Test func `a key of twenty thousand parts is refused at once, many numbers are not`() {
        let many = Array(repeating: "a", count: 20_000).joined(separator: ".")
        for text in ["x = 1\n\(many) = 1\n", "x = 1\n[\(many)]\n", "x = 1\ny = { b = 1, \(many) = 1 }\n"] {
            #expect(lineOfBrokenBracket(in: text) == 2)
        }
        let numbers = "x = [\(Array(repeating: "0.5", count: 500).joined(separator: ", "))]\n"
        #expect(lineOfBrokenBracket(in: numbers + "y = \"\(many)\"\n# \(many)\n") == nil)
    }

    @Test func `all problems are listed in the order of the lines`() {
        let refusal = #expect(throws: SettingsRefusal.self) {
            try readSettings(
                "[school]\nhours = \"x\"\nretention-days = 0\n[rules.foo]\n[mail]\nfrom = \"a b\"")
        }
        #expect(refusal?.problems.map(\.line) == [2, 3, 4, 6])
    }

    @Test(arguments: [
        ("[[[", 1), ("[", 1), ("[[ [x", 1), ("[\\u.a]", 1), ("[rules.late]\non = [}", 2), ("# [[[\n[", 2),
        ("a = \"[[[\"\n[[", 2), ("a = [\n}", 2),
    ])
    func `brackets that make no TOML are refused with their line, whatever the parser thinks of them`(
        text: String, line: Int
    ) {
        #expect(lineOfBrokenBracket(in: text) == line)
        #expect(throws: SettingsRefusal.self) { try readSettings(text) }
    }

    @Test(arguments: [
        "[school]\nname = \"[[[ }\"\ndomains = [\n  \"a.example\", # ] }\n]", "a = {b = [1, 2]}", "[[a]]",
        "[ \"a b\" . c ]", "a = \"\"\"\n[[[\n\"\"\"", "a = '}'",
    ])
    func `brackets in their places are left to the parser`(text: String) {
        #expect(lineOfBrokenBracket(in: text) == nil)
    }
}
