extension ColumnMap {
    /// Names of the Wonde API and of its flat mappings.
    static let wonde = ColumnMap(
        name: "Wonde",
        spellings: [
            (.misID, ["mis_id"]),
            (.year, ["year_name", "year_code"]),
            (.registrationGroup, ["registration_name", "registration_code", "form_group"]),
            (.isLeaver, ["is_leaver", "Leaver"]),
        ])
}
