/// Of each pupil the first lesson of each day that was certainly missed: what a family is asked about on the day itself.
struct FirstMisses: Sendable {
    struct Miss: Sendable, Hashable {
        /// Index into `WeekResult.sessions`.
        var session: Int
        var pupil: Pupil.Index
    }

    /// One for each pupil and day.
    private(set) var misses: Set<Miss> = []
    /// How many lessons of the same day were missed after it.
    private(set) var later: [Miss: Int] = [:]
    /// Pupils of whom it cannot be told whether they were in a lesson.
    private(set) var possible: Set<Pupil.Index> = []
    /// Misses that somebody has explained in notes.csv.
    private(set) var explained: Set<Miss> = []

    /// - Parameter days: lessons of these days that were over by the time of the run.
    init(_ result: WeekResult, in days: ClosedRange<Day>) {
        let notes = LessonNotes(result.school)
        var first: [Pupil.Index: [Day: Miss]] = [:]
        let sessions = result.sessions.indices.filter { index in
            let session = result.sessions[index].session
            return days.contains(session.day) && session.end <= result.now
        }
        .sorted { result.sessions[$0].session.start < result.sessions[$1].session.start }
        for index in sessions {
            let judged = result.sessions[index]
            for finding in judged.findings where finding.rule == .nonJoiner && finding.subject == .pupil {
                guard let pupil = finding.pupil, finding.audiences.contains(.parents),
                    !judged.pupilsNotAdmitted.contains(pupil)
                else { continue }
                let miss = Miss(session: index, pupil: pupil)
                if finding.isOnlyPossible {
                    possible.insert(pupil)
                } else if notes.explain(judged.session, pupil) {
                    explained.insert(miss)
                } else if let earlier = first[pupil]?[judged.session.day] {
                    later[earlier, default: 0] += 1
                } else {
                    first[pupil, default: [:]][judged.session.day] = miss
                }
            }
        }
        misses = Set(first.values.lazy.flatMap(\.values))
        possible.subtract(misses.map(\.pupil))
    }
}

/// What the host noted that explains why a pupil was not seen: a word about the pupil, or that a supply teacher held the
/// lesson, whose call may have been another.
private struct LessonNotes {
    private let records: RecordIndex?

    init(_ school: School) {
        records = school.records.notes.isEmpty ? nil : RecordIndex(school, matcher: Matcher(school), linked: [])
    }

    func explain(_ session: LinkedSession, _ pupil: Pupil.Index) -> Bool {
        (records?.notes(on: session) ?? []).contains { resolved in
            let note = resolved.note
            guard note.kind == .reason || note.kind == .incident, !note.text.isEmpty else { return false }
            return note.person.isEmpty ? speaksOfSupply(note.text) : resolved.pupil == pupil
        }
    }

    private func speaksOfSupply(_ text: String) -> Bool {
        let words = text.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
        return words.contains("supply") || words.contains("cover")
    }
}
