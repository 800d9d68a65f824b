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
            try DaySums.check(.message, db)
            return Dictionary(
                try StoredMessage.fetchAll(db).map { ($0.id, $0.state) }, uniquingKeysWith: { a, _ in a })
        }
    }

    func record(_ id: String, week: Week, to recipient: MailAddress, _ state: State, at moment: Instant)
        throws(StoreError)
    {
        let message = StoredMessage(
            id: id, week: week.iso, recipient: recipient.text, state: state, at: moment.seconds)
        try history.write { db in try message.save(db) }
    }
}

/// A row of the table `message`.
struct StoredMessage: FetchableRecord, PersistableRecord, Sendable {
    static let databaseTableName = "message"

    let id: String
    /// `2026-W47`
    let week: String
    let recipient: String
    let state: Outbox.State
    /// Seconds since 1970.
    let at: Int

    init(id: String, week: String, recipient: String, state: Outbox.State, at: Int) {
        (self.id, self.week, self.recipient, self.state, self.at) = (id, week, recipient, state, at)
    }

    static var databaseSelection: [any SQLSelectable] {
        ["id", "week", "recipient", "state", "at", "sum"].map { Column($0) }
    }

    init(row: Row) throws {
        self.init(
            id: try row.value(0), week: try row.value(1), recipient: try row.value(2), state: try row.word(3),
            at: try row.value(4))
        guard try row.value(5) == sum else { throw DamagedRecord() }
    }

    func encode(to container: inout PersistenceContainer) {
        container["id"] = id
        container["week"] = week
        container["recipient"] = recipient
        container["state"] = state.rawValue
        container["at"] = at
        container["sum"] = sum
    }

    private var sum: Int {
        var sum = RowSum()
        for text in [id, week, recipient, state.rawValue] { sum.add(text) }
        sum.add(at)
        return sum.number
    }
}
