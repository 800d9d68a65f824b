import Testing

@testable import WhoJoinedKit

/// The rows of Meet's log that are no stays.
struct MeetEventsTests {
    private static let header =
        "Date,Event Name,Event Description,Meeting Code,Participant Identifier,Organizer Email,Duration,Participant Name,Conference ID,Target Email,Target User Count,Action Reason\n"

    private func row(
        _ name: String, at time: String = "09:10:00", by email: String = "h@s.example", called: String = "Mrs Hart",
        saying text: String = "", duration: String = "", conference: String = "c1", target: String = "",
        code: String = "ABC", count: String = "", reason: String = ""
    ) -> String {
        "\"16 Nov 2026, \(time) GMT\",\(name),\(text),\(code),\(email),h@s.example,\(duration),\(called),\(conference),\(target),\(count),\(reason)\n"
    }

    private func stay(_ name: String, _ email: String, until time: String = "09:45:00") -> String {
        row("Endpoint left", at: time, by: email, called: name, duration: "2700")
    }

    /// As the reporting interface names them, and as the console does.
    static let published: [(name: String, kind: MeetingEvent.Kind)] = [
        ("abuse_report_submitted", .abuseReport), ("Abuse report submitted", .abuseReport),
        ("broadcast_activity", .livestream), ("Broadcast activity", .livestream),
        ("in_meet_broadcast_activity", .livestream), ("livestream_watched", .livestreamWatched),
        ("Livestream watched", .livestreamWatched), ("dialed_out", .dialledOut), ("Dialed out", .dialledOut),
        ("invitation_sent", .invitation), ("Invitation sent", .invitation),
        ("knocking_accepted", .admitted), ("Knocking accepted", .admitted),
        ("knocking_denied", .turnedAway), ("Knocking denied", .turnedAway),
        ("poll_created", .poll), ("poll_answered", .poll), ("Poll created", .poll),
        ("presentation_started", .presentationStarted), ("Presentation started", .presentationStarted),
        ("presentation_stopped", .presentationStopped), ("Presentation stopped", .presentationStopped),
        ("question_created", .question), ("question_responded", .question),
        ("recording_activity", .recordingActivity), ("Recording activity", .recordingActivity),
        ("Recording started", .recordingStarted), ("Recording stopped", .recordingStopped),
        ("ring_sent", .ring), ("ring_answered", .ring), ("ring_missed", .ring),
        ("transcription_activity", .transcription), ("Transcription activity", .transcription),
        ("send_chat_everyone", .chatControl), ("send_chat_hosts", .chatControl),
        ("send_chat_contributors", .chatControl), ("see_chat_everyone", .chatControl),
        ("see_chat_participants", .chatControl), ("Host let everyone send chat", .chatControl),
        ("watermarking_starting", .watermark), ("watermarking_active", .watermark),
        ("watermarking_stopped", .watermark), ("hand_raised", .handRaised), ("Hand raised", .handRaised),
        ("closed_captions_started", .captions), ("Closed captions started", .captions),
        ("Speech translation disabled", .captions), ("Room check-in", .room), ("Room check-out", .room),
        ("breakout_rooms_started", .breakoutRooms), ("Breakout room joined", .breakoutRooms),
        ("Attendance report created", .attendanceReport), ("Host muted everyone", .hostControl),
        ("Host management turned on", .hostControl), ("Participant removed", .removed),
    ]

