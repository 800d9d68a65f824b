/// All that a weekly rule may look at.
struct WeekContext: Sendable {
    let sessions: [JudgedSession]
    /// Their places by start, then key.
    let order: [Int]
    /// Sessions of earlier weeks.
    let past: [PastSession]
    let school: School
    let records: RecordIndex
    let week: Week

    init(_ sessions: [JudgedSession], past: [PastSession], records: RecordIndex, week: Week) {
        self.sessions = sessions
        order = sessions.indices.sorted {
            (sessions[$0].session.start, sessions[$0].session.key) < (
                sessions[$1].session.start, sessions[$1].session.key
            )
        }
        self.past = past.sortedByStart
        self.records = records
        self.week = week
        school = records.school
    }

    var policy: Policy { school.settings.policy }

    func finding(_ rule: any WeeklyRule, class text: String, seconds: Int, detail: String) -> Finding {
        finding(rule, .class, name: text, classText: text, seconds: seconds, detail: detail, evidence: [])
    }

    func finding(
        _ rule: any WeeklyRule, pupil: Pupil.Index, classText: String, seconds: Int?, detail: String,
        evidence: [Evidence]
    ) -> Finding {
        finding(
            rule, .pupil, pupil: pupil, name: school.roster.pupils[pupil].display.full, classText: classText,
            seconds: seconds, detail: detail,
            evidence: evidence)
    }

    private func finding(
        _ rule: any WeeklyRule, _ subject: Finding.Subject, pupil: Pupil.Index? = nil, name: String, classText: String,
        seconds: Int?, detail: String, evidence: [Evidence]
    ) -> Finding {
        Finding(
            rule: rule.id, severity: rule.severity, audiences: rule.audiences, subject: subject, session: "",
            day: week.monday, start: nil,
            classText: classText, pupil: pupil, name: name, minutes: seconds.map(roundedMinutes), detail: detail,
            evidence: evidence)
    }
}
