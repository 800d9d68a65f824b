/// Sessions of one pupil alone: without approval, or approved and not as approved; and the end of a longer one when all others have left.
///
/// Cannot tell: while an unnamed or ambiguous entrant was there it may have been a second pupil. Recording does not help.
struct OneToOneRule: Rule {
    let id = RuleID.oneToOne
    let severity = Severity.safeguarding
    let audiences: Set<Finding.Audience> = [.slt, .dsl]
    let source = "W 6.1, 6.1.1-3; A: one-to-one only with another member of staff"

    func findings(in context: RuleContext) -> [Finding] {
        if let pupil = context.onlyPupil { return whole(pupil, context) }
        return context.effectiveOneToOnes.compactMap { pupil, span in
            guard context.records.approvals(.oneToOne, of: pupil, in: context.session).isEmpty else { return nil }
            let detail = "Alone with one member of staff for \(context.length(span.seconds)), without an approval.\(context.incompleteWarning)"
            return context.finding(self, pupil: pupil, interval: span, detail: detail, evidence: context.evidence(ofCoverIn: span))
        }
    }

    private func whole(_ pupil: Int, _ context: RuleContext) -> [Finding] {
        let approvals = context.records.approvals(.oneToOne, of: pupil, in: context.session)
        if approvals.isEmpty {
            return [context.finding(self, pupil: pupil, detail: "The only pupil of the session, and no one-to-one approval for this day is on file.")]
        }
        var faults: [String] = []
        let minimum = Int(context.policy.number(id, "minimum-staff"))
        let gaps = context.coverGaps(minimum: minimum, grace: Int(context.policy.number(.oneAdult, "grace-seconds")))
        if let gap = gaps.first {
            let times = "\(context.clock(gap.start)) to \(context.clock(gap.end))"
            faults.append("fewer than \(minimum) members of staff \(gaps.count == 1 ? "from" : "at times, first from") \(times)")
        }
        if context.policy.flag(id, "parent-present"), !approvals.contains(where: { $0.parentPresent == true }) {
            faults.append("the approval does not say that a parent is in the room")
        }
        guard !faults.isEmpty else { return [] }
        let detail = "An approved one-to-one session, but \(faults.joined(separator: ", and ")).\(gaps.isEmpty ? "" : context.incompleteWarning)"
        return [context.finding(self, pupil: pupil, interval: gaps.count == 1 ? gaps[0] : nil, detail: detail)]
    }
}

extension RuleContext {
    /// The one pupil of the whole session, if nobody else may have been another.
    var onlyPupil: Int? {
        let pupils = presence.pupilEntrants.keys
        return pupils.count == 1 && presence.unsettled.isEmpty ? pupils.first : nil
    }

    /// Times, longer than the limit, with exactly one pupil, exactly one member of staff and nobody else in the call.
    var effectiveOneToOnes: [(pupil: Int, span: Interval)] {
        guard canTellCover, !presence.pupils.isEmpty else { return [] }
        let limit = Int(policy.number(.oneToOne, "effective-after-seconds"))
        let pupils = Array(presence.pupils.values)
        let onePupil = Intervals.covered(atLeast: 1, of: pupils).subtracting(Intervals.covered(atLeast: 2, of: pupils))
        let oneAdult = presence.staff(atLeast: 1).subtracting(presence.staff(atLeast: 2))
        let alone = presence.tellable(onePupil.intersection(oneAdult).subtracting(presence.others))
        return pupilsInCall.flatMap { pupil in
            alone.intersection(presence.pupils[pupil] ?? .none).spans.filter { $0.seconds > limit }.map { (pupil, $0) }
        }
    }
}
