extension ColumnMap {
    static let marks = ColumnMap(
        name: "attendance marks",
        spellings: [
            (.mark, ["Mark", "Marks", "Attendance Mark", "Attendance Code", "Mark Code"]),
            (.markDate, ["Mark date", "Attendance Date", "Session Date", "Date"]),
            (.half, ["AM/PM", "Session", "AMPM", "AM or PM"]),
        ])
}
