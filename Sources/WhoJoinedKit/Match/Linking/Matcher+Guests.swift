/// What holds for some days only: decisions about one lesson, and guests.csv.
extension Matcher {
    /// A display name that says nothing of who it is: it may be another's at the next lesson.
    func isNameOfNobody(_ name: String) -> Bool {
        switch read(name).parts.main.kind {
        case .blank, .device, .generic, .bot: true
        default: false
        }
    }

    /// `nil`: nothing of that day or that lesson is known of the entrant.
    func linkOfTheDay(_ identity: EntrantIdentity, _ session: FoundSession, _ context: MatchContext) -> Link? {
        if dailyDecisions.isEmpty && school.records.guests.isEmpty { return nil }
        let query = MatchQuery(identity, in: context, matcher: self)
        let time = school.settings.zone.time(of: session.start).short
        let today = byDecision(query, in: dailyDecisions) { line in
            line.day == session.day && (line.start.map { $0.short == time } ?? true)
        }
        if let link = today ?? byDecision(query) { return link }
        return byGuest(query, on: session.day)
    }

    private func byGuest(_ query: MatchQuery, on day: Day) -> Link? {
        let guests = school.records.guests.filter { guest in
            guest.days.contains(day) && (guest.classCode.map { query.context.classKeys.contains($0.key) } ?? true)
        }
        if guests.isEmpty { return nil }
        let byEmail = guests.first { guest in guest.email.map { comparableEmail($0) == query.email } ?? false }
        // Somebody else's own address is no guest's, whatever the name.
        let isKnown = query.email.map { email in
            pupilsByEmail[email] != nil || staffByEmail[email] != nil || contactsByEmail[email] != nil
        }
        guard let guest = byEmail ?? (isKnown == true ? nil : guests.first { isCalled(query, $0.name) }),
            // Of a guest with an address of their own the name alone is no sign.
            byEmail != nil && isKnown != true || barred(query) == nil
        else { return nil }
        if guest.isStaff {
            return Link(.staff, certainty: .certain, step: .guestTeacher(byEmail: byEmail != nil))
        }
        return Link(.contact, certainty: .certain, step: .guest)
    }

    private func isCalled(_ query: MatchQuery, _ name: String) -> Bool {
        if name.isEmpty { return false }
        if settledKey(query.identity.displayName.text) == settledKey(name) { return true }
        let (typed, listed) = (query.parts.main, read(name).parts.main)
        guard !query.clean.isDisguised, typed.kind == listed.kind, listed.kind == .person || listed.kind == .titled
        else { return false }
        return typed.words == listed.words
            && (listed.kind == .titled ? typed.title == listed.title : typed.words.count > 1)
    }
}

extension School {
    /// Decisions with the day for which they hold: of a device's or a generic name, which anybody may bear at the next
    /// lesson, the day that is said, else the last one up to the decision on which that name was in a session of its
    /// class.
    func withDecisionDays(_ matcher: Matcher, _ meetings: [PlacedMeeting], _ classes: (PlacedMeeting) -> [ClassCode])
        -> School
    {
        var school = self
        for index in records.decisions.indices {
            let line = records.decisions[index]
            guard line.email == nil, line.day == nil, matcher.isNameOfNobody(line.displayName.text) else { continue }
            let key = settledKey(line.displayName.text)
            let days = meetings.filter { meeting in
                line.on.map { meeting.day <= $0 } ?? true
                    && (line.classCode.map { code in classes(meeting).contains { $0.key == code.key } } ?? true)
                    && meeting.pieces.contains { piece in
                        piece.participants.contains { participant in
                            settledKey(participant.displayName.text) == key
                                || settledKey(participant.displayName.inExport(renamedFrom: participant.originalName))
                                    == key
                        }
                    }
            }
            school.records.decisions[index].day = days.map(\.day).max() ?? line.on
        }
        return school
    }
}
