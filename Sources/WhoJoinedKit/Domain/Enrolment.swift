/// A pupil in a class, from the first to the last day, both inclusive.
struct Enrolment: Sendable {
    typealias Index = TypedIndex<Enrolment>

    var pupil: Pupil.Index
    var classIndex: SchoolClass.Index
    var from: Day?
    var to: Day?
    /// An older list has it, and a newer one that has part of the class has the pupil in another.
    var isInDoubt = false

    func isCurrent(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}
