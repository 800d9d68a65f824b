/// A pupil in a class, from the first to the last day, both inclusive.
struct Enrolment: Sendable {
    typealias Index = TypedIndex<Enrolment>

    var pupil: Pupil.Index
    var classIndex: SchoolClass.Index
    var from: Day?
    var to: Day?

    func isCurrent(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}
