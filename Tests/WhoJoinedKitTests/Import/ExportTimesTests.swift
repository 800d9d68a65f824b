import Testing

@testable import WhoJoinedKit

@Suite struct ExportTimesTests {
    @Test(arguments: [
        ("03/15/2021 09:00:12 AM", "2021-03-15T09:00:12"), ("3/15/21, 9:00:12 PM", "2021-03-15T21:00:12"),
        ("03-15-2021 12:00:00 AM", "2021-03-15T00:00:00"),
        ("2021-03-15 09:00:12", "2021-03-15T09:00:12"), ("2021-03-15T09:00:12.250Z", "2021-03-15T09:00:12"),
        ("Aug 12, 2026 10:00 AM", "2026-08-12T10:00:00"),
        ("Mar 22, 2025 19:13:27", "2025-03-22T19:13:27"), ("12 nov 2020, 10:15:30 CET", "2020-11-12T10:15:30"),
        ("3 de março de 2026, 10:15", "2026-03-03T10:15:00"),
        ("Tue, 3 Mar 2026 10:15", "2026-03-03T10:15:00"), ("=\"2021-06-14 17:00:00\"", "2021-06-14T17:00:00"),
        ("03/15/2021 09:03:10\u{202F}AM", "2021-03-15T09:03:10"),
        ("03/15/2021 9:03 p.\u{A0}m.", "2021-03-15T21:03:00"), ("03/15/2021 à 09:03:10", "2021-03-15T09:03:10"),
    ])
    func `the shapes of the platforms are read`(cell: String, iso: String) throws {
        let time = try #require(readTime(cell))
        let day = try #require(time.raw.date.day(.monthFirst))
        #expect(WallTime(day: day, time: ClockTime(seconds: Int(time.raw.seconds))).iso == iso)
    }

    @Test(arguments: [
        "03/15/2021 25:61:00 AM", "02/30/2021 09:00:00 AM", "15/15/2021 09:00", "03/15/2021 13:05:00 PM",
        "03/15/12021 09:03:10 AM", "01/01/1900 09:00:00 AM",
        "44270.37720", "03/15/2021", "03/15/2021 09:00:1", "yesterday", "12 foo 2020, 10:15", "03/15/2021 09:00:12 XYZ",
        "03/15/2021 9", "NaN",
    ])
    func `what no clock or calendar has is no time`(cell: String) {
        #expect(
            readTime(cell) == nil
                || readTime(cell)?.raw.date.day(.monthFirst) == nil && readTime(cell)?.raw.date.day(.dayFirst) == nil)
    }

    @Test(arguments: [
        ("GMT", 0), ("GMT+1", 60), ("UTC-03:00", -180), ("+0100", 60), ("CEST", 120), ("(MEZ)", 60),
    ])
    func `zones are minutes east of UTC`(zone: String, minutes: Int) {
        #expect(readTime("12 Jul 2021, 10:15:30 \(zone)")?.zone == minutes)
    }

    @Test(arguments: ["BST", "IST", "(CST)", "AST"])
    func `a name that several zones bear is the school's own zone`(zone: String) {
        #expect(readTime("12 Jul 2021, 10:15:30 \(zone)")?.raw.seconds == 36_930)
        #expect(readTime("12 Jul 2021, 10:15:30 \(zone)")?.zone == nil)
    }

    @Test(arguments: [
        "mar. 17 nov. 2026 08:55:42", "2026. nov. 17. 8:55:42", "17 Kas 2026 08:55:42", "17 ноября 2026 г., 08:55:42",
        "17. marraskuuta 2026 08:55:42", "08:55:42, 17 Nov 2026",
        "17/11/2026, 08:55:42 पूर्वाह्न", "17 Νοε 2026 8:55:42 π.μ.",
    ])
    func `days and months of other languages are the same moment`(cell: String) throws {
        let time = try #require(readTime(cell))
        let day = try #require(time.raw.date.day(.dayFirst))
        #expect(WallTime(day: day, time: ClockTime(seconds: Int(time.raw.seconds))).iso == "2026-11-17T08:55:42")
    }

    @Test(arguments: [
        ("1h 2m 3s", 3723), ("3h", 10_800), ("1 hr 5 min", 3900), ("58 min", 3480), ("00:02:28", 148),
        ("204 mins", 12_240), ("2\u{A0}h 44\u{A0}m", 9840),
        ("2 godz. 19 min 19 s", 8359), ("1 Std. 5 Min.", 3900), ("1 hr 21 min 53s", 4913), ("45", 2700), ("10s", 10),
        ("46,5", 2790), ("46.25", 2775), ("0,99", 59),
    ])
    func `shown durations are seconds`(cell: String, seconds: Int) {
        let bytes = Array(cell.utf8)
        #expect(readDuration(bytes, 0..<bytes.count, unit: 60) == .seconds(seconds))
    }

    @Test(arguments: ["-55", "99999999999999999999", "NaN", "fifty", "1:75:00", "9999999", "99999,5"])
    func `impossible durations are told`(cell: String) {
        let bytes = Array(cell.utf8)
        #expect(readDuration(bytes, 0..<bytes.count, unit: 60) == .impossible)
    }
}
