extension [LinkedSession] {
    /// Notes with each session which of its expected pupils were in another's call at that time.
    mutating func noteWhoIsElsewhere(of pupils: [Pupil]) {
        for day in Dictionary(grouping: indices, by: { self[$0].day }).values where day.count > 1 {
            noteWhoIsElsewhere(among: day, of: pupils)
        }
    }

    private struct Appearance {
        let session: Int
        let entrant: LinkedEntrant.Index
        let isCertain: Bool
    }

    private mutating func noteWhoIsElsewhere(among day: [Int], of pupils: [Pupil]) {
        var appearances = SideTable<Pupil, [Appearance]>(for: pupils, repeating: [])
        for position in day where !self[position].classText.isEmpty {
            for index in self[position].entrants.typedIndices {
                let link = self[position].entrants[index].link
                for pupil in link.pupilsInCall {
                    appearances[pupil].append(
                        Appearance(session: position, entrant: index, isCertain: link.outcome != .ambiguous))
                }
            }
        }
        for position in day {
            let span = self[position].timetabled
            for pupil in self[position].expected {
                // By their positions: a session is dozens of references to hold and let go of.
                let others = appearances[pupil].filter { seen in
                    seen.session != position
                        && self[seen.session].entrants[seen.entrant].stays.contains {
                            self[seen.session].span(of: $0)?.overlaps(span) ?? false
                        }
                }
                guard let seen = others.first(where: \.isCertain) ?? others.first else { continue }
                self[position].elsewhere[pupil] = Elsewhere(
                    classText: self[seen.session].classText, isCertain: seen.isCertain)
            }
        }
    }
}

extension LinkedSession {
    /// The lesson's time by the timetable, else from its start to its end.
    var timetabled: Interval { lesson?.interval ?? Interval(start, max(end, start + 1)) }
}

extension Link {
    /// The decided pupil, of this class or another; else those of whom the entrant may be one.
    fileprivate var pupilsInCall: [Pupil.Index] {
        switch outcome {
        case .pupil, .otherClass: [pupil].compactMap(\.self)
        case .ambiguous: candidates
        default: []
        }
    }
}
