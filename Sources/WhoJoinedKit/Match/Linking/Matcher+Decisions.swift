/// What a person has settled in decisions.csv.
extension Matcher {
    /// A name copied out of our lists holds `[U+202E]` or `…` where the export's holds what may not be shown.
    ///
    /// Names that only lost something on the way there are not looked for: what was settled for the plain name is not
    /// settled for its look-alike.
    private func shownDecisions(_ name: String, _ decisions: [String: [Decision]]) -> [Decision] {
        if name.utf8.allSatisfy({ $0 >= .space && $0 < .delete }) && name.utf8.count <= PlainText.nameLimit {
            return []
        }
        let shown = PlainText.copied(name)
        let isMarked =
            shown.utf8.split(separator: .openingBracket).contains { $0.starts(with: "U+".utf8) }
            || shown.unicodeScalars.last == "…"
        return isMarked ? decisions[settledKey(shown)] ?? [] : []
    }

    func byDecision(_ query: MatchQuery) -> Link? {
        decisions.isEmpty ? nil : byDecision(query, in: decisions)
    }

    /// - Parameter fits: which of the lines count.
    func byDecision(
        _ query: MatchQuery, in decisions: [String: [Decision]], where fits: (Decision) -> Bool = { _ in true }
    ) -> Link? {
        for name in query.identity.settledNames {
            let lines = decisions[settledKey(name)] ?? shownDecisions(name, decisions)
            if let link = byDecision(query, lines.filter(fits)) { return link }
        }
        return nil
    }

    private func byDecision(_ query: MatchQuery, _ lines: [Decision]) -> Link? {
        if lines.isEmpty { return nil }
        let fitting = lines.filter { line in
            (line.email.map { comparableEmail($0) == query.email } ?? true)
                && (line.classCode.map { query.context.classKeys.contains($0.key) } ?? true)
        }
        guard
            let line = fitting.max(by: {
                ($0.email == nil ? 0 : 2) + ($0.classCode == nil ? 0 : 1) <= ($1.email == nil ? 0 : 2)
                    + ($1.classCode == nil ? 0 : 1)
            })
        else {
            return nil
        }
        let step = MatchStep.settled(by: line.by, source: line.source)
        var link: Link
        switch line.isA {
        case .pupil:
            guard let pupil = line.pupil else { return nil }
            link = Link(
                query.context.own.contains(pupil) ? .pupil : .otherClass, pupil: pupil, certainty: .certain, step: step)
        case .staff:
            link = Link(.staff, staff: line.staff ?? staff(named: line.id), certainty: .certain, step: step)
        case .contact:
            link =
                barredContact(query, of: line.pupil, step)
                ?? Link(.contact, pupil: line.pupil, certainty: .certain, step: step)
        case .unnamed: link = Link(.unnamed, step: step)
        case .uninvited: link = Link(.uninvited, certainty: .certain, step: step)
        }
        link.decidedBy = line.source
        return link
    }

    /// A decision says who somebody is; that this contact of the pupil must have none is the roster's word.
    private func barredContact(_ query: MatchQuery, of pupil: Pupil.Index?, _ step: MatchStep) -> Link? {
        guard let pupil else { return nil }
        let contacts = school.roster.pupils[pupil].contacts
        let name = settledKey(query.identity.displayName.text)
        let meant = contacts.typedIndices.first { index in
            contacts[index].email.map { comparableEmail($0) == query.email } ?? false
                || settledKey(contacts[index].full) == name
                || settledKey("\(contacts[index].given) \(contacts[index].family)") == name
        }
        guard let meant else { return nil }
        let link = contactLink(pupil, meant, step: step)
        return link.isBarredContact ? link : nil
    }
}
