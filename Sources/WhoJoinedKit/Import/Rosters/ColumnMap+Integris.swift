extension ColumnMap {
    static let integris = ColumnMap(
        name: "RM Integris",
        spellings: [
            (.preferredGiven, ["Known Name", "Known As First Name"]),
            (.priority, ["Emergency ranking"]),
        ])
}