    @Test(arguments: 0..<40) func `every published event, in any order, is kept and counted`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var rows = Self.published.map { row($0.name, at: "09:\(Int.random(in: 10...40, using: &random)):07") }
        rows.append(stay("Ann Able", "ann@s.example"))
        rows.shuffle(using: &random)
        let export = try readText(Self.header + rows.joined())
        let events = export.meetings.flatMap(\.events)
        #expect(export.rowsRead == rows.count && export.rowsRejected == 0 && export.problemCodes.isEmpty)
        #expect(events.count == Self.published.count && export.rowsWithoutStay == events.count)
        for (name, kind) in Self.published {
            #expect(events.contains { $0.name == name && $0.kind == kind }, "\(name)")
        }
        #expect(Set(events.map(\.line)).count == events.count)
        #expect(events == events.sorted { ($0.at, $0.line) < ($1.at, $1.line) })
    }

    @Test(arguments: 0..<20) func `an event that nobody knows is rejected and named, wherever it stands`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let unknown = ["Hologram shown", "gravity_changed", "Knocking pondered", ""]
        var rows = (Self.published.map(\.name) + unknown).map { row($0) } + [stay("Mrs Hart", "h@s.example")]
        rows.shuffle(using: &random)
        let export = try readText(Self.header + rows.joined())
        #expect(export.rowsRejected == unknown.count && export.rowsRead == rows.count)
        let said = export.problems.filter { $0.code == "unknown-event" }.map(\.what)
        #expect(said.count == unknown.count)
        for name in unknown.dropLast() { #expect(said.contains { $0.contains("\"\(name)\"") }, "\(name)") }
        #expect(export.isComplete, "whoever did it has a stay")
    }

    @Test func `a person whom only an unknown event holds makes the export incomplete`() throws {
        let known = stay("Ann Able", "ann@s.example")
        let other = row("Hologram shown", by: "ben@s.example", called: "Ben Best")
        #expect(try !readText(Self.header + known + other).isComplete)
        #expect(try readText(Self.header + known + other + stay("Ben Best", "ben@s.example")).isComplete)
        #expect(try readText(Self.header + known + other + row("Hand raised", by: "ben@s.example")).isComplete)
        #expect(try readText(Self.header + known + row("Hologram shown", by: "", called: "")).isComplete)
    }

    @Test(arguments: [
        ("Recording activity", "Mrs Hart started recording the meeting", MeetingEvent.Kind.recordingStarted),
        ("Recording activity", "Recording has ended", .recordingStopped),
        ("recording_stopped", "The recording that was started is saved", .recordingStopped),
        ("Recording activity", "An action that needs to be reported", .recordingActivity),
    ])
    func `whether a recording began or ended is told by its name, else by the description`(
        name: String, text: String, kind: MeetingEvent.Kind
    ) throws {
        let export = try readText(Self.header + stay("Ann Able", "ann@s.example") + row(name, saying: text))
        #expect(export.meetings[0].events.map(\.kind) == [kind])
    }

    @Test func `an event belongs to its conference, else to the nearest call of its code that day`() throws {
        let second = row(
            "Endpoint left", at: "11:45:00", by: "ann@s.example", called: "Ann Able", duration: "2700", conference: "c2"
        )
        let rows = [
            stay("Ann Able", "ann@s.example"), second, row("Hand raised", at: "11:10:00", conference: "c2"),
            row("Poll created", at: "10:50:00", conference: ""),
            row("Presentation started", at: "09:20:00", conference: "", code: ""),
            row("Hand raised", at: "16:00:00", conference: "c9", code: "XYZ"),
        ]
        let export = try readText(Self.header + rows.joined())
        #expect(
            export.meetings.map { $0.events.map(\.name) } == [
                ["Presentation started"], ["Poll created", "Hand raised"], ["Hand raised"],
            ])
        #expect(export.meetings[2].participants.isEmpty && export.meetings[2].id == "XYZ")
    }

    @Test func `who did it, to whom, to how many and why are kept`() throws {
        let export = try readText(
            Self.header + stay("Ann Able", "ann@s.example")
                + row("Knocking accepted", target: "ben@s.example", count: "12", reason: "other"))
        let event = try #require(export.meetings[0].events.first)
        #expect(event.actor == MeetingEvent.Account(name: "Mrs Hart", email: "h@s.example"))
        #expect(event.target == MeetingEvent.Account(name: "", email: "ben@s.example"))
        #expect(event.count == 12 && event.reason == "other" && event.line == 3)
    }

    @Test func `a log of events alone is read, and one without any usable row is refused`() throws {
        let export = try readText(Self.header + row("Recording started"))
        #expect(export.meetings.count == 1 && export.meetings[0].participants.isEmpty && export.isComplete)
        #expect(throws: ImportRefusal.self) { try readText(Self.header + row("Hologram shown")) }
    }
}
