/// A class over the policy's weekly minutes of video; a pupil alone only if none of the pupil's classes is over.
struct OverUseRule: WeeklyRule {
    let id = RuleID.overUse
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: do not over-use"

    func findings(in context: WeekContext) -> [Finding] {
        let limit = Int(context.policy.number(id, "minutes-per-week") * 60)
        var byClass: [String: (text: String, seconds: Int)] = [:]
        var byPupil: [Int: Int] = [:]
        var classesOfPupil: [Int: Set<String>] = [:]
        for judged in context.sessions where judged.session.kind.isForPupils && judged.session.hasData {
            for time in judged.timesInCall { byPupil[time.pupil, default: 0] += time.seconds }
            let codes = judged.session.classes
            for code in codes {
                // Of one class the roll is at hand: whoever of its pupils may have been in the call.
                let roll = Set(codes.count == 1 ? judged.session.enrolled : context.school.roll(of: [code], on: judged.session.day))
                let own = judged.timesInCall.filter { roll.contains($0.pupil) }
                let key = code.key
                for time in own { classesOfPupil[time.pupil, default: []].insert(key) }
                var seconds = 0
                if let first = own.compactMap(\.first).min(), let last = own.compactMap(\.last).max() { seconds = last - first }
                byClass[key] = (byClass[key]?.text ?? code.text, (byClass[key]?.seconds ?? 0) + seconds)
            }
        }
        var found: [Finding] = []
        let over = byClass.filter { $0.value.seconds > limit }
        for (_, use) in over.sorted(by: { $0.key < $1.key }) {
            found.append(context.finding(self, class: use.text, seconds: use.seconds, detail: detail(use.seconds, limit, "of video lessons this week")))
        }
        for (pupil, seconds) in byPupil.sorted(by: { $0.key < $1.key }) where seconds > limit {
            guard (classesOfPupil[pupil] ?? []).isDisjoint(with: over.keys) else { continue }
            let own = context.school.classes(of: pupil, on: context.week.monday + 4).first?.text ?? ""
            found.append(
                context.finding(self, pupil: pupil, classText: own, seconds: seconds, detail: detail(seconds, limit, "in video lessons this week"), evidence: []))
        }
        return found
    }

    private func detail(_ seconds: Int, _ limit: Int, _ what: String) -> String {
        let extra = seconds % 60 == 0 ? "" : " \(seconds % 60) s"
        return "\(seconds / 60) min\(extra) \(what); the policy's limit is \(limit / 60) min."
    }
}
