import Testing

@testable import WhoJoinedKit

struct FullNamesTests {
    @Test(arguments: [
        ("Leela Nair", "leela nair"), ("NAIR, Leela", "nair leela"), ("Amelia Cox-Briggs", "amelia cox briggs"),
        ("Siobhan O'Keefe", "siobhan okeefe"),
        ("iSLA mcKay", "isla mckay"),
    ])
    func `a plain name is its words in small letters`(name: String, words: String) {
        #expect(plainFullName(name) == Array(words.utf8))
    }

    @Test(arguments: [
        "", "Leela", "Leela  Nair", "Leela Nair ", " Leela Nair", "Leela Nair,", "Leela, , Nair", "Leela - Nair",
        "Ali's Khan", "Leéla Nair", "Leela Nair 2",
        "OlIvEr-jAmEs Chapman", "A B C D E",
    ])
    func `a name with anything else has to be read`(name: String) {
        #expect(plainFullName(name) == nil)
    }

    @Test func `a name that two people have but for the gaps is nobody's`() {
        func names(_ given: String, _ family: String) -> PersonNames {
            var names = PersonNames()
            names.add(given: given, family: family)
            return names
        }
        let known = FullNames(
            of: [4, 7, 9], [names("Ann Marie", "Lee"), names("Annmarie", "Lee"), names("Ann", "Lee")])
        func owner(_ name: String) -> Pupil.Index? { known.owner(of: Array(name.utf8)) }
        #expect(owner("ann marie lee") == nil)
        #expect(owner("lee annmarie") == nil)
        #expect(owner("lee ann") == 9)
        #expect(owner("marie lee") == nil)
    }

    @Test(arguments: [
        "Leela Nair", "Nair, Leela", "nair leela", "Cox-Briggs, Amelia", "Amelia Cox-Briggs", "Millie Cox Briggs",
        "Shay O'Keefe", "Isla McKay", "McKay Isla", "Aisha Begum",
        "Begum, Aisha", "Ann-Marie Lee", "Lee, Ann Marie", "Maja Nowicka",
    ])
    func `what is found at once is what the ladder finds`(name: String) {
        let stage = MatchStage(
            [
                "Leela Nair", "Amelia Cox-Briggs|4B|Millie", "Shay O'Keefe", "Isla McKay", "Aisha Begum", "Aisha Begum",
                "Ann-Marie Lee", "Maja Nowicka|5C",
            ])
        // Without e-mails nothing is found at once.
        var slowly = MatchSwitches.all
        slowly.emails = false
        let (found, expected) = (
            stage.links([name])[0], Matcher(stage.school, switches: slowly).link(stage.session([name])).entrants[0].link
        )
        #expect(found.outcome == expected.outcome)
        #expect(
            (found.pupil, found.candidates, found.certainty) == (
                expected.pupil, expected.candidates, expected.certainty
            ))
        #expect((found.step, found.why) == (expected.step, expected.why))
    }

    @Test func `a name that comes again has the same answer, letter by letter`() {
        let stage = MatchStage(["Leela Nair", "Zoë Adeyemi"])
        // More strangers than are remembered, and a name whose letter is one or two.
        let names =
            (0..<700).map { "Stranger \($0)" } + [
                "Leela Nair", "Zo\u{EB} Adeyemi", "Zoe\u{308} Adeyemi", "Leela Nair|dad@mailbox.example", "Leela",
            ]
        let matcher = Matcher(stage.school)
        let (first, again) = (matcher.link(stage.session(names)), matcher.link(stage.session(names.reversed())))
        let pairs = zip(first.entrants, again.entrants.reversed())
        #expect(
            pairs.allSatisfy {
                $0.displayName == $1.displayName && $0.link.outcome == $1.link.outcome && $0.link.why == $1.link.why
            })
        #expect(first.entrants.suffix(5).map(\.link.pupil) == [0, 1, 1, 0, 0])
    }
}
