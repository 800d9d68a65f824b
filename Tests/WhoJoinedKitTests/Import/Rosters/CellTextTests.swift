import Testing

@testable import WhoJoinedKit

@Suite struct CellTextTests {
    @Test(arguments: [
        ("B999410726001", UPN.Status.ok), ("A999410726010", .ok), ("P207000016049", .ok),
        ("M99941072600A", .temporary), ("C999410726001", .bad),
        ("B994910726001", .bad), ("S999410726001", .bad), ("B99941072600", .bad), ("Q207000016049", .bad),
        ("B9994107260O1", .bad), ("9.99E+11", .bad), ("", .none),
        (" b 999410726001", .ok),
    ])
    func `a UPN is right when its check letter is`(text: String, status: UPN.Status) {
        #expect(UPN.status(UPN.tidied(text)) == status)
    }

    @Test func `every slip of one digit in a UPN is seen`() {
        let digits = Array("B999410726001".utf8)
        for place in 1..<13 {
            for digit in UInt8(0x30)...0x39 where digit != digits[place] {
                var slipped = digits
                slipped[place] = digit
                #expect(UPN.status(String(decoding: slipped, as: UTF8.self)) == .bad)
            }
        }
    }

    @Test(arguments: [
        ("  Zoe\u{308}  Lee ", "Zoë Lee"), ("A\u{A0}B", "A B"), ("A\u{200B}B\u{FEFF}", "AB"), ("7A\nx", "7A x"),
        ("\u{202E}abc", "abc"), ("O’Dell", "O’Dell"), ("", ""),
        ("   ", ""),
    ])
    func `a cell has one blank between words and nothing invisible`(text: String, tidy: String) {
        #expect(tidied(text) == tidy)
        #expect(tidied(Array(text.utf8)[...]) == tidy)
        #expect(tidied(tidy) == tidy)
    }

    @Test(arguments: [
        ("9", "9"), ("Year 9", "9"), ("Year  9", "9"), ("Yr 9", "9"), ("Y09", "9"), ("NC Year 9", "9"),
        ("Year Group 9", "9"), ("R", "R"), ("Reception", "R"), ("KG", "R"),
        ("Year R", "R"),
        ("Nursery", "Nursery"),
    ])
    func `a year group is its number`(text: String, year: String) { #expect(schoolYear(tidied(text)) == year) }

    @Test(arguments: [
        ("N - No SEN", Pupil.SEN.none), ("No Special Educational Need", .none), ("K - SEN Support", .support),
        ("SEN Support", .support), ("K", .support), ("E - EHCP", .plan),
        ("EHC Plan", .plan), ("Education, Health and Care Plan", .plan), ("School Action", .other),
    ])
    func `special needs have four letters`(text: String, sen: Pupil.SEN) { #expect(specialNeeds(text) == sen) }

    @Test(arguments: [("T", true), ("yes", true), ("1", true), ("Y", true), ("F", false), ("No", false), ("0", false)])
    func `a flag is read in every spelling`(text: String, flag: Bool) { #expect(truth(text) == flag) }

    @Test(arguments: ["", "?", "unknown", "n/a"])
    func `a flag that says nothing is unknown, never no`(text: String) { #expect(truth(text) == nil) }

    @Test(arguments: [
        ("a@x.example, b@y.example"), ("-oQ/tmp/q"), ("-f@x.invalid"), ("\"|/bin/sh\"@x.example"), ("a@x.example><b@y"),
        ("root"), ("a b@x.example"), ("a@x.example Bcc: b@y"),
        ("a@-x.example"),
        ("@x.example"), ("zoë@x.example"), ("a@x"), ("a@x..example"), ("a@b@c.example"),
        ("a@\u{301}x.example"), ("a.@x.example"), (".a@x.example"), ("a..b@x.example"), ("-a@x.example"),
        ("a@x-.example"), ("a@x.example."), ("a@.example"),
    ])
    func `what is not one plain address is none`(text: String) { #expect(emailAddress(text) == nil) }

    @Test(arguments: [("Ann.Lee@X.Example", "ann.lee@x.example"), ("o'dell+1@x-y.example", "o'dell+1@x-y.example")])
    func `an address is lower case`(text: String, address: String) { #expect(emailAddress(text) == address) }

    @Test(arguments: [
        ("07700 900123", "07700900123", false), ("+44 7700 900123", "+447700900123", false),
        ("7700900123", "07700900123", true), ("0161 496 0000", "01614960000", false),
        ("4700900123", "4700900123", false),
    ])
    func `a phone number is digits, with the 0 that a spreadsheet ate`(text: String, number: String, isRestored: Bool) {
        #expect(phoneNumber(text)?.number == number)
        #expect(phoneNumber(text)?.isRestored == isRestored)
    }

    @Test(arguments: [
        ("2026-11-16", "2026-11-16"), ("16/11/2026", "2026-11-16"), ("16/11/26", "2026-11-16"),
        ("16.11.2026", "2026-11-16"), ("16 Nov 2026", "2026-11-16"),
        ("16-Nov-2026", "2026-11-16"),
        ("Mon 16 November 2026", "2026-11-16"), ("2026-11-16 09:00", "2026-11-16"),
        ("2026-11-16T09:00:00Z", "2026-11-16"),
    ])
    func `a date is read as a school writes it`(text: String, day: String) {
        #expect(SlashDates().day(text)?.iso == day)
    }

    @Test(arguments: ["", "31/02/2026", "11/16/2026", "2026-13-01", "soon", "45612", "16/11", "9:00"])
    func `what is no date is none`(text: String) { #expect(SlashDates().day(text) == nil) }

    @Test func `slash dates are month first only when the file proves it`() {
        #expect(SlashDates(["9/1/2026", "12/18/2026"]).day("9/1/2026")?.iso == "2026-09-01")
        #expect(SlashDates(["9/1/2026", "18/12/2026"]).day("9/1/2026")?.iso == "2026-01-09")
        #expect(SlashDates(["9/1/2026"]).day("9/1/2026")?.iso == "2026-01-09")
    }
}
