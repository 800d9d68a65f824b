/// A rung of the school's ladder of following up (policy W 6.6).
enum FollowUpStep: String, Sendable, Comparable {
    case checkIn = "check in"
    case firstMiss = "first miss"
    case repeated
    case support
    case sltCall = "SLT call"
    case homeVisit = "home visit"

    private static let order: [FollowUpStep] = [.checkIn, .firstMiss, .repeated, .support, .sltCall, .homeVisit]
    static func < (a: FollowUpStep, b: FollowUpStep) -> Bool { order.firstIndex(of: a)! < order.firstIndex(of: b)! }
}
