import Synchronization

/// Big values that a run need not give back piece by piece: the program ends with it, and the system takes all memory
/// at once.
enum Leftovers {
    private static let kept = Mutex<[any Sendable]>([])

    /// In the place of those of the run before.
    static func keep(_ values: any Sendable...) { kept.withLock { $0 = values } }
}
