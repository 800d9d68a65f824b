/// Pupils who have left by a list without dates: what is said of their lessons stays as it was said.
extension School {
    mutating func restoreFormerPupils(from history: History?, today: Day) throws(StoreError) {
        try restoreLostPupils(from: history, today: today)
        try restoreLeavers(from: history)
    }

    /// Puts back whoever stood on a roll once and stands in no list now, for the days of those rolls alone: today they
    /// are strangers as ever.
    private mutating func restoreLeavers(from history: History?) throws(StoreError) {
        guard let history else { return }
        let known = KnownPupils(self)
        let gone = try history.pupilsOfRolls().filter { !known.has($0) }
        if gone.isEmpty { return }
        for (member, stays) in try history.stays(ofPupils: gone) {
            guard let last = stays.map(\.days.upperBound).max() else { continue }
            let pupil = place(of: member)
            roster.pupils[pupil].leftOn = last
            for stay in stays {
                for code in classCodes(in: stay.classText) {
                    roster.enrolments.append(
                        Enrolment(
                            pupil: pupil, classIndex: place(of: code), from: stay.days.lowerBound,
                            to: stay.days.upperBound))
                }
            }
        }
        indexRoster()
    }
}
