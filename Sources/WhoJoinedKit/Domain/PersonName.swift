/// A name as an MIS holds it; parts it does not have are empty.
struct PersonName: Hashable, Sendable {
    var given = ""
    var middle = ""
    var family = ""

    var full: String { given.isEmpty || family.isEmpty ? given + family : "\(given) \(family)" }
    var isEmpty: Bool { given.isEmpty && middle.isEmpty && family.isEmpty }
}
