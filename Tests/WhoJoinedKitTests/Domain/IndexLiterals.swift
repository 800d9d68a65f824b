@testable import WhoJoinedKit

/// Tests write the places of their few people as numbers: `link.pupil == 2`.
extension TypedIndex: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
