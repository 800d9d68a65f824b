import DelimitedText

/// `hours.csv`: of each pupil who was expected, the minutes that were planned, that staff gave and that the pupil was
/// there; for a provision that is commissioned by the hour.
///
/// - Returns: `nil` where the school does not count hours, or nothing was planned.
func hoursTable(_ context: ReportContext) -> [UInt8]? {
    guard Preset(rawValue: context.school.settings.policy.preset)?.countsHours == true else { return nil }
    let hours = PupilHours.all(in: context)
    if hours.isEmpty { return nil }
    var writer = tableWriter(
        "class,id,name,sessions,planned_minutes,delivered_minutes,attended_minutes,sessions_that_cannot_tell")
    for pupil in hours {
        let seconds = [pupil.planned, pupil.delivered, pupil.attended]
        writer.write(
            [
                PlainText.clean(pupil.classText), context.pupilIDs[pupil.pupil], context.pupilNames[pupil.pupil],
                String(pupil.sessions),
            ] + seconds.map { String(roundedMinutes($0)) } + [String(pupil.dark)])
    }
    return writer.bytes
}

/// One pupil's hours in one class and week, in seconds.
private struct PupilHours {
    let classText: String
    let pupil: Pupil.Index
    var sessions = 0
    var planned = 0
    var delivered = 0
    var attended = 0
    /// Sessions of which it cannot be told whether the pupil was there.
    var dark = 0

    /// By class, then name.
    static func all(in context: ReportContext) -> [PupilHours] {
        struct Place: Hashable {
            let classText: String
            let pupil: Pupil.Index
        }
        var hours: [Place: PupilHours] = [:]
        for (index, judged) in context.result.sessions.enumerated() {
            guard let lesson = judged.session.lesson, judged.log.heldElsewhere.isEmpty,
                judged.session.hasData || !context.school.settings.isDayOff(judged.session.day)
            else { continue }
            let (staff, pupils) = judged.session.spans
            let delivered = Intervals(staff).clipped(to: lesson.interval).seconds
            for result in judged.results where judged.session.expected.hasSorted(result.pupil) {
                if result.status == .excused { continue }
                let text = context.classes.ownClass(of: result.pupil, inSession: index)
                let place = Place(classText: text, pupil: result.pupil)
                hours[place, default: PupilHours(classText: text, pupil: result.pupil)]
                    .add(result, judged, lesson, delivered, pupils[result.pupil] ?? [])
            }
        }
        return hours.values.sorted {
            ($0.classText, context.sortName($0.pupil), $0.pupil) < ($1.classText, context.sortName($1.pupil), $1.pupil)
        }
    }

    /// - Parameter spans: when the pupil was in the call.
    private mutating func add(
        _ result: PupilResult, _ judged: JudgedSession, _ lesson: Lesson, _ delivered: Int, _ spans: [Interval]
    ) {
        sessions += 1
        planned += lesson.interval.seconds
        let canTell = judged.session.hasData && judged.session.hasTimes && !judged.isDoubtful
        if canTell { self.delivered += delivered }
        guard canTell, result.status == .joined || result.status == .nonJoiner else {
            dark += 1
            return
        }
        attended += Intervals(spans).clipped(to: lesson.interval).seconds
    }
}

extension LinkedSession {
    /// When staff were in the call, and each pupil, of this class or another.
    fileprivate var spans: (staff: [Interval], pupils: [Pupil.Index: [Interval]]) {
        var (staff, pupils): ([Interval], [Pupil.Index: [Interval]]) = ([], [:])
        for index in entrants.typedIndices {
            let link = entrants[index].link
            switch link.outcome {
            case .staff: appendSpans(of: index, to: &staff)
            case .pupil, .otherClass:
                if let pupil = link.pupil { appendSpans(of: index, to: &pupils[pupil, default: []]) }
            default: continue
            }
        }
        return (staff, pupils)
    }
}
