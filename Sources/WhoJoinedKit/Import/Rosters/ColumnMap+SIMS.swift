extension ColumnMap {
    /// SIMS reports are designed per school, so there is no standard set; these were seen.
    static let sims = ColumnMap(
        name: "SIMS",
        spellings: [
            (.admissionNumber, ["adno", "Adm No"]),
            (.registrationGroup, ["Reg"]),
            (.primaryEmail, ["Primary Email"]),
            (.salutation, ["Parental Salutation"]),
        ])
}
