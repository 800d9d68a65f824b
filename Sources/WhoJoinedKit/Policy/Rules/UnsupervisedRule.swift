/// Any time with a pupil in the call and no member of staff, longer than the grace; recording never helps.
///
/// Cannot tell: without a staff list or without the times of all staff. Look-alikes and unlisted telephones are no
/// staff.
struct UnsupervisedRule: Rule {
    let id = RuleID.unsupervised
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "W 5.1: no pupil in the meeting unsupervised; A: staff host all sessions"

    static let grace = Parameter<Seconds>(.rule(.unsupervised), "grace-seconds", default: 60, range: 0...86_400)
    let parameters: [any AnyParameter] = [grace]

    func canTell(in context: RuleContext) -> Bool? { context.canTellCoverThroughout }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.canTellCover else { return [] }
        let presence = context.presence
        let uncovered = presence.tellable(presence.anyPupil).subtracting(presence.staffWithoutMark)
        let grace = context.policy[Self.grace].seconds
        return uncovered.filter { $0.seconds > grace }.map { span in
            let detail =
                "Pupils were in the call for \(context.length(span.seconds)) without any member of staff\(unless(span, context)).\(context.incompleteWarning)"
            return context.finding(self, session: detail, interval: span, evidence: context.evidence(ofCoverIn: span))
        }
    }

    /// ` unless Amara Okonjo was really there`: under that name somebody from outside was.
    private func unless(_ span: Interval, _ context: RuleContext) -> String {
        let presence = context.presence
        let names = presence.staff.keys.filter { adult in
            presence.proofs[adult] == .outsideMark && (presence.staff[adult] ?? .none).contains { $0.overlaps(span) }
        }.map { adult in
            switch adult {
            case .listed(let index): context.school.roster.staff[index].shownName
            case .named(let text): text
            }
        }
        if names.isEmpty { return "" }
        return
            ", unless \(names.sorted().joined(separator: " or ")) was really there: the platform marks that account as from outside"
    }
}

extension RuleContext {
    /// Uninterrupted times, longer than the grace, with a pupil in the call and fewer staff than the minimum.
    func coverGaps(minimum: Int, grace: Int) -> [Interval] {
        guard canTellCover else { return [] }
        let uncovered = presence.tellable(presence.anyPupil).subtracting(presence.staff(atLeast: minimum))
        return uncovered.filter { $0.seconds > grace }
    }

    /// The rows of the staff and of those pupils who were in the call then.
    func evidence(ofCoverIn span: Interval) -> [Evidence] {
        let staff = presence.staffEntrants.values.flatMap { $0 }.flatMap { session.entrants[$0].stays }
        let pupils = presence.pupils.flatMap { presence.entrants(of: $0) }.flatMap { session.entrants[$0].stays }
        return session.evidence(of: staff + pupils.filter { session.span(of: $0)?.overlaps(span) ?? false })
    }
}
