/// Pupils and unknown entrants who did not come through the waiting room; once for the session when nobody did.
///
/// Cannot tell: without the export's column. A return need not wait again, staff never.
struct WaitingRoomRule: Rule {
    let id = RuleID.waitingRoom
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: pupils are admitted from the waiting room"

    func canTell(in context: RuleContext) -> Bool? {
        context.hasWholeExport && context.session.exports.allSatisfy(\.abilities.waitingRoom)
    }

    func findings(in context: RuleContext) -> [Finding] {
        let session = context.session
        guard session.exports.contains(where: \.abilities.waitingRoom) else { return [] }
        let unknown = context.entrants(.unnamed, .ambiguous, .uninvited)
        guard !context.pupilsInCall.isEmpty || !unknown.isEmpty else { return [] }
        guard session.entrants.contains(where: { !$0.waiting.isEmpty }) else {
            return [context.finding(self, session: "Nobody came through the waiting room: it was not in use.")]
        }
        var found: [Finding] = []
        for pupil in context.pupilsInCall where cameStraightIn(context.presence.entrants(of: pupil), session) {
            found.append(
                context.finding(self, pupil: pupil, detail: "Came in without having been in the waiting room."))
        }
        for index in unknown where cameStraightIn([index], session) {
            found.append(
                context.finding(self, entrant: index, detail: "Came in without having been in the waiting room."))
        }
        return found
    }

    private func cameStraightIn(_ indices: ArraySlice<LinkedEntrant.Index>, _ session: LinkedSession) -> Bool {
        let stays = indices.flatMap { session.entrants[$0].stays }
        let waiting = indices.flatMap { session.entrants[$0].waiting }
        let first = stays.min { ($0.stay.joined?.seconds ?? Int.max) < ($1.stay.joined?.seconds ?? Int.max) }
        guard let first, let entered = first.stay.joined, session.exports[first.export].abilities.waitingRoom else {
            return false
        }
        return !waiting.contains { ($0.stay.joined ?? entered) <= entered }
    }
}
