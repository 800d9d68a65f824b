/// The place of an element in the one list of its kind: `Pupil.Index` into `Roster.pupils`, `StaffMember.Index` into
/// `Roster.staff` … A pupil's place cannot be given where a member of staff's is wanted.
struct TypedIndex<Element>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// From 0.
    let position: Int

    init(_ position: Int) { self.position = position }

    var description: String { "\(position)" }

    static func < (a: TypedIndex, b: TypedIndex) -> Bool { a.position < b.position }
}

extension Array {
    subscript(index: TypedIndex<Element>) -> Element {
        get { self[index.position] }
        _modify { yield &self[index.position] }
    }

    /// The places of all elements, in their order.
    var typedIndices: some Sequence<TypedIndex<Element>> { indices.lazy.map { TypedIndex($0) } }

    /// Every element with its place.
    func indexed() -> some Sequence<(TypedIndex<Element>, Element)> { zip(typedIndices, self) }

    /// Where the next element will stand.
    var endTypedIndex: TypedIndex<Element> { TypedIndex(count) }
}

/// One value for each element of a list, kept beside it: the name to print for each of `Roster.pupils`.
struct SideTable<Element, Value> {
    private(set) var values: [Value] = []

    init(values: [Value] = []) { self.values = values }

    init(for elements: [Element], _ value: (Element) -> Value) {
        // By their places: a pupil is dozens of texts to copy.
        values = elements.indices.map { value(elements[$0]) }
    }

    init(for elements: [Element], repeating value: Value) { values = Array(repeating: value, count: elements.count) }

    subscript(index: TypedIndex<Element>) -> Value {
        get { values[index.position] }
        _modify { yield &values[index.position] }
    }

    var typedIndices: some Sequence<TypedIndex<Element>> { values.indices.lazy.map { TypedIndex($0) } }

    /// For the element that is appended to the list.
    mutating func append(_ value: Value) { values.append(value) }
}

extension SideTable: Sendable where Value: Sendable {}
