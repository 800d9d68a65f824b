import Testing

@testable import WhoJoinedKit

@Suite struct InspectExportTests {
    private let text =
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n\u{1B}[2J Ann,,03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,58,No\r\n"

    @Test func `the canonical form holds every stay`() {
        let inspection = inspectExport(Array(text.utf8), file: "a.csv", hints: ReadingHints())
        #expect(inspection.exitCode == 0)
        let json = inspection.json.text()
        #expect(
            json.contains(#""dates":{"order":"mdy","ambiguous":false,"decided_by":"value>12 on line 2"},"meeting":{}"#))
        #expect(
            json.contains(
                #"{"display_name":"\u001b[2J Ann","joined":"2021-03-15T09:00:12","left":"2021-03-15T09:57:40","duration_s":3480,"camera":"unknown","external":false,"waiting_room":null}"#
            ))
    }

    @Test func `the page for people says what decided and holds no control character`() {
        let page = inspectExport(Array(text.utf8), file: "a\u{1B}.csv", hints: ReadingHints()).text
        #expect(page.contains("month/day/year, decided by: value>12 on line 2"))
        #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }

    @Test func `a refusal has a code and exit 65`() {
        let inspection = inspectExport([0x89, 0x50, 0x4E, 0x47], file: "a.csv", hints: ReadingHints())
        #expect(inspection.exitCode == 65 && inspection.error == "not-text")
        #expect(inspection.json.text().contains(#""error":{"code":"not-text""#))
    }

    @Test func `an export with nothing but its header is named, and refused`() {
        let inspection = inspectExport(
            Array("Full Name,User Action,Timestamp\n".utf8), file: "a.csv", hints: ReadingHints())
        #expect(inspection.exitCode == 65 && inspection.error == "no-data")
        let json = inspection.json.text()
        #expect(
            json.contains(#""variant":"teams/event-list""#) && json.contains(#""stays":[]"#)
                && json.contains(#""error":{"code":"no-data""#))
    }
}
