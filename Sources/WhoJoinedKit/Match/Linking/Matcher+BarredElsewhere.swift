/// Contacts who are barred from a pupil of another class: their address, number or full name is told, and whom they must
/// not meet.
extension Matcher {
    func markingBarred(_ link: Link, _ query: MatchQuery) -> Link {
        guard !barredByFullName.isEmpty, !link.isBarredContact, !link.isProgramme,
            [.uninvited, .unnamed, .contact].contains(link.outcome)
        else { return link }
        let children = childrenBarred(from: query)
        if children.isEmpty { return link }
        var link = link
        if link.outcome == .unnamed { link = Link(.uninvited, certainty: .certain, step: link.step) }
        link.isBarredElsewhere = true
        link.mayHide = Set(link.mayHide + children).sorted()
        return link
    }

    /// Whether a display name, or an address that was seen with it, is that of a contact who is barred from some pupil.
    func isOfBarredContact(_ name: String, emails: [String]) -> Bool {
        var owners = emails.flatMap { contactsByEmail[comparableEmail($0)] ?? [] }
        owners += comparablePhone(name).flatMap { contactsByPhone[$0] } ?? []
        owners += read(name).parts.all.filter { $0.kind == .person && $0.words.count > 1 }
            .flatMap { barredByFullName[$0.fullName] ?? [] }
        return owners.contains { isBarred($0.pupil, $0.contact) }
    }

    private func childrenBarred(from query: MatchQuery) -> [Pupil.Index] {
        var owners = query.email.flatMap { contactsByEmail[$0] } ?? []
        if query.identity.isPhone || query.parts.main.kind == .phone,
            let number = comparablePhone(query.identity.displayName.text)
        {
            owners += contactsByPhone[number] ?? []
        }
        // An address of the lists is somebody's own: beside it the name alone is no sign.
        if owners.isEmpty {
            owners = query.parts.all.filter { $0.kind == .person && $0.words.count > 1 }
                .flatMap { barredByFullName[$0.fullName] ?? [] }
        }
        return owners.filter { isBarred($0.pupil, $0.contact) }.map(\.pupil)
    }

    /// The child is a guest of this lesson: then the bar is of this call.
    func bringBarredTogether(_ session: inout LinkedSession) {
        for i in session.entrants.typedIndices where session.entrants[i].link.isBarredElsewhere {
            let there = session.entrants.filter { $0.link.outcome == .otherClass && !$0.stays.isEmpty }
                .compactMap(\.link.pupil)
            let met = session.entrants[i].link.mayHide.filter(there.contains)
            if met.isEmpty { continue }
            var link = Link(.uninvited, certainty: .certain, step: session.entrants[i].link.step)
            (link.isBarredContact, link.mayHide) = (true, met)
            session.entrants[i].link = link
        }
    }
}
