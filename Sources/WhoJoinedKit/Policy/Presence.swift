/// Who was in the call when, after linking: per pupil, per adult, and everybody else.
struct Presence: Sendable {
    enum Adult: Hashable, Sendable {
        /// Index into `Roster.staff`.
        case listed(Int)
        /// Staff by a person's decision, or a second adult who was noted: no one of the list.
        case named(String)
    }

    /// Entrants of each decided pupil of the school, of this class or another: indices into `Session.entrants`.
    private(set) var pupilEntrants: [Int: [Int]] = [:]
    private(set) var pupils: [Int: Intervals] = [:]
    private(set) var staffEntrants: [Adult: [Int]] = [:]
    /// With the second adults that were noted.
    private(set) var staff: [Adult: Intervals] = [:]
    /// Staff of the export alone, without notes.
    private(set) var staffInCall: [Adult: Intervals] = [:]
    /// Entrants who are ambiguous between pupils only: a pupil is in the call, though not which.
    private(set) var maybePupils = Intervals.none
    /// A decided pupil, or somebody who can only be a pupil, is in the call (`rules.md` §4.1).
    private(set) var anyPupil = Intervals.none
    /// Everybody who is neither a decided pupil nor staff.
    private(set) var others = Intervals.none
    /// Unnamed or ambiguous entrants who were in the call.
    private(set) var unsettled: [Int] = []
    /// A member of staff whose times the file does not tell: nothing can be said of staff cover.
    private(set) var hasUntimedStaff = false
    /// After this moment it is not known whether staff were still there (`rules.md` §1.7).
    private(set) var staffUnknownAfter: Instant?

    init(_ session: Session, notes: [ResolvedNote], zone: SchoolZone) {
        var spans: (pupils: [Int: [Interval]], staff: [Adult: [Interval]]) = ([:], [:])
        var (maybe, other) = ([Interval](), [Interval]())
        var openEnds: [(Adult, Instant)] = []
        for (index, entrant) in session.entrants.enumerated() where !entrant.stays.isEmpty {
            let own = entrant.stays.compactMap { session.span(of: $0) }
            switch entrant.link.outcome {
            case .pupil where entrant.link.pupil != nil, .otherClass where entrant.link.pupil != nil:
                pupilEntrants[entrant.link.pupil!, default: []].append(index)
                spans.pupils[entrant.link.pupil!, default: []] += own
            case .staff:
                let adult = entrant.link.staff.map(Adult.listed) ?? .named(entrant.displayName.text)
                staffEntrants[adult, default: []].append(index)
                spans.staff[adult, default: []] += own
                if own.isEmpty { hasUntimedStaff = true }
                for placed in entrant.stays where placed.stay.left == nil {
                    if let end = session.span(of: placed)?.end { openEnds.append((adult, end)) }
                }
            default:
                other += own
                if entrant.link.outcome == .unnamed || entrant.link.outcome == .ambiguous { unsettled.append(index) }
                // One candidate: that pupil or nobody of the school. Two: some pupil at any rate.
                if entrant.link.outcome == .ambiguous, entrant.link.candidates.count > 1, entrant.link.staff == nil { maybe += own }
            }
        }
        pupils = spans.pupils.mapValues(Intervals.init)
        staffInCall = spans.staff.mapValues(Intervals.init)
        (maybePupils, others) = (Intervals(maybe), Intervals(other))
        staffUnknownAfter = openEnds.filter { !(staffInCall[$0.0]?.contains($0.1) ?? false) }.map(\.1).min()
        anyPupil = Intervals(spans.pupils.values.flatMap { $0 } + maybe)
        staff = staffInCall
        addSecondAdults(notes, session, zone)
    }

    private mutating func addSecondAdults(_ notes: [ResolvedNote], _ session: Session, _ zone: SchoolZone) {
        let adults = notes.filter { $0.note.kind == .secondAdult }
        guard !adults.isEmpty else { return }
        let all = Array(pupils.values) + Array(staffInCall.values) + [others]
        let scheduled = Interval(session.start, max(session.start, session.end))
        let whole = Intervals(all.flatMap(\.spans) + [scheduled]).hull ?? scheduled
        for resolved in adults {
            let from = resolved.note.from.map { zone.instant(of: session.day, $0) } ?? whole.start
            let to = resolved.note.to.map { zone.instant(of: session.day, $0) } ?? whole.end
            let adult = resolved.staff.map(Adult.listed) ?? .named(resolved.note.person.isEmpty ? "second adult" : resolved.note.person)
            staff[adult] = (staff[adult] ?? .none).union(Intervals(Interval(from, to)))
        }
    }

    /// Everybody's first to last moment.
    var hull: Interval? { Intervals(pupils.values.flatMap(\.spans) + staffInCall.values.flatMap(\.spans) + others.spans).hull }

    /// The part of a set about which staff cover can be told.
    func tellable(_ set: Intervals) -> Intervals {
        guard let horizon = staffUnknownAfter, let start = set.start, start < horizon else {
            return staffUnknownAfter == nil ? set : .none
        }
        return set.clipped(to: Interval(start, horizon))
    }

    func staff(atLeast count: Int) -> Intervals { Intervals.covered(atLeast: count, of: Array(staff.values)) }
}

extension Session {
    /// The time of a stay; without a leaving time it lasts until the file's last time stamp. `nil`: the file has no times.
    func span(of placed: PlacedStay) -> Interval? {
        guard let joined = placed.stay.joined else { return nil }
        let last = exports.indices.contains(placed.export) ? exports[placed.export].lastMoment : nil
        let end = placed.stay.left ?? last ?? joined + (placed.stay.shownSeconds ?? 0)
        return Interval(joined, max(joined, end))
    }

    func evidence(of stays: [PlacedStay]) -> [Evidence] {
        Set(stays.filter { exports.indices.contains($0.export) }.map { Evidence(file: exports[$0.export].file, line: $0.stay.line) }).sorted()
    }

    func evidence(ofEntrants indices: [Int]) -> [Evidence] { evidence(of: indices.flatMap { entrants[$0].stays }) }
}
