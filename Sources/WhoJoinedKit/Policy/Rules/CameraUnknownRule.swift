/// Said once per session when no export of it knows anybody's camera; never counted as on or as off.
struct CameraUnknownRule: Rule {
    let id = RuleID.cameraUnknown
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: pupils must be visible"

    func findings(in context: RuleContext) -> [Finding] {
        let stays = context.session.entrants.lazy.flatMap(\.stays)
        guard stays.contains(where: { _ in true }),
            !stays.contains(where: { $0.stay.camera != .unknown || $0.stay.cameraSeconds != nil })
        else { return [] }
        return [context.finding(self, session: "The export does not record cameras, so nobody's camera can be told.")]
    }
}
