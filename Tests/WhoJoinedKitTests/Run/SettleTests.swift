import HostSystem
import Synchronization
import Testing

@testable import WhoJoinedKit

/// A person whose keys are known beforehand.
final class ScriptedDesk: Desk {
    let columns: Int
    private let keys: Mutex<ArraySlice<UInt8>>
    private let text = Mutex("")

    init(_ keys: String, columns: Int = 80) {
        self.keys = Mutex(Array(keys.utf8)[...])
        self.columns = columns
    }

    func key(within seconds: Int?) -> UInt8? { keys.withLock { $0.popFirst() } }
    func show(_ text: String) { self.text.withLock { $0 += text } }
    var shown: String { text.withLock { $0 } }
    var keysLeft: Int { keys.withLock { $0.count } }
}

struct SettleTests {
    /// Six open names in one lesson: three devices, three names that say too little.
    private static func school() throws -> SmallSchool {
        try .withTwoOfEachName(["Ada", "Cleo", "Finn", "iPad", "Galaxy Tab A8", "Huawei P30"])
    }

    private static func settle(
        _ keys: String, in school: SmallSchool, columns: Int = 80, _ change: (inout SettleRun) -> Void = { _ in }
    ) async -> (outcome: RunOutcome, desk: ScriptedDesk) {
        var run = SettleRun()
        run.options = school.options
        run.week = "2026-W47"
        run.classCode = "4B"
        run.by = "M. Okafor"
        change(&run)
        let desk = ScriptedDesk(keys, columns: columns)
        return (await run.run(at: desk), desk)
    }

    /// The lines without their head.
    private static func decisions(_ school: SmallSchool) throws -> [String] {
        try school.folder.text("decisions.csv").split(separator: "\r\n").dropFirst().map(String.init)
    }

    @Test func `six names are settled in at most fourteen keys`() async throws {
        let school = try Self.school()
        let keys = "111p1s1dq"
        #expect(keys.utf8.count <= 14)
        let (outcome, desk) = await Self.settle(keys, in: school)
        #expect(outcome.text.contains("6 names settled, none is left."), "\(desk.shown)\(outcome.messages)")
        #expect(try Self.decisions(school).count == 6)
    }

