/// A session whose exports do not show the lesson that was expected, or show another class's.
///
/// Nobody is missing from it in any preset; the rule only says so.
struct DoubtfulSessionRule: Rule {
    let id = RuleID.doubtfulSession
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .teacher]
    let source = "A: administrator checks the log of all scheduled meetings; nobody is accused on doubtful data"

    /// Rules that ask what pupils did in a lesson.
    static let leftOut: Set<RuleID> = [
        .nonJoiner, .late, .leftEarly, .shortStay, .cameAndWent, .cameraOff, .noAgreement,
    ]

    func findings(in context: RuleContext) -> [Finding] {
        if context.doubts.isEmpty { return [] }
        return [
            context.finding(
                self,
                session: "\(context.doubts.map(\.sentence).joined(separator: "; ")). Nobody is counted as missing."
                    .sentence,
                evidence: [])
        ]
    }
}

extension String {
    /// With a capital letter at its beginning.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
