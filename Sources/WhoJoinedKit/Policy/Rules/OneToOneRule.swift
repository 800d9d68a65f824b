/// Sessions of one pupil alone: without approval, or approved and not as approved; and the end of a longer one when all
/// others have left.
///
/// Cannot tell: while an unnamed or ambiguous entrant was there it may have been a second pupil. Recording does not
/// help.
struct OneToOneRule: Rule {
    let id = RuleID.oneToOne
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "W 6.1, 6.1.1-3; A: one-to-one only with another member of staff"

    static let minimumStaff = Parameter<Int>(.rule(.oneToOne), "minimum-staff", default: 2, range: 1...20)
    static let effectiveAfter = Parameter<Seconds>(
        .rule(.oneToOne), "effective-after-seconds", default: 300, range: 0...86_400)
    static let parentPresent = Parameter<Bool>(.rule(.oneToOne), "parent-present", default: false)
    let parameters: [any AnyParameter] = [minimumStaff, effectiveAfter, parentPresent]

    func canTell(in context: RuleContext) -> Bool? {
        context.canTellCoverThroughout && (context.presence.pupils.count > 1 || context.presence.unsettled.isEmpty)
    }

    func findings(in context: RuleContext) -> [Finding] {
        if let pupil = context.onlyPupil { return whole(pupil, context) }
        let unclear = context.pupilBesideDevices.map { besideDevices($0, context) } ?? []
        return unclear
            + context.effectiveOneToOnes.compactMap { pupil, span in
                guard context.records.approvals(.oneToOne, of: pupil, in: context.session).isEmpty else { return nil }
                let detail =
                    "Alone with one member of staff for \(context.length(span.seconds)), without an approval.\(context.incompleteWarning)"
                return context.finding(
                    self, pupil: pupil, interval: span, detail: detail, evidence: context.evidence(ofCoverIn: span))
            }
    }

    private func besideDevices(_ pupil: Pupil.Index, _ context: RuleContext) -> [Finding] {
        guard context.records.approvals(.oneToOne, of: pupil, in: context.session).isEmpty else {
            return approved(pupil, context, besideDevice: true)
        }
        return [
            context.finding(
                self, pupil: pupil, severity: .followUp,
                detail:
                    "The only pupil of the session who is known, without an approval: a one-to-one, unless the unnamed device is another pupil."
            )
        ]
    }

    private func whole(_ pupil: Pupil.Index, _ context: RuleContext) -> [Finding] {
        let approvals = context.records.approvals(.oneToOne, of: pupil, in: context.session)
        if approvals.isEmpty {
            return [
                context.finding(
                    self, pupil: pupil,
                    detail: "The only pupil of the session, and no one-to-one approval for this day is on file.")
            ]
        }
        return approved(pupil, context, besideDevice: false)
    }

    /// An approved one that was not as approved.
    private func approved(_ pupil: Pupil.Index, _ context: RuleContext, besideDevice: Bool) -> [Finding] {
        let approvals = context.records.approvals(.oneToOne, of: pupil, in: context.session)
        var faults: [String] = []
        let minimum = context.policy[Self.minimumStaff]
        let gaps = context.coverGaps(minimum: minimum, grace: context.policy[OneAdultRule.grace].seconds)
        if let gap = gaps.first {
            let times = "\(context.clock(gap.start)) to \(context.clock(gap.end))"
            faults.append(
                "fewer than \(minimum) members of staff \(gaps.count == 1 ? "from" : "at times, first from") \(times)")
        }
        if context.policy[Self.parentPresent], context.parentPresent(of: pupil, approvals) == .no {
            faults.append("neither the call, a note nor the approval says that a parent is in the room")
        }
        guard !faults.isEmpty else { return [] }
        let doubt = besideDevice ? ", unless the unnamed device is another pupil" : ""
        let detail =
            "An approved one-to-one session, but \(faults.joined(separator: ", and "))\(doubt).\(gaps.isEmpty ? "" : context.incompleteWarning)"
        return [
            context.finding(
                self, pupil: pupil, interval: gaps.count == 1 ? gaps[0] : nil, severity: besideDevice ? .followUp : nil,
                detail: detail)
        ]
    }
}

extension RuleContext {
    enum ParentPresent: String { case yes, approved, no }

    /// The one pupil of the whole session with a member of staff, if nobody else may have been another.
    var onlyPupil: Pupil.Index? { presence.unsettled.isEmpty ? pupilWithStaff : nil }

    /// The same, if only devices that name nobody may have been another.
    var pupilBesideDevices: Pupil.Index? {
        let unsettled = presence.unsettled
        let areDevices = unsettled.allSatisfy { session.entrants[$0].link.outcome == .unnamed }
        return unsettled.isEmpty || !areDevices ? nil : pupilWithStaff
    }

    /// Without an adult it is no one-to-one.
    private var pupilWithStaff: Pupil.Index? {
        presence.pupils.count == 1 && !presence.staffEntrants.isEmpty ? presence.pupils[0].pupil : nil
    }

    /// A parent who was seen, or noted, was there; what was approved beforehand is a permission.
    func parentPresent(of pupil: Pupil.Index?, _ approvals: [Approval]) -> ParentPresent {
        let isSeen = presence.contacts.contains { index in
            let link = session.entrants[index].link
            return !link.isBarredContact && link.outcome == .contact && link.pupil != nil
                && (link.pupil == pupil || pupil == nil)
        }
        let isNoted = notes.contains { $0.note.kind == .parentPresent && ($0.pupil == nil || $0.pupil == pupil) }
        if isSeen || isNoted { return .yes }
        return approvals.contains { $0.parentPresent == true } ? .approved : .no
    }
}

extension Presence {
    /// Times, longer than `limit` seconds, with exactly one pupil, exactly one member of staff and nobody else in the
    /// call.
    func oneToOnes(longerThan limit: Int) -> [(pupil: Pupil.Index, span: Interval)] {
        let onePupil = Intervals.covered(by: 1...1, of: pupils.lazy.map(\.spans))
        if onePupil.isEmpty { return [] }
        let oneAdult = Intervals.covered(by: 1...1, of: staff.values)
        let alone = tellable(onePupil.intersection(oneAdult).subtracting(others))
        // Of a shorter one no pupil's part is longer.
        guard alone.contains(where: { $0.seconds > limit }) else { return [] }
        return pupils.flatMap { one in
            alone.intersection(one.spans).filter { $0.seconds > limit }.map { (one.pupil, $0) }
        }
    }
}
