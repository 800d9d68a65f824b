/// Somebody who was removed from a session and whom SLT has not cleared since: do not admit.
struct Hold: Sendable {
    /// `nil`: the note names somebody who is on no roll.
    var pupil: Pupil.Index?
    /// As the note has it.
    var person: String
    var day: Day
    /// As the note has it.
    var classText: String
    var classKeys: [String] { classCodes(in: classText).map(\.key) }
    /// The note's own words.
    var text: String
}

extension Hold {
    /// Removals up to the end of the week without a `cleared` line dated from the removal on; one per person, the
    /// latest. In no order.
    static func open(in result: WeekResult) -> [Hold] { open(in: result, until: result.week.sunday) }

    /// - Parameter last: `nil`: all removals there are.
    static func open(in result: WeekResult, until last: Day?) -> [Hold] {
        let records = result.school.records
        let removals = result.removals.filter { removal in
            last.map { removal.note.day <= $0 } ?? true && removal.staff == nil
        }
        var latest: [String: Hold] = [:]
        for removal in removals {
            let (note, person) = (removal.note, personKey(removal.note.person))
            let isCleared =
                records.followUps.contains {
                    $0.kind == .cleared && $0.pupil == removal.pupil && $0.day >= note.day
                } || records.isClearedByName(note)
            if isCleared { continue }
            let hold = Hold(
                pupil: removal.pupil, person: note.person, day: note.day,
                classText: note.classText, text: note.text)
            let key = removal.pupil.map { "p\($0.position)" } ?? person
            if latest[key].map({ $0.day <= hold.day }) ?? true { latest[key] = hold }
        }
        return Array(latest.values)
    }
}
