extension ColumnMap {
    /// `roster/staff.csv`, the school's own list.
    static let schoolStaff = ColumnMap(
        name: "the school's staff list",
        spellings: [
            (.staffCode, ["Staff Code", "Staff ID"]),
            (.personalMeetingID, ["Personal Meeting ID", "PMI"]),
        ])
}
