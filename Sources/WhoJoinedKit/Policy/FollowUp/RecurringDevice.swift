/// An unnamed device that is there week after week, while the same pupil is always missing: offered for settling, so
/// that it hides nobody for ever.
struct RecurringDevice: Sendable {
    let classText: String
    /// As it is shown.
    let name: String
    /// Lessons in which it was.
    let lessons: Int
    let weeks: Int
    /// Of one family: who was seen in none of these lessons.
    let pupils: [Pupil.Index]

    /// A week or two may be chance.
    static let fewestWeeks = 3
    /// So far back is looked.
    static let weeksBack = 8

    /// By class and name.
    static func all(in result: WeekResult) -> [RecurringDevice] {
        let found = sightings(in: result)
        if found.isEmpty { return [] }
        let weeks = weeksWithLessons(result)
        let book = FamilyBook(result.school)
        return found.sorted { ($0.key.classText, $0.key.name) < ($1.key.classText, $1.key.name) }.compactMap {
            key, sightings in
            let own = Set(sightings.map(\.week))
            let last = (weeks[key.classText] ?? []).sorted().suffix(fewestWeeks)
            guard last.count == fewestWeeks, last.allSatisfy(own.contains) else { return nil }
            let missing = Set(sightings.flatMap(\.missing)).filter { pupil in
                sightings.count { $0.missing.contains(pupil) } >= fewestWeeks
                    && !sightings.contains { $0.seen.contains(pupil) }
            }
            guard !missing.isEmpty, Set(missing.map { book.familyOf[$0] }).count == 1 else { return nil }
            return RecurringDevice(
                classText: key.classText, name: key.name, lessons: sightings.count, weeks: own.count,
                pupils: missing.sorted())
        }
    }

    func isMeant(_ name: String, in session: LinkedSession) -> Bool {
        session.classText == classText && PlainText.clean(name) == self.name
    }

    private struct Key: Hashable {
        let classText: String
        let name: String
    }

    private struct Sighting {
        let week: Week
        let missing: Set<Pupil.Index>
        let seen: Set<Pupil.Index>

        init(_ week: Week, _ statuses: some Sequence<(Pupil.Index?, PupilStatus)>) {
            self.week = week
            let known = statuses.compactMap { pupil, status in pupil.map { ($0, status) } }
            missing = Set(known.filter { $0.1 == .possible || $0.1 == .nonJoiner }.map(\.0))
            seen = Set(known.filter { $0.1 == .joined }.map(\.0))
        }
    }

    /// Of this week's open devices, in this week and in those before.
    private static func sightings(in result: WeekResult) -> [Key: [Sighting]] {
        var found: [Key: [Sighting]] = [:]
        for judged in result.sessions where result.school.expectsPupils(in: judged.session) && !judged.isDoubtful {
            let names = judged.session.entrants.filter {
                $0.link.outcome == .unnamed && $0.link.decidedBy == nil && !$0.link.isProgramme && !$0.stays.isEmpty
            }.map { PlainText.clean($0.displayName.text) }
            for name in Set(names) where !name.isEmpty {
                found[Key(classText: judged.session.classText, name: name), default: []].append(
                    Sighting(result.week, judged.results.lazy.map { ($0.pupil, $0.status) }))
            }
        }
        if found.isEmpty { return found }
        for past in result.past where past.isScheduled {
            for name in result.earlier.unnamed[past.key] ?? [] {
                let key = Key(classText: past.classText, name: name)
                guard found[key] != nil else { continue }
                let statuses = past.statuses.map { (result.school.pupilsByID[$0.0], $0.1) }
                found[key]?.append(Sighting(past.day.week, statuses))
            }
        }
        return found
    }

    private static func weeksWithLessons(_ result: WeekResult) -> [String: Set<Week>] {
        var weeks: [String: Set<Week>] = [:]
        for past in result.past where past.isScheduled { weeks[past.classText, default: []].insert(past.day.week) }
        for judged in result.sessions where judged.session.hasData {
            weeks[judged.session.classText, default: []].insert(result.week)
        }
        return weeks
    }
}