    @Test func `the lines are those of confirm, a device's with its day`() async throws {
        let school = try Self.school()
        _ = await Self.settle("12", in: school)
        var lines = try Self.decisions(school)
        let (_, desk) = await Self.settle("\n\n1q", in: school)
        lines = try Self.decisions(school)
        #expect(lines.count == 3, "\(desk.shown)")
        #expect(lines.filter { $0.contains(",pupil,") && $0.contains(",M. Okafor,2026-11-22,") }.count == 3)
        #expect(
            lines.filter { $0.contains("2026-11-16") }.map { $0.prefix(6) } == ["Huawei"])
        _ = await school.week()
        #expect(try school.report("entrants.csv").contains("M. Okafor settled this name"))
    }

    @Test func `what is taken back is open again, and the file is as it was`() async throws {
        let school = try Self.school()
        let (outcome, desk) = await Self.settle("1u2uuq", in: school)
        #expect(try Self.decisions(school).isEmpty)
        #expect(desk.shown.contains("Taken back out of decisions.csv."))
        #expect(desk.shown.contains("There is nothing to take back."))
        #expect(outcome.text.contains("0 names settled, 6 names left open."))
    }

    @Test(arguments: [
        ("n", ",uninvited,", "nobody of ours"), ("d", ",unnamed,", "a device for that lesson"),
        ("p2", ",contact,102,", "a child's parent"), ("s2", ",staff,JRE,", "a colleague"),
        ("2", ",pupil,102,", "a pupil"),
    ]) func `each key writes its own line`(keys: String, cells: String, what: String) async throws {
        let school = try Self.school()
        let (_, desk) = await Self.settle(keys + "q", in: school)
        #expect(try Self.decisions(school).first?.contains(cells) == true, "\(what)\n\(desk.shown)")
    }

    @Test func `a device for this lesson only has day and time`() async throws {
        let school = try Self.school()
        _ = await Self.settle("dq", in: school)
        #expect(try Self.decisions(school)[0].hasSuffix(",2026-11-16,09:00"))
    }

    @Test func `a guest stands in guests.csv for that day`() async throws {
        let school = try Self.school()
        _ = await Self.settle("gq", in: school)
        #expect(try school.folder.text("guests.csv").contains("2026-11-16,,Ada"))
        _ = await Self.settle("uq", in: school)
        #expect(try school.folder.text("guests.csv").contains("2026-11-16,,Ada"))
    }

    @Test func `who is there already is said, also of those just settled`() async throws {
        let school = try Self.school()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ada", "iPad"])
        let (_, desk) = await Self.settle("1q", in: school)
        #expect(
            desk.shown.contains(
                "  1  Birch, Ada (102)   not seen by name\n  2  Ashby, Ada (101)   there already as \"Ada Ashby\" 08:58-09:45"
            ), "\(desk.shown)")
        #expect(desk.shown.contains("Birch, Ada (102)   there already as \"Ada\", as you said"))
    }

    @Test func `who was found a moment ago stands behind those who were not`() async throws {
        let school = try Self.school()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["iPad", "Tablet"])
        let (_, desk) = await Self.settle("1q", in: school)
        let offers = desk.shown.split(separator: "\n").filter { $0.hasPrefix("  1  ") || $0.contains("as you said") }
        #expect(offers.count == 3, "\(desk.shown)")
        #expect(offers[1].contains("not seen by name") && offers[2].hasPrefix("  6  "), "\(offers)")
    }

    @Test func `a name that is settled for good is not asked twice`() async throws {
        let school = try Self.school()
        try school.addExport("tue.csv", day: "11/17/2026", pupils: ["Ada", "Cleo Cedar"])
        let (outcome, desk) = await Self.settle("1\n\n\n\n\nq", in: school)
        #expect(!desk.shown.contains("Tue 17 Nov, 09:00\n\"Ada\""), "\(desk.shown)")
        #expect(outcome.text.contains("1 name settled"))
    }

    @Test func `two devices of one name are not one child`() async throws {
        let school = try Self.school()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["iPad", "iPad"])
        let (_, desk) = await Self.settle("1s\n", in: school)
        #expect(desk.shown.contains("2 at once under this name"))
        #expect(desk.shown.contains("Several were there at once"))
        #expect(try school.folder.files().contains("decisions.csv") == false)
    }

    @Test func `hostile names do nothing to the terminal`() async throws {
        let school = try Self.school()
        try school.addExport(
            "mon.csv", day: "11/16/2026", pupils: ["Ada \u{1B}[2J\u{202E}x", "iPad\u{7}\u{9B}31m"])
        let (_, desk) = await Self.settle("\n\nq", in: school)
        #expect(
            desk.shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        )
        #expect(!desk.shown.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `a narrow terminal has narrow lines`() async throws {
        let (_, desk) = await Self.settle("q", in: try Self.school(), columns: 20)
        let widest = desk.shown.split(separator: "\n").map { PlainText.width(String($0)) }.max() ?? 0
        #expect(widest <= 40)
    }

    @Test func `nothing is written in a dry run, and without open names it is said`() async throws {
        let school = try Self.school()
        let (_, desk) = await Self.settle("1q", in: school) { $0.options.isDryRun = true }
        #expect(desk.shown.contains("would be written to decisions.csv"))
        #expect(try school.folder.files().contains("decisions.csv") == false)
        let (none, _) = await Self.settle("", in: school) { $0.week = "2026-W40" }
        #expect(none.status == .done && none.text == "No name is open in 2026-W40 of 4B.\n")
    }

    @Test func `exports that are not in the inbox can be settled`() async throws {
        let school = try Self.school()
        let elsewhere = school.folder.path.appending("down.csv")
        try renameEntry(school.folder.path.appending("inbox/mon.csv"), to: elsewhere)
        let (_, desk) = await Self.settle("1q", in: school) {
            $0.exports = [elsewhere.text]
            $0.week = nil
        }
        #expect(try Self.decisions(school).count == 1, "\(desk.shown)")
    }

    @Test func `SampleData's week asks for the iPad, then for Freya`() async throws {
        let story = Story(name: "zoom-week")
        let school = try story.copy()
        defer { try? removeFolder(HostPath(school.path)) }
        var run = SettleRun()
        run.options.school = HostPath(school.path)
        run.options.now = "2026-10-09T17:00:00"
        run.week = "2026-W41"
        run.by = "T"
        let desk = ScriptedDesk("22q")
        let outcome = await run.run(at: desk)
        let names = desk.shown.split(separator: "\n").filter { $0.hasPrefix("\"") }.map { $0.prefix(7) }
        #expect(names.starts(with: ["\"iPad\" ", "\"Freya\""]), "\(names)")
        #expect(outcome.text.contains("2 names settled, 1 name left open."))
    }

    // MARK: a real terminal

    private static let isOnTerminal = OutsideTools.python != nil && OutsideTools.whojoined != nil

    private static func press(_ keys: String, _ options: [String] = [], in school: SmallSchool) throws -> String {
        let script = Story.folder.appending(path: "../Tests/Terminal/keys.py").standardizedFileURL.path
        let python = try #require(OutsideTools.python)
        let program = try #require(OutsideTools.whojoined)
        return try OutsideTools.run(
            python,
            [script] + options + [
                keys, program.text, "settle", "--school", school.folder.path.text, "--week", "2026-W47", "--class",
                "4B", "--by", "T",
            ]
        ).output
    }

    @Test(.enabled(if: isOnTerminal, "python3 and the built program are needed for a pseudo-terminal"))
    func `on a terminal single keys settle six names, and it is left as it was`() throws {
        let school = try Self.school()
        let shown = try Self.press("\\x1b[A111p1s1dq", in: school)
        #expect(shown.contains("6 names settled, none is left."), "\(shown)")
        #expect(shown.hasSuffix("exit 0, raw yes, restored yes\n"))
        #expect(try Self.decisions(school).count == 6)
    }

    @Test(
        .enabled(if: isOnTerminal, "python3 and the built program are needed for a pseudo-terminal"),
        arguments: [("SIGTERM", 15), ("SIGINT", 2), ("SIGHUP", 1), ("SIGSEGV", 11)])
    func `a signal leaves the terminal as it was and what was settled written`(name: String, number: Int) throws {
        let school = try Self.school()
        let shown = try Self.press("1", ["--signal", name, "--columns", "50"], in: school)
        #expect(shown.hasSuffix("exit -\(number), raw yes, restored yes\n"), "\(shown)")
        #expect(try Self.decisions(school).count == 1)
    }

    @Test(.enabled(if: OutsideTools.whojoined != nil, "the built program is needed"))
    func `without a terminal it says what to use instead`() throws {
        let outcome = try OutsideTools.run(try #require(OutsideTools.whojoined), ["settle"])
        #expect(outcome.status == 64 && outcome.output.contains("whojoined confirm"), "\(outcome.output)")
    }
}
