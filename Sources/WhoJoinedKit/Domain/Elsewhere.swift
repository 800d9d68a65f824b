/// Another session of the school at the time of a pupil's own, in whose call the pupil was.
struct Elsewhere: Hashable, Sendable {
    var classText: String
    /// Decided, not one of several whom an entrant may be.
    var isCertain: Bool
}
