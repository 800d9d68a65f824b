import Testing

@testable import WhoJoinedKit

/// Zoom's lists of calls: evidence that one was held or recorded, and of nobody who was there.
struct ZoomListsTests {
    static let meetings =
        "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants,Source\n"
    static let recordings = "Host,Topic,Meeting ID,Start Time,File Count,Total Size,Share Link\n"

    @Test func `a list of recordings has an event for each call, with the place of the recording`() throws {
        let export = try readText(
            Self.recordings
                + "may@s.example,4B Maths,812 3456 7890,11/16/2026 09:00:10 AM,2,120 MB,https://zoom.example/rec/a\n"
                + "joe@s.example,5C Art,812 3456 7891,11/17/2026 01:00:00 PM,1,20 MB,\n")
        #expect(export.variant == "zoom/recordings" && export.problemCodes.isEmpty && export.isComplete)
        #expect(export.meetings.map(\.id) == ["81234567890", "81234567891"])
        #expect(export.meetings.map(\.topic) == ["4B Maths", "5C Art"])
        #expect(export.meetings.flatMap(\.events).map(\.kind) == [.recordingStarted, .recordingStarted])
        #expect(export.meetings[0].events[0].reason == "https://zoom.example/rec/a")
        #expect(export.rowsRead == 2 && export.rowsWithoutStay == 2)
    }

    @Test func `a list of meetings is named as none of participants, and tells how many were there`() throws {
        let export = try readText(
            Self.meetings
                + "4B Maths,812 3456 7890,May Okafor,may@s.example,,,No,11/01/2026 09:00:00 AM,11/16/2026 08:55:42 AM,11/16/2026 09:46:25 AM,51,7,Zoom\n"
        )
        #expect(export.variant == "zoom/meetings" && export.meetings.allSatisfy(\.participants.isEmpty))
        #expect(export.problemCodes == ["other-report:1"])
        #expect(export.problems[0].what.contains("list of meetings"))
        #expect(export.meetings[0].events.map(\.count) == [7] && export.meetings[0].hostEmail == "may@s.example")
    }

    @Test func `participants with details, and a participant report, are what they were`() throws {
        let report = try readText(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAnn,,11/16/2026 09:00:00 AM,11/16/2026 09:10:00 AM,10\n"
        )
        #expect(report.variant.hasPrefix("zoom/participants"))
    }
}
