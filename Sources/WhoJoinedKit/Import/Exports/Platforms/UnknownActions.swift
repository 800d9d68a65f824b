/// Words for joining and leaving in a language that nobody has seen: what somebody does first is to join.
struct UnknownActions {
    private struct Event {
        var word: String
        var participant: Int
        var time: TimeCell
        var line: Int
    }
    private var events: [Event] = []
    /// Of everybody, by participant.
    private var moments: [Int: [RawTime]] = [:]

    /// To be called for every event; one whose action is known counts only for what came first.
    mutating func note(
        _ word: String, _ action: EventHistory.Action?, of participant: Int, at time: TimeCell, line: Int
    ) {
        moments[participant, default: []].append(time.raw)
        if action != nil { return }
        events.append(Event(word: word, participant: participant, time: time, line: line))
    }

    /// Hands the events to the history whose word says one thing of nearly everybody, and rejects the others.
    func settle(into history: inout EventHistory, _ builder: inout ExportBuilder) {
        if events.isEmpty { return }
        let order: DateDecision.Order? = builder.decision(clockTells: true)
        func moment(_ time: RawTime) -> Int {
            (order.flatMap { time.date.day($0)?.number } ?? 0) * 86_400 + Int(time.seconds)
        }
        let first = moments.mapValues { $0.lazy.map(moment).min() ?? 0 }
        var counts: [String: (first: Int, all: Int)] = [:]
        for event in events {
            counts[event.word, default: (0, 0)].all += 1
            if moment(event.time.raw) == first[event.participant] { counts[event.word]?.first += 1 }
        }
        for event in events {
            let count = counts[event.word] ?? (0, 0)
            if count.first * 2 >= count.all {
                history.note(.joined, of: event.participant, at: event.time, line: event.line)
            } else if count.first * 5 <= count.all {
                history.note(.left, of: event.participant, at: event.time, line: event.line)
            } else {
                builder.reject(event.line, .unknownAction)
            }
        }
    }
}
