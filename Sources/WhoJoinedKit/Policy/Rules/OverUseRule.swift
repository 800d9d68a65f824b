/// A class over the policy's weekly minutes of video; a pupil alone only if none of the pupil's classes is over.
struct OverUseRule: WeeklyRule {
    let id = RuleID.overUse
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: do not over-use"

    static let minutesPerWeek = Parameter<Minutes>(.rule(.overUse), "minutes-per-week", default: 600, range: 0...10_080)
    let parameters: [any AnyParameter] = [minutesPerWeek]

    func findings(in context: WeekContext) -> [Finding] {
        let limit = context.policy[Self.minutesPerWeek].seconds
        let pupils = context.school.roster.pupils
        var byPupil = SideTable(for: pupils, repeating: 0)
        var byClass: [String: ClassUse] = [:]
        for index in context.order where context.sessions[index].session.kind.isForPupils {
            for time in context.sessions[index].timesInCall { byPupil[time.pupil] += time.seconds }
            for code in context.sessions[index].session.classes {
                byClass[code.key, default: ClassUse(text: code.text, pupils: pupils)].add(
                    context.sessions[index], code, context)
            }
        }
        let over = byClass.filter { $0.value.seconds > limit }
        let found = over.sorted { $0.key < $1.key }.map { _, use in
            context.finding(
                self, class: use.text, seconds: use.seconds,
                detail: detail(use.seconds, limit, "of video lessons this week"))
        }
        return found
            + byPupil.typedIndices.filter { pupil in byPupil[pupil] > limit && !over.contains { $0.value.pupils[pupil] }
            }.map {
                pupil in
                let own = context.school.classes(of: pupil, on: context.week.monday + 4).first?.text ?? ""
                let detail = detail(byPupil[pupil], limit, "in video lessons this week")
                return context.finding(
                    self, pupil: pupil, classText: own, seconds: byPupil[pupil], detail: detail, evidence: [])
            }
    }

    /// A class's lessons: from when its first pupil came to when the last left.
    private struct ClassUse {
        let text: String
        var seconds = 0
        /// For each pupil of the roster: was in one of the lessons as a pupil of the class.
        var pupils: SideTable<Pupil, Bool>

        init(text: String, pupils: [Pupil]) {
            (self.text, self.pupils) = (text, SideTable(for: pupils, repeating: false))
        }

        mutating func add(_ judged: JudgedSession, _ code: ClassCode, _ context: WeekContext) {
            let isOnly = judged.session.classes.count == 1
            let roll = isOnly ? judged.session.enrolled : context.school.roll(of: [code], on: judged.session.day)
            var (first, last): (Instant?, Instant?)
            // Both ascend.
            var position = 0
            for time in judged.timesInCall {
                while position < roll.count, roll[position] < time.pupil { position += 1 }
                guard position < roll.count, roll[position] == time.pupil else { continue }
                pupils[time.pupil] = true
                if let joined = time.first { first = min(first ?? joined, joined) }
                if let left = time.last { last = max(last ?? left, left) }
            }
            if let first, let last { seconds += last - first }
        }
    }

    private func detail(_ seconds: Int, _ limit: Int, _ what: String) -> String {
        let extra = seconds % 60 == 0 ? "" : " \(seconds % 60) s"
        return "\(seconds / 60) min\(extra) \(what); the policy's limit is \(limit / 60) min."
    }
}
