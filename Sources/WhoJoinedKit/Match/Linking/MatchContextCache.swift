import Synchronization

/// Contexts made so far: a class has many lessons with the same roll.
final class MatchContextCache: Sendable {
    struct Key: Hashable {
        var pupils: [Pupil.Index]
        var classes: [ClassCode]
        /// How many changes of anybody's roll lie before: whoever is on roll on one day is on the other.
        var rollChanges: Int
        var kind: SessionKind
        var teachers: [StaffMember.Index]

        /// A roll is thirty numbers; its classes nearly always tell it from others.
        func hash(into hasher: inout Hasher) {
            hasher.combine(classes)
            hasher.combine(rollChanges)
            hasher.combine(pupils.count)
        }
    }
    private let made = Mutex<[Key: MatchContext]>([:])

    func context(for key: Key, make: () -> MatchContext) -> MatchContext {
        if let known = made.withLock({ $0[key] }) { return known }
        let context = make()
        made.withLock { $0[key] = context }
        return context
    }
}
