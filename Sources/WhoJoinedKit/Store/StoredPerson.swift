/// Somebody under one id and one name, as the history keeps them. By reference, for many findings mean the same pupil.
final class StoredPerson: Hashable, Sendable {
    enum Kind: String, Sendable { case pupil, staff }

    let kind: Kind
    /// The id as the program compares it.
    let code: String
    /// The id as the cells of lists have it.
    let printed: String
    let name: String

    init(kind: Kind, code: String, printed: String, name: String) {
        (self.kind, self.code, self.printed, self.name) = (kind, code, printed, name)
    }

    /// A pupil of whom no more than the id is known.
    convenience init(pupil id: PupilID) {
        self.init(kind: .pupil, code: id.text, printed: storedCell(PlainText.clean(id.text)), name: "")
    }

    static func == (a: StoredPerson, b: StoredPerson) -> Bool {
        a === b
            || a.kind == b.kind && ExactText(a.code) == ExactText(b.code)
                && ExactText(a.printed) == ExactText(b.printed) && ExactText(a.name) == ExactText(b.name)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(name)
    }

    func add(to sum: inout RowSum) {
        for text in [kind.rawValue, code, printed, name] { sum.add(text) }
    }
}

/// The people of a school as the history keeps them, each made once.
struct PersonBook: Sendable {
    let pupils: SideTable<Pupil, StoredPerson>
    let staff: SideTable<StaffMember, StoredPerson>
    private let byID: [PupilID: StoredPerson]

    init(_ roster: Roster) {
        pupils = SideTable(for: roster.pupils) {
            StoredPerson(
                kind: .pupil, code: $0.id.text, printed: storedCell(PlainText.clean($0.id.text)),
                name: storedCell(PlainText.shown($0.display.full)))
        }
        staff = SideTable(for: roster.staff) {
            let code = storedCell(PlainText.clean($0.code))
            return StoredPerson(kind: .staff, code: code, printed: code, name: storedCell(PlainText.shown($0.full)))
        }
        byID = Dictionary(
            pupils.typedIndices.map { [pupils] in (roster.pupils[$0].id, pupils[$0]) }, uniquingKeysWith: { a, _ in a })
    }

    func pupil(_ id: PupilID) -> StoredPerson { byID[id] ?? StoredPerson(pupil: id) }
}
