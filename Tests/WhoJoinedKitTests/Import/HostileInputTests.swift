import DelimitedText
import HostSystem
import Testing

@testable import WhoJoinedKit

/// What is spoilt, forged or doubled is named by its line and costs only itself.
@Suite struct HostileInputTests {
    @Test func `more people than any call has are refused`() throws {
        let head = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        let rows = (0...ParticipantTable.limit).map { "A\($0),,11/16/2026 09:00:00,11/16/2026 09:45:00,45,No\n" }
        let refusal = #expect(throws: ImportRefusal.self) {
            try readExport(Array((head + rows.joined()).utf8), file: "a.csv", hints: ReadingHints())
        }
        #expect(refusal?.problems[0].code == "too-many-people")
    }

    @Test func `a term's log may have as many people in all its meetings together`() {
        var table = ParticipantTable()
        func add(_ number: Int, to meeting: Int) {
            let name = Array("A\(number)".utf8)
            _ = table.index(name, 0..<name.count, 0..<0, meeting: meeting, style: .plain)
        }
        for number in 0..<ParticipantTable.limit { add(number, to: 0) }
        add(0, to: 1)
        #expect(!table.isOverfull && table.count == ParticipantTable.limit + 1)
        add(ParticipantTable.limit, to: 0)
        #expect(table.isOverfull && table.count == ParticipantTable.limit + 1)
    }

    @Test(arguments: [
        "9.99E+11", "999400118136", "#REF!", "B99940011813", "IB99400118136",
    ])
    func `a UPN that a spreadsheet spoilt is an error with its line`(upn: String) throws {
        let document = try readRoster("UPN,Surname,Forename,Reg\n\(upn),Rookwood,Imaan,7A\n")
        let found = RosterMerger([document]).problems.filter { $0.code == "upn-bad" }
        #expect(found.map(\.line) == [2] && found.map(\.severity) == [.error])
    }

    @Test func `a UPN with a wrong check letter alone is a warning`() throws {
        let document = try readRoster("UPN,Surname,Forename,Reg\nZ999400118136,Rookwood,Imaan,7A\n")
        #expect(RosterMerger([document]).problems.map(\.severity) == [.warning])
    }

    @Test func `the same pupil in two rows is one pupil and an error with the line`() throws {
        let document = try readRoster(
            "UPN,Surname,Forename,Reg\nL999400118115,Pemble,Cora,7A\nR999400118157,Vexley,Nia,7A\nL999400118115,Pemble,Cora,7A\n"
        )
        #expect(document.pupils.count == 2)
        #expect(document.problems.map(\.line) == [4] && document.problems.map(\.severity) == [.error])
    }

    @Test(arguments: ["UPN,Surname,Forename,Reg,UPN", "UPN,Surname,Forename,Reg,Surname"])
    func `a roster with two columns of one name is refused`(header: String) {
        #expect(throws: RosterRefusal.self) { try readRoster("\(header)\nL999400118115,Pemble,Cora,7A,x\n") }
    }

    @Test(arguments: [
        "a@x.example\nBcc: b@y.example", "a@x.example,b@y.example", "-oQ@x.example", "|/bin/sh", "a b@x.example",
        ".a@x.example", "a..b@x.example", "a@x..example",
        "\u{430}da@x.example", "%s@x.example", "a@-x.example", "a@x.example.", "a@x", "<a@x.example>",
    ])
    func `what is no plain address is none`(text: String) { #expect(emailAddress(text) == nil) }

    @Test(arguments: ["o'marsh@home.example", "a.b+c_d@x-y.example", "A@X.EXAMPLE"])
    func `plain addresses are taken`(text: String) { #expect(emailAddress(text) == text.lowercased()) }

    @Test(arguments: ["03/15/2021 -9:03:10 AM", "03/15/2021 +9:03", "13:05 PM", "03/15/2021 25:61"])
    func `a time with a sign or beyond the clock is none`(text: String) {
        let bytes = Array(text.utf8)
        #expect(readTime(bytes, 0..<bytes.count) == nil)
    }

    @Test(arguments: [("Guest \u{20AC}", 2), ("Guest \u{1F600}", 3), ("Guest \u{5F20}", 2)])
    func `a letter cut in the middle is damage, not Windows-1252`(name: String, kept: Int) throws {
        let whole = Array("Guest ".utf8) + name.utf8.dropFirst(6).prefix(kept)
        #expect(try decodeText(whole + Array(",x\n".utf8)).encoding == .utf8)
    }

    @Test(arguments: ["Zo\u{EB}", "Andr\u{E9}", "\u{C5}sa"])
    func `accents of Windows-1252 are letters`(name: String) throws {
        let bytes = name.unicodeScalars.map { UInt8($0.value) } + [0x92] + Array("s iPad,x\n".utf8)
        #expect(try decodeText(bytes).encoding == .windows1252)
    }

    @Test(arguments: ["=1+1", "+44 7700 900123", "@x", " -1", "\u{FF1D}x"])
    func `the guard of our own lists is taken off when a cell comes back`(cell: String) {
        #expect(unguarded("'" + cell) == cell)
        #expect(unguarded(cell) == cell)
    }

    @Test func `an apostrophe of a name stays`() { #expect(unguarded("'Abd") == "'Abd") }

    @Test func `a line is shown without UPNs`() {
        #expect(PlainText.clean("L999400118115,Pemble,Cora,7A", limit: 300) == "[UPN],Pemble,Cora,7A")
    }

    @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc"])
    func `lines are counted whatever ends them`(text: String) {
        #expect(physicalLine(2, in: Array(text.utf8)).map { Array($0) } == Array("b".utf8))
        #expect(physicalLine(4, in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "Aila Northgat\u{212E}", "A\u{456}la Northgate", "Aila\u{2063} Northgate", "\u{FF21}ila Northgate",
    ])
    func `a name in borrowed signs is disguised`(name: String) { #expect(CleanName(name).isDisguised) }

    @Test(arguments: [
        "Aila Northgate \u{2122}", "Aila \u{1F31F}", "Zo\u{EB} Quillby", "Aila N. \u{2013} iPad", "Aila \u{2665}",
    ])
    func `honest signs disguise nobody`(name: String) { #expect(!CleanName(name).isDisguised) }
}
