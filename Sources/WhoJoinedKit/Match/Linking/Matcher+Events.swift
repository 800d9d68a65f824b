/// Who was at work in what a platform's log tells.
extension Matcher {
    /// An account that was in the call is whoever that entrant is; any other is asked about as an entrant would be.
    func linkEvents(of session: inout LinkedSession, _ context: MatchContext) {
        if session.events.isEmpty { return }
        let entrants = session.entrants
        for place in session.events.indices {
            let event = session.events[place].event
            session.events[place].actor = event.actor.map { link(of: $0, among: entrants, context) }
            session.events[place].target = event.target.map { link(of: $0, among: entrants, context) }
        }
    }

    private func link(of account: MeetingEvent.Account, among entrants: [LinkedEntrant], _ context: MatchContext)
        -> Link
    {
        if let email = account.email?.lowercased() {
            let own = entrants.filter { $0.email?.lowercased() == email }
            if let entrant = own.soleElement { return entrant.link }
        } else if let entrant = entrants.filter({ $0.displayName.text == account.name }).soleElement {
            return entrant.link
        }
        return link(
            EntrantIdentity(
                Entrant(
                    displayName: DisplayName(account.name), email: account.email,
                    isPhone: isTelephoneNumber(account.name), stays: [], waiting: [])),
            in: context)
    }
}
