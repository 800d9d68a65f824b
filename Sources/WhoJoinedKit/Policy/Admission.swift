/// The moment at which somebody was let into the call: Meet's log of knocking, or Zoom's waiting room.
struct Admission: Sendable {
    let at: Instant
    /// Empty: not told.
    let name: String
    /// How many, where one click let in several.
    let count: Int
    let evidence: [Evidence]
}

extension RuleContext {
    /// All admissions of pupils and unknown people, by time, each person's first alone: who comes back after a lost
    /// connection was let in before. Staff come and go as they must.
    ///
    /// Cannot tell: without knocking in a log and without a waiting room.
    var admissions: [Admission] {
        (admissionsOfKnocking + admissionsFromWaitingRoom).sorted { ($0.at, $0.name) < ($1.at, $1.name) }
    }

    private var admissionsOfKnocking: [Admission] {
        var known: Set<String> = []
        return events { $0 == .admitted }.compactMap { event in
            let knocker = event.knocker
            if knocker?.link.outcome == .staff { return nil }
            if let account = knocker?.account {
                let key = account.email?.lowercased() ?? personKey(account.name)
                if wasInCall(account, before: event.event.at) || !known.insert(key).inserted { return nil }
            }
            return Admission(
                at: event.event.at, name: knocker?.account.shownName ?? "", count: max(1, event.event.count ?? 1),
                evidence: evidence(of: [event]))
        }
    }

    /// One who is the only one of that address, or of that name, had a stay that began before.
    private func wasInCall(_ account: MeetingEvent.Account, before moment: Instant) -> Bool {
        let own = session.entrants.filter { entrant in
            account.email.map { $0.lowercased() == entrant.email?.lowercased() }
                ?? (entrant.displayName.text == account.name && entrant.email == nil)
        }
        // A log's clock and a stay's may differ by a few seconds.
        guard let entrant = own.soleElement, entrant.link.outcome != .unnamed else { return false }
        return entrant.stays.contains { $0.stay.joined.map { moment - $0 > 30 } ?? false }
    }

    private var admissionsFromWaitingRoom: [Admission] {
        session.entrants.compactMap { entrant in
            guard entrant.link.outcome != .staff,
                let first = entrant.stays.min(by: {
                    ($0.stay.joined?.seconds ?? .max) < ($1.stay.joined?.seconds ?? .max)
                }), let at = first.stay.joined,
                let waited = entrant.waiting.last(where: { $0.stay.joined.map { $0 <= at } ?? false })
            else { return nil }
            return Admission(
                at: at, name: entrant.displayName.text, count: 1, evidence: session.evidence(of: [waited, first]))
        }
    }
}
