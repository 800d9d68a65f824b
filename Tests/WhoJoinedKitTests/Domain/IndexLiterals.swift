@testable import WhoJoinedKit

/// Tests write the places of their few people as numbers: `link.pupil == 2`.
extension TypedIndex: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Array {
    func firstTypedIndex(where isWanted: (Element) -> Bool) -> TypedIndex<Element>? {
        firstIndex(where: isWanted).map { TypedIndex($0) }
    }
}
