import GRDB
import HostSystem

/// What the history knows of messages that were handed over. A message is recorded before it is handed over and after,
/// so that a run that is killed between the two never sends it twice: it asks.
struct Outbox {
    enum State: String, Sendable {
        /// Recorded before the hand-over; found by a later run, it means that nobody knows what became of it.
        case handing
        case sent
        /// Refused by the mail program: it may be handed over again.
        case failed
    }

    let history: History

    func states() throws(StoreError) -> [String: State] {
        try history.read { db in
            var states: [String: State] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT id, week, recipient, state, at, sum FROM message") {
                let id: String = try row.value(0)
                guard let state = State(rawValue: try row.value(3)),
                    try row.value(5) == Outbox.sum(id, try row.value(1), try row.value(2), state, try row.value(4))
                else { throw DamagedRecord() }
                states[id] = state
            }
            return states
        }
    }

    func record(_ id: String, week: Week, to recipient: MailAddress, _ state: State, at moment: Instant)
        throws(StoreError)
    {
        try history.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO message (id, week, recipient, state, at, sum) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, week.iso, recipient.text, state.rawValue, moment.seconds,
                    Outbox.sum(id, week.iso, recipient.text, state, moment.seconds),
                ])
        }
    }

    private static func sum(_ id: String, _ week: String, _ recipient: String, _ state: State, _ at: Int) -> Int {
        var sum = RowSum()
        for text in [id, week, recipient, state.rawValue] { sum.add(text) }
        sum.add(at)
        return sum.number
    }
}
