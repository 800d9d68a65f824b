extension LinkedSession {
    /// Nothing but lists of names knows this entrant.
    fileprivate func isNamedOnly(_ index: LinkedEntrant.Index) -> Bool {
        entrants[index].stays.allSatisfy { exports[$0.export].variant == NamesOnly.variant }
    }
}

/// Who was in the call when, after linking: per pupil, per adult, and everybody else.
struct Presence: Sendable {
    enum Adult: Hashable, Sendable {
        case listed(StaffMember.Index)
        /// Staff by a person's decision, or a second adult who was noted: no one of the list.
        case named(String)
    }

    /// A decided pupil of the school, of this class or another.
    struct PupilInCall: Sendable {
        let pupil: Pupil.Index
        /// Where the pupil's entrants stand in `entrantsOfPupils`.
        var entrants: Range<Int>
        /// Empty where the file has no times.
        var spans = Intervals.none
    }

    /// Ascending: the roster's order.
    private(set) var pupils: [PupilInCall] = []
    /// Pupil by pupil, ascending.
    private var entrantsOfPupils: [LinkedEntrant.Index] = []
    private(set) var staffEntrants: [Adult: [LinkedEntrant.Index]] = [:]
    /// With the second adults that were noted.
    private(set) var staff: [Adult: Intervals] = [:]
    /// Staff of the export alone, without notes.
    private(set) var staffInCall: [Adult: Intervals] = [:]
    /// Of everybody in `staffEntrants`, the best proof; of second adults who were noted, none is needed.
    private(set) var proofs: [Adult: CoverProof] = [:]
    /// Entrants who are ambiguous between pupils only: a pupil is in the call, though not which.
    private(set) var maybePupils = Intervals.none
    /// A decided pupil, or somebody who can only be a pupil, is in the call.
    private(set) var anyPupil = Intervals.none
    /// Everybody who is neither a decided pupil nor staff.
    private(set) var others = Intervals.none
    /// Unnamed or ambiguous entrants who were in the call.
    private(set) var unsettled: [LinkedEntrant.Index] = []
    /// Contacts who were in the call, also those who may have no contact.
    private(set) var contacts: [LinkedEntrant.Index] = []
    /// Pupils whom somebody in the call may hide who is no candidate for them.
    private(set) var maybeHidden: Set<Pupil.Index> = []
    /// Pupils whom the platform's log shows at work, or at the door, and of whom no stay tells.
    private(set) var shownByLog: Set<Pupil.Index> = []
    /// Recorders and assistants that were in the call: nobody.
    private(set) var programmes: [LinkedEntrant.Index] = []
    /// Entrants who were never let in from the waiting room.
    private(set) var onlyWaited: [LinkedEntrant.Index] = []
    /// A member of staff whose times the file does not tell: nothing can be said of staff cover.
    private(set) var hasUntimedStaff = false
    /// After this moment it is not known whether staff were still there.
    private(set) var staffUnknownAfter: Instant?

    init(_ session: LinkedSession, notes: [ResolvedNote], settings: SchoolSettings) {
        var ofPupils: [(pupil: Pupil.Index, entrant: LinkedEntrant.Index)] = []
        var (maybe, other) = ([Interval](), [Interval]())
        // By index: an entrant is a dozen references to hold and let go of at every step.
        for index in session.entrants.typedIndices {
            guard !session.entrants[index].stays.isEmpty else {
                if session.entrants[index].onlyWaited { onlyWaited.append(index) }
                continue
            }
            maybeHidden.formUnion(session.entrants[index].link.mayHide)
            if session.entrants[index].link.isProgramme {
                programmes.append(index)
                continue
            }
            switch session.entrants[index].link.outcome {
            case .pupil where session.entrants[index].link.pupil != nil,
                .otherClass where session.entrants[index].link.pupil != nil:
                ofPupils.append((session.entrants[index].link.pupil!, index))
            case .staff:
                let adult =
                    session.entrants[index].link.staff.map(Adult.listed)
                    ?? .named(session.entrants[index].displayName.text)
                staffEntrants[adult, default: []].append(index)
            case let outcome:
                session.appendSpans(of: index, to: &other)
                if outcome == .contact || session.entrants[index].link.isBarredContact { contacts.append(index) }
                guard outcome == .unnamed || outcome == .ambiguous else { continue }
                unsettled.append(index)
                // One candidate: that pupil or nobody of the school. Two: some pupil at any rate.
                let link = session.entrants[index].link
                if outcome == .ambiguous, link.candidates.count > 1, link.staff == nil {
                    session.appendSpans(of: index, to: &maybe)
                }
            }
        }
        (maybePupils, others) = (Intervals(maybe), Intervals(other))
        addPupils(&ofPupils, session)
        anyPupil = Intervals(pupils.flatMap(\.spans) + maybe)
        for event in session.events {
            if event.event.kind.isFromWithin, let actor = event.actor { shownByLog.formUnion(actor.pupilsMeant) }
            if event.event.kind == .admitted || event.event.kind == .turnedAway, let knocker = event.knocker {
                shownByLog.formUnion(knocker.link.pupilsMeant)
            }
        }
        shownByLog.subtract(pupils.map(\.pupil))
        addStaff(session, settings)
        addSecondAdults(notes, session, settings.zone)
    }

