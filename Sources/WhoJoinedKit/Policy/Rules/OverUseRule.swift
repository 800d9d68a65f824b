/// A class over the policy's weekly minutes of video; a pupil alone only if none of the pupil's classes is over.
struct OverUseRule: WeeklyRule {
    let id = RuleID.overUse
    let severity = Severity.followUp
    let audiences: Set<Finding.Audience> = [.slt]
    let source = "A: do not over-use"

    func findings(in context: WeekContext) -> [Finding] {
        let limit = Int(context.policy.number(id, "minutes-per-week") * 60)
        var byClass: [String: (text: String, seconds: Int)] = [:]
        var byPupil: [Int: Int] = [:]
        var classesOfPupil: [Int: Set<String>] = [:]
        for judged in context.sessions where judged.session.kind.isForPupils && judged.session.hasData {
            let session = judged.session
            let presence = Presence(session, notes: [], zone: context.school.settings.zone)
            for (pupil, spans) in presence.pupils { byPupil[pupil, default: 0] += spans.seconds }
            for code in session.classes {
                let roll = Set(context.school.roll(of: [code], on: session.day))
                for pupil in roll where presence.pupils[pupil] != nil { classesOfPupil[pupil, default: []].insert(code.key) }
                let hull = Intervals(presence.pupils.filter { roll.contains($0.key) }.flatMap(\.value.spans)).hull
                byClass[code.key] = (byClass[code.key]?.text ?? code.text, (byClass[code.key]?.seconds ?? 0) + (hull?.seconds ?? 0))
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
