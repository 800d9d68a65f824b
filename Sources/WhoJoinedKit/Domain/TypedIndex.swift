/// The place of an element in the one list of its kind: `Pupil.Index` into `Roster.pupils`, `StaffMember.Index` into
/// `Roster.staff` … A pupil's place can be given for a member of staff's no more than a name for a date.
struct TypedIndex<Element>: Hashable, Comparable, Sendable {
    /// From 0.
    let position: Int

    init(_ position: Int) { self.position = position }

    static func < (a: TypedIndex, b: TypedIndex) -> Bool { a.position < b.position }
}

extension Array {
    subscript(index: TypedIndex<Element>) -> Element {
        get { self[index.position] }
        set { self[index.position] = newValue }
    }

    /// The places of all elements, in their order.
    var typedIndices: some Sequence<TypedIndex<Element>> { indices.lazy.map { TypedIndex($0) } }
}