    private mutating func addPupils(
        _ found: inout [(pupil: Pupil.Index, entrant: LinkedEntrant.Index)], _ session: LinkedSession
    ) {
        found.sort { $0 < $1 }
        entrantsOfPupils = found.map(\.entrant)
        pupils.reserveCapacity(found.count)
        var spans: [Interval] = []
        var first = 0
        for (position, entry) in found.enumerated() {
            session.appendSpans(of: entry.entrant, to: &spans)
            if position + 1 < found.count, found[position + 1].pupil == entry.pupil { continue }
            pupils.append(PupilInCall(pupil: entry.pupil, entrants: first..<(position + 1), spans: Intervals(spans)))
            spans.removeAll(keepingCapacity: true)
            first = position + 1
        }
    }

    private mutating func addStaff(_ session: LinkedSession, _ settings: SchoolSettings) {
        for (adult, entrants) in staffEntrants {
            var spans: [Interval] = []
            var isUntimed = false
            for index in entrants {
                let known = spans.count
                session.appendSpans(of: index, to: &spans)
                isUntimed = isUntimed || spans.count == known && !session.isNamedOnly(index)
            }
            // A list of names adds nothing to times that another export has.
            if isUntimed || spans.isEmpty { hasUntimedStaff = true }
            proofs[adult] = entrants.map { session.proof(of: session.entrants[$0], settings) }.max()
            let inCall = Intervals(spans)
            staffInCall[adult] = inCall
            let openEnds = entrants.flatMap { session.entrants[$0].stays }.filter { $0.stay.left == nil }.compactMap {
                session.span(of: $0)?.end
            }
            for end in openEnds where !inCall.contains(end) { staffUnknownAfter = min(staffUnknownAfter ?? end, end) }
        }
        staff = staffInCall
    }

    private mutating func addSecondAdults(_ notes: [ResolvedNote], _ session: LinkedSession, _ zone: SchoolZone) {
        for (adult, span) in Presence.secondAdults(notes, session, zone, inCall: self.span) {
            proofs[adult] = .proven
            staff[adult] = (staff[adult] ?? .none).union(Intervals(span))
        }
    }

    /// Adults whom a note names, for the whole session if it says no times.
    static func secondAdults(
        _ notes: [ResolvedNote], _ session: LinkedSession, _ zone: SchoolZone, inCall span: Interval? = nil
    ) -> [(adult: Adult, span: Interval)] {
        let adults = notes.filter { $0.note.kind == .secondAdult }
        guard !adults.isEmpty else { return [] }
        let scheduled = Interval(session.start, max(session.start, session.end))
        let whole = Intervals([scheduled, span].compactMap(\.self)).span ?? scheduled
        return adults.map { resolved in
            let from = resolved.note.from.map { zone.instant(of: session.day, $0) } ?? whole.start
            let to = resolved.note.to.map { zone.instant(of: session.day, $0) } ?? whole.end
            let adult =
                resolved.staff.map(Adult.listed)
                ?? .named(resolved.note.person.isEmpty ? "second adult" : resolved.note.person)
            return (adult, Interval(from, max(from, to)))
        }
    }

    /// Everybody's first to last moment.
    var span: Interval? {
        var whole = others.span
        func reach(_ spans: Intervals) {
            guard let span = spans.span else { return }
            whole = Interval(min(whole?.start ?? span.start, span.start), max(whole?.end ?? span.end, span.end))
        }
        for pupil in pupils { reach(pupil.spans) }
        for spans in staffInCall.values { reach(spans) }
        return whole
    }

    /// Staff of the list who were in the call, ascending.
    var listedStaff: [StaffMember.Index] {
        staffEntrants.keys.compactMap { adult in
            if case .listed(let staff) = adult { staff } else { nil }
        }.sorted()
    }

    // MARK: One pupil

    /// The entrants who are this pupil; none: not in the call.
    func entrants(of pupil: Pupil.Index) -> ArraySlice<LinkedEntrant.Index> {
        position(of: pupil).map { entrants(of: pupils[$0]) } ?? []
    }
    func entrants(of pupil: PupilInCall) -> ArraySlice<LinkedEntrant.Index> { entrantsOfPupils[pupil.entrants] }
    func spans(of pupil: Pupil.Index) -> Intervals { position(of: pupil).map { pupils[$0].spans } ?? .none }
    func isInCall(_ pupil: Pupil.Index) -> Bool { position(of: pupil) != nil }

    /// Entrants who are this pupil, known by name, but were never let in.
    func waiting(_ pupil: Pupil.Index, in session: LinkedSession) -> [LinkedEntrant.Index] {
        onlyWaited.filter {
            let link = session.entrants[$0].link
            return link.pupil == pupil && (link.outcome == .pupil || link.outcome == .otherClass)
        }
    }

    private func position(of pupil: Pupil.Index) -> Int? {
        let position = pupils.partitioned { $0.pupil < pupil }
        return position < pupils.count && pupils[position].pupil == pupil ? position : nil
    }

    // MARK: Cover

    /// The part of a set about which staff cover can be told.
    func tellable(_ set: Intervals) -> Intervals {
        guard let horizon = staffUnknownAfter, let start = set.start, start < horizon else {
            return staffUnknownAfter == nil ? set : .none
        }
        return set.clipped(to: Interval(start, horizon))
    }

    func staff(atLeast count: Int) -> Intervals { Intervals.covered(atLeast: count, of: staff.values) }

    /// Staff of whom nothing says that they are from outside.
    var staffWithoutMark: Intervals {
        Intervals.covered(atLeast: 1, of: staff.keys.filter { proofs[$0] != .outsideMark }.map { staff[$0] ?? .none })
    }
}
