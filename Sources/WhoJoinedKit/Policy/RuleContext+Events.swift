/// What the platform's log tells, for the rules that go by it.
extension RuleContext {
    func events(where isWanted: (MeetingEvent.Kind) -> Bool) -> [PlacedEvent] {
        session.events.filter { isWanted($0.event.kind) }
    }

    /// The export tells what was done in the call; one without such rows may have been exported without them.
    var hasEventLog: Bool { session.events.contains { $0.event.kind != .meetingHeld } }

    func evidence(of events: [PlacedEvent]) -> [Evidence] {
        var rows = events.filter { session.exports.indices.contains($0.export) }.map {
            Evidence(file: session.exports[$0.export].file, line: $0.event.line)
        }
        rows.sortOnce()
        return rows
    }

    /// The name of the roster or of the staff list where an account proves it, else as the log has it.
    func actorName(of event: PlacedEvent) -> String {
        if let pupil = event.provenPupil { return pupilName(pupil) }
        if let staff = event.actor?.staff { return school.roster.staff[staff].shownName }
        return event.event.actor?.shownName ?? "somebody whom the log does not name"
    }

    /// About whoever did it, by the name that the log has.
    func finding(_ rule: any Rule, actorOf event: PlacedEvent, detail: String) -> Finding {
        Finding(
            rule: rule.id, severity: rule.severity, audiences: rule.audiences, subject: .entrant, session: session.key,
            day: session.day, start: session.start, classText: session.classText,
            name: event.event.actor?.shownName ?? "", detail: detail, evidence: evidence(of: [event]))
    }

    /// What proven pupils did of these kinds: one finding each, with all times.
    func deeds(of kinds: Set<MeetingEvent.Kind>) -> [(pupil: Pupil.Index, events: [PlacedEvent])] {
        let done = Dictionary(grouping: events(where: kinds.contains).filter { $0.provenPupil != nil }) {
            $0.provenPupil!
        }
        return done.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// `the platform's list of meetings has it from 09:00:05 on, with 7 participants`; `nil`: no list has it, or an export
    /// shows who was there.
    var wordsOfList: String? {
        guard !session.hasData, let first = session.events.first else { return nil }
        let held = session.events.first { $0.event.kind == .meetingHeld }
        let list =
            held != nil
            ? "list of meetings" : first.event.kind.isOfRecording ? "list or log of recordings" : "log"
        let count = held?.event.count.map { ", with \($0) participants" } ?? ""
        return "the platform's \(list) has it from \(clock((held ?? first).event.at)) on\(count)"
    }

    func clocks(of events: [PlacedEvent]) -> String { events.map { clock($0.event.at) }.joined(separator: ", ") }
}

extension MeetingEvent.Account {
    /// The name, else the address; empty: neither.
    var shownName: String { name.isEmpty ? email ?? "" : name }
}
