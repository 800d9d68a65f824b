extension Matcher {
    func byTelephone(_ query: MatchQuery) -> Link? {
        guard query.identity.isPhone || query.parts.main.kind == .phone else { return nil }
        let number = comparablePhone(query.identity.displayName.text)
        if let member = number.flatMap({ staffByPhone[$0] }) {
            return Link(.staff, staff: member, certainty: .certain, step: .staffTelephone)
        }
        if let number, let barred = barredOwner(of: contactsByPhone[number] ?? [], query.context, by: .telephone) {
            return barred
        }
        var link = Link(.unnamed, step: .telephone)
        if let family = number.flatMap({ pupilsByContactPhone[$0] })?.filter(query.context.own.contains),
            !family.isEmpty
        {
            link.candidates = Set(family).sorted()
            link.step = .familyTelephone
        }
        return link
    }
}
