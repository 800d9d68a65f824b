extension ColumnMap {
    /// Independent schools: often without UPN. `School Code` may change, so any of these ids may stand for the person.
    static let iSAMS = ColumnMap(
        name: "iSAMS",
        spellings: [
            (.misID, ["School ID", "School Code"]),
            (.registrationGroup, ["Form/Tutor Group"]),
            (.pupilEmail, ["School Email Address"]),
        ])
}
