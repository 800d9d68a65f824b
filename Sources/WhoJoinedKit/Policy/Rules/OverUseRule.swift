/// A class over the policy's weekly minutes of video; a pupil alone only if none of the pupil's classes is over.
struct OverUseRule: WeeklyRule {
    let id = RuleID.overUse
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: do not over-use"

    func findings(in context: WeekContext) -> [Finding] {
        let limit = Int(context.policy.number(id, "minutes-per-week") * 60)
        var byClass: [String: (text: String, seconds: Int)] = [:]
        var byPupil = Array(repeating: 0, count: context.school.roster.pupils.count)
        for index in context.order where isLesson(context.sessions[index].session) {
            for time in context.sessions[index].timesInCall { byPupil[time.pupil] += time.seconds }
            for code in context.sessions[index].session.classes {
                let own = times(of: code, in: context.sessions[index], context)
                var seconds = 0
                if let first = own.lazy.compactMap(\.first).min(), let last = own.lazy.compactMap(\.last).max() { seconds = last - first }
                let sum = byClass[code.key]
                byClass[code.key] = (sum?.text ?? code.text, (sum?.seconds ?? 0) + seconds)
            }
        }
        let over = byClass.filter { $0.value.seconds > limit }
        let found = over.sorted { $0.key < $1.key }.map { _, use in
            context.finding(self, class: use.text, seconds: use.seconds, detail: detail(use.seconds, limit, "of video lessons this week"))
        }
        let pupils = byPupil.indices.filter { byPupil[$0] > limit }
        if pupils.isEmpty { return found }
        let ofOver = self.pupils(ofClasses: Set(over.keys), context)
        return found
            + pupils.filter { !ofOver[$0] }.map { pupil in
                let own = context.school.classes(of: pupil, on: context.week.monday + 4).first?.text ?? ""
                let detail = detail(byPupil[pupil], limit, "in video lessons this week")
                return context.finding(self, pupil: pupil, classText: own, seconds: byPupil[pupil], detail: detail, evidence: [])
            }
    }

    private func isLesson(_ session: Session) -> Bool { session.kind.isForPupils && session.hasData }

    /// The pupils of one class of the session who were in the call.
    private func times(of code: ClassCode, in judged: JudgedSession, _ context: WeekContext) -> [TimeInCall] {
        let isOnly = judged.session.classes.count == 1
        let roll = isOnly ? judged.session.enrolled : context.school.roll(of: [code], on: judged.session.day)
        // Both ascend.
        var place = 0
        return judged.timesInCall.filter { time in
            while place < roll.count, roll[place] < time.pupil { place += 1 }
            return place < roll.count && roll[place] == time.pupil
        }
    }

    /// Pupils who were in a lesson of one of these classes as its pupils.
    /// - Returns: for each pupil of the roster.
    private func pupils(ofClasses keys: Set<String>, _ context: WeekContext) -> [Bool] {
        var pupils = Array(repeating: false, count: context.school.roster.pupils.count)
        for judged in context.sessions where isLesson(judged.session) {
            for code in judged.session.classes where keys.contains(code.key) {
                for time in times(of: code, in: judged, context) { pupils[time.pupil] = true }
            }
        }
        return pupils
    }

    private func detail(_ seconds: Int, _ limit: Int, _ what: String) -> String {
        let extra = seconds % 60 == 0 ? "" : " \(seconds % 60) s"
        return "\(seconds / 60) min\(extra) \(what); the policy's limit is \(limit / 60) min."
    }
}
