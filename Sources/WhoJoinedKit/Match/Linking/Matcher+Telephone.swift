extension Matcher {
    func byPhone(_ query: MatchQuery) -> Link? {
        guard query.identity.isPhone || query.parts.main.kind == .phone else { return nil }
        let number = comparablePhone(query.identity.displayName.text)
        if let member = number.flatMap({ staffByPhone[$0] }) {
            return Link(
                .staff, staff: member, certainty: .certain, step: "", why: "The telephone number is on the staff list.")
        }
        var link = Link(.unnamed, step: "", why: "A telephone number names nobody.")
        if let family = number.flatMap({ pupilsByContactPhone[$0] })?.filter(query.context.own.contains),
            !family.isEmpty
        {
            link.candidates = Set(family).sorted()
            link.why = "A telephone number of a pupil's family: it may be that family's child or an adult."
        }
        return link
    }
}
