/// Pupils and unknown entrants who were visible for less than the policy's share of their time.
///
/// Cannot tell: where the file does not know the camera, the time counts for the pupil. A host's note beats the file.
struct CameraOffRule: Rule {
    let id = RuleID.cameraOff
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.parents, .slt]
    let source = "W 5.1, 7: those who are not visible are not admitted"

    static let minimumShare = Parameter<Double>(.rule(.cameraOff), "minimum-share", default: 0.5, range: 0...1)
    let parameters: [any AnyParameter] = [minimumShare]

    func canTell(in context: RuleContext) -> Bool? {
        context.hasWholeExport
            && context.pupilsInCall.allSatisfy { pupil in
                context.stays(of: pupil).contains { $0.stay.camera != .unknown || $0.stay.cameraSeconds != nil }
            }
    }

    func findings(in context: RuleContext) -> [Finding] {
        let minimum = context.policy[Self.minimumShare]
        var found: [Finding] = []
        for pupil in context.pupilsInCall {
            let indices = context.presence.entrants(of: pupil)
            guard context.records.approvals(.cameraExempt, of: pupil, in: context.session).isEmpty,
                let detail = reason(indices, pupil: pupil, minimum, context)
            else { continue }
            found.append(context.finding(self, pupil: pupil, detail: detail.text, evidence: detail.evidence))
        }
        for index in context.entrants(.unnamed, .ambiguous, .uninvited) {
            guard let detail = reason([index], pupil: nil, minimum, context) else { continue }
            found.append(context.finding(self, entrant: index, detail: detail.text, evidence: detail.evidence))
        }
        return found
    }

    private func reason(
        _ indices: ArraySlice<LinkedEntrant.Index>, pupil: Pupil.Index?, _ minimum: Double, _ context: RuleContext
    ) -> (
        text: String, evidence: [Evidence]
    )? {
        let entrants = indices.map { context.session.entrants[$0] }
        let rows = context.session.evidence(ofEntrants: indices)
        let noted = context.notes.last { resolved in
            guard resolved.note.kind == .cameraOff || resolved.note.kind == .cameraOn, !resolved.note.person.isEmpty
            else { return false }
            if let noted = resolved.pupil { return noted == pupil }
            let key = personKey(resolved.note.person)
            return entrants.contains { $0.isCalled(key) }
        }
        if let noted {
            return noted.note.kind == .cameraOff
                ? ("The host noted that the camera was off.", noted.evidence + rows) : nil
        }
        let seen = visibility(entrants.flatMap(\.stays), context.session)
        // A hair's breadth for shares that have no exact binary form.
        guard seen.present > 0, Double(seen.visible) + 1e-6 < minimum * Double(seen.present) else { return nil }
        let unknown = seen.hasUnknown ? " at most" : ""
        return ("Camera on for\(unknown) \(context.length(seen.visible)) of \(context.length(seen.present)).", rows)
    }

    /// Seconds visible (video, or a connection whose video is unknown) and seconds present; devices at the same time
    /// are united.
    private func visibility(_ stays: [PlacedStay], _ session: LinkedSession) -> (
        visible: Int, present: Int, hasUnknown: Bool
    ) {
        let timed = stays.filter { session.span(of: $0) != nil }
        let hasUnknown = stays.contains { seconds(of: $0.stay, lasting: 1) == nil }
        guard !timed.isEmpty else {
            let present = stays.reduce(0) { $0 + ($1.stay.shownSeconds ?? 0) }
            let visible = stays.reduce(0) {
                $0 + (seconds(of: $1.stay, lasting: $1.stay.shownSeconds ?? 0) ?? $1.stay.shownSeconds ?? 0)
            }
            return (min(visible, present), present, hasUnknown)
        }
        let present = Intervals(timed.compactMap { session.span(of: $0) })
        var visible = 0
        // Within one unbroken time of presence no more can be seen than the time itself.
        for block in present {
            let own = timed.filter {
                session.span(of: $0).map { block.start <= $0.start && $0.start <= block.end } ?? false
            }
            var unknown: [Interval] = []
            var known = 0
            for placed in own {
                guard let span = session.span(of: placed) else { continue }
                if let video = seconds(of: placed.stay, lasting: span.seconds) {
                    known += min(video, span.seconds)
                } else {
                    unknown.append(span)
                }
            }
            visible += min(block.seconds, known + Intervals(unknown).seconds)
        }
        return (visible, present.seconds, hasUnknown)
    }

    /// `nil`: unknown. Teams Premium says only that the camera was on at some time: that counts as on.
    private func seconds(of stay: Stay, lasting length: Int) -> Int? {
        if let seconds = stay.cameraSeconds { return seconds }
        switch stay.camera {
        case .on: return length
        case .off: return 0
        case .unknown: return nil
        }
    }
}
