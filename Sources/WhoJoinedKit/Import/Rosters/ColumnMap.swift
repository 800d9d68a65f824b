/// The header spellings of one family of rosters: the only thing that flat layouts differ in.
struct ColumnMap: Sendable {
    var name: String
    var spellings: [(field: RosterField, headers: [String])]
}
