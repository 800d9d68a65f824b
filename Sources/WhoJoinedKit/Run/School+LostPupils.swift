/// Pupils whom the roster has lost: a list that was exported in part, or that broke off, makes nobody a stranger.
extension School {
    /// Puts back the pupils of the history's last rolls who stand in no list now, where a class or the school has lost
    /// more than a third and at least three, or where a list ends in the middle of a row. What they are is in doubt after
    /// the last day on which a list had them; lessons until then are judged as they were.
    mutating func restoreLostPupils(from history: History?, today: Day) throws(StoreError) {
        guard let history else { return }
        let rolls = try history.formerRolls().filter { !isOfFormerYear($0.day, today: today) }
        guard let newest = rolls.map(\.day).max(), !isOfFormerYear(newest, today: today) else { return }
        let known = KnownPupils(self)
        let isCut = problems.contains { $0.code == RosterTable.cutShort }
        func gone(_ roll: FormerRoll) -> [FormerRoll.Member] { roll.pupils.filter { !known.has($0) } }
        func isShrunk(_ lost: Int, of all: Int) -> Bool { lost >= 3 && 3 * lost > all }
        let lost = Set(rolls.flatMap(gone).map(\.id))
        if lost.isEmpty { return }
        let isWhole = isCut || isShrunk(lost.count, of: Set(rolls.flatMap(\.pupils).map(\.id)).count)
        let shrunk = rolls.filter { roll in
            let count = gone(roll).count
            return isWhole && count > 0 || isShrunk(count, of: roll.pupils.count)
        }
        if shrunk.isEmpty { return }
        let certain = try history.lastDaysOnRoll()
        for roll in shrunk {
            let members = gone(roll)
            for member in members { restore(member, to: roll, certain: certain[member.id]) }
            problems.append(shrinkage(roll, members.count))
        }
        indexRoster()
    }

    /// A long holiday lies between in which a school year ends: who is gone has left.
    private func isOfFormerYear(_ day: Day, today: Day) -> Bool {
        guard today.number - day.number > 28 else { return false }
        return [Day(year: today.year, month: 8, day: 1), Day(year: today.year, month: 1, day: 1)].contains {
            $0.map { day < $0 && $0 <= today } ?? false
        }
    }

    private mutating func restore(_ member: FormerRoll.Member, to roll: FormerRoll, certain: Day?) {
        let since = certain.map { $0 + 1 } ?? Day(number: 0)
        let pupil = place(of: member)
        roster.pupils[pupil].lostOn = since
        for code in classCodes(in: roll.classText) {
            let place = place(of: code)
            let isThere = roster.enrolments.contains { $0.pupil == pupil && $0.classIndex == place }
            if !isThere { roster.enrolments.append(Enrolment(pupil: pupil, classIndex: place)) }
        }
    }

    /// In the roster, made if there is none.
    mutating func place(of member: FormerRoll.Member) -> Pupil.Index {
        if let known = roster.pupils.typedIndices.first(where: { roster.pupils[$0].id == member.id }) { return known }
        roster.pupils.append(Pupil(former: member.id, name: member.name))
        return Pupil.Index(roster.pupils.count - 1)
    }

    mutating func place(of code: ClassCode) -> SchoolClass.Index {
        let known = roster.classes.typedIndices.first {
            roster.classes[$0].code.key == code.key || roster.classes[$0].aliases.contains(code.key)
        }
        if let known { return known }
        roster.classes.append(SchoolClass(id: "cls:\(code.text)", code: code, name: code.text))
        return SchoolClass.Index(roster.classes.count - 1)
    }

    private func shrinkage(_ roll: FormerRoll, _ count: Int) -> Problem {
        let lists = roster.pupilLists
        let (of, are) = ("\(count) of the \(roll.pupils.count) pupils", count == 1 ? "is" : "are")
        return Problem(
            lists.count == 1 ? lists[0] : "roster/", code: "roster-shrunk",
            "\(of) of \(PlainText.clean(roll.classText, limit: 60)) on \(roll.day.iso) \(are) missing in the roster now; nobody is accused or taken for a stranger because of that, and no letter goes to them",
            fix: "export the whole list again; give pupils who have left a leaving date for the first weeks")
    }
}

/// The pupils of the roster who have a place in it.
struct KnownPupils {
    private var ids: Set<PupilID> = []
    private var names: Set<String> = []

    /// - Parameter countsUndatedLeavers: who has left by a list without the day is known too.
    init(_ school: School, countsUndatedLeavers: Bool = true) {
        let placed = Set(school.roster.enrolments.map(\.pupil))
        for index in school.roster.pupils.typedIndices {
            let pupil = school.roster.pupils[index]
            let isUndated = pupil.leftOn == Day(number: 0)
            guard isUndated ? countsUndatedLeavers : placed.contains(index) || pupil.leftOn != nil else { continue }
            ids.insert(pupil.id)
            names.insert(PersonLookup.key(PlainText.shown(pupil.display.full)))
        }
    }

    /// By the id; a list without the numbers has the names.
    func has(_ member: FormerRoll.Member) -> Bool {
        ids.contains(member.id) || !member.name.isEmpty && names.contains(PersonLookup.key(member.name))
    }
}
