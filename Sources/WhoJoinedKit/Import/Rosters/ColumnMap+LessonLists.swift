extension ColumnMap {
    static let lessons = ColumnMap(
        name: "a lesson timetable",
        spellings: [
            (.teacher, ["Teacher", "Teacher Name", "Staff", "Staff Name"]),
            (.day, ["Day", "Day name", "Weekday"]),
            (.period, ["Period", "Period Name", "Lesson"]),
            (.room, ["Room", "Room Name"]),
            (.week, ["Week", "Timetable Week"]),
        ])
}
