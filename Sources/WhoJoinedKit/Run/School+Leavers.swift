/// Pupils who have left by a list without dates: what is said of their lessons stays as it was said.
extension School {
    mutating func restoreFormerPupils(from history: History?, today: Day) throws(StoreError) {
        // Before the lost ones are back: of them the days of then are judged by their rolls.
        let known = KnownPupils(self, countsUndatedLeavers: false)
        try restoreLostPupils(from: history, today: today)
        try restoreLeavers(from: history, besides: known)
    }

    /// Puts back whoever stood on a roll once and stands in no list now, for the days of those rolls alone: today they
    /// are strangers as ever.
    private mutating func restoreLeavers(from history: History?, besides known: KnownPupils) throws(StoreError) {
        guard let history else { return }
        let gone = try history.pupilsOfRolls().filter { !known.has($0) }
        if gone.isEmpty { return }
        let certain = try history.lastDaysOnRoll()
        for (member, stays) in try history.stays(ofPupils: gone) {
            guard let last = stays.map(\.days.upperBound).max() else { continue }
            let pupil = place(of: member)
            // Of a list that has lost many nobody can say who has left.
            if roster.pupils[pupil].lostOn == nil {
                roster.pupils[pupil].leftOn = last
                // Lost first, and not back when the list was whole again: gone since then, or since any day between.
                let since = certain[member.id].map { $0 + 1 } ?? Day(number: 0)
                if since <= last { roster.pupils[pupil].lostOn = since }
                // An older list that still has the pupil does not say since when.
                roster.enrolments.removeAll { $0.pupil == pupil && $0.from == nil && $0.to == nil }
            }
            for stay in stays {
                for code in classCodes(in: stay.classText) {
                    let place = place(of: code)
                    // Put back without dates, for that class's lessons of then are judged by their rolls.
                    let isThere = roster.enrolments.contains {
                        $0.pupil == pupil && $0.classIndex == place && $0.from == nil && $0.to == nil
                    }
                    if isThere { continue }
                    roster.enrolments.append(
                        Enrolment(
                            pupil: pupil, classIndex: place, from: stay.days.lowerBound, to: stay.days.upperBound))
                }
            }
        }
        indexRoster()
    }
}
