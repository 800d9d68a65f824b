extension ColumnMap {
    /// `roster/staff.csv` (`contract.md` §1).
    static let schoolStaff = ColumnMap(
        name: "the school's staff list",
        spellings: [
            (.staffCode, ["Staff Code", "Staff ID"]),
            (.personalMeetingID, ["Personal Meeting ID", "PMI"]),
        ])
}
