import HostSystem
import Testing

@testable import WhoJoinedKit

/// The program itself, run from another folder by somebody with a home of their own.
@Suite(.enabled(if: OutsideTools.whojoined != nil, "the built program is needed"))
struct DefaultSchoolTests {
    private func run(_ arguments: [String], home: TemporaryFolder) throws -> OutsideTools.Outcome {
        try OutsideTools.run(try #require(OutsideTools.whojoined), arguments, home: home.path)
    }

    @Test func `init --default makes a school that commands find from anywhere`() throws {
        let (school, home) = (try SmallSchool(), try TemporaryFolder())
        let export = school.folder.path.appending("inbox/mon.csv").text
        #expect(try run(["lesson", export], home: home).status == 66)
        let set = try run(["init", school.folder.path.text, "--default"], home: home)
        #expect(set.status == 0 && set.output.contains(".config/whojoined/school"), "\(set.output)")
        #expect(try home.text(".config/whojoined/school") == school.folder.path.text + "\n")
        let lesson = try run(["lesson", export], home: home)
        #expect(lesson.status == 0 && lesson.output.contains("4B  Maths"), "\(lesson.output)")
    }

    @Test func `--school goes before the default, and a default that is gone is named`() throws {
        let (school, other, home) = (try SmallSchool(), try SmallSchool(), try TemporaryFolder())
        try home.put(".config/whojoined/school", "/nowhere/at all\n")
        let gone = try run(["check"], home: home)
        #expect(gone.status == 66 && gone.output.contains("school:1: error"), "\(gone.output)")
        try home.put(".config/whojoined/school", school.folder.path.text)
        try other.folder.put("school.toml", "[school]\nname = \"Other\"\n[policy]\npreset = \"none\"\n")
        let week = ["week", "--week", "2026-W47", "--dry-run", "--now", "2026-11-22T08:00:00"]
        #expect(try run(week, home: home).output.contains(school.folder.path.text))
        #expect(
            try run(week + ["--school", other.folder.path.text], home: home).output.contains(other.folder.path.text))
    }

    @Test(arguments: [("lessn", "lesson"), ("setle", "settle"), ("weeek", "week"), ("confrim", "confirm")])
    func `a misspelt command is refused with the one that was meant`(word: String, meant: String) throws {
        let outcome = try run([word], home: try TemporaryFolder())
        #expect(outcome.status == 64)
        #expect(outcome.output.contains("did you mean whojoined \(meant)"), "\(outcome.output)")
    }

    @Test func `a word like no command is refused without a guess`() throws {
        let outcome = try run(["zebra"], home: try TemporaryFolder())
        #expect(outcome.status == 64 && outcome.output.contains("see whojoined --help"))
        #expect(!outcome.output.contains("did you mean"))
    }

    @Test(arguments: ["lesson", "settle", "confirm", "week", "note"])
    func `what every command takes stands behind a command's own options`(command: String) throws {
        let help = try run([command, "--help"], home: try TemporaryFolder()).output
        let own = try #require(
            help.range(of: command == "week" ? "--ending" : command == "note" ? "--person" : "--class"))
        let shared = try #require(help.range(of: "--school"))
        #expect(own.lowerBound < shared.lowerBound)
    }
}
