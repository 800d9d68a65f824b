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
        // Who somebody is, a person says; that this adult must keep away is the roster's word.
        if let barred = barred(query), !isOfNamesake(line, query) { return barred }
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
            link = Link(.contact, pupil: line.pupil, certainty: .certain, step: step)
        case .unnamed: link = Link(.unnamed, step: step)
        case .uninvited: link = Link(.uninvited, certainty: .certain, step: step)
        }
        link.decidedBy = line.source
        return link
    }

    /// A member of staff has the name of a contact who must keep away, and nothing but the name was a sign.
    private func isOfNamesake(_ line: Decision, _ query: MatchQuery) -> Bool {
        guard line.isA == .staff, let member = line.staff ?? staff(named: line.id) else { return false }
        return contactsByEmail[query.email ?? ""] == nil && isNamed(member, query)
    }
}
