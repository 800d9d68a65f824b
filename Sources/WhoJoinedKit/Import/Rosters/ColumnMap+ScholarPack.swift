extension ColumnMap {
    /// Contacts are stored per pupil: siblings have copies of their parents.
    static let scholarPack = ColumnMap(
        name: "ScholarPack",
        spellings: [
            (.registrationGroup, ["Form Group"]),
            (.priority, ["Contact Order", "SOS Priority"]),
            (.responsibility, ["Responsibility"]),
        ])
}
