/// The meeting's ID is the Personal Meeting ID of a member of staff.
struct PersonalMeetingIDRule: Rule {
    let id = RuleID.personalMeetingID
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: Personal Meeting ID disabled, never shared"

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? {
        context.session.meetingID != nil
            && context.school.roster.staff.contains { !($0.personalMeetingID ?? "").isEmpty }
    }

    func findings(in context: RuleContext) -> [Finding] {
        let owners = Set(
            context.session.exports.compactMap(\.meetingID).compactMap(context.records.staff(withMeetingID:))
        ).sorted()
        guard !owners.isEmpty else { return [] }
        let names = owners.map { context.school.roster.staff[$0].shownName }.joined(separator: ", ")
        return [context.finding(self, session: "The meeting has the Personal Meeting ID of \(names).")]
    }
}
