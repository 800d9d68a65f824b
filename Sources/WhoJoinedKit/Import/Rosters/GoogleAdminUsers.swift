extension ColumnMap {
    /// The account list of the Google Admin console. It has no contacts; class and year stand in the unit path, by a
    /// school's habit.
    static let googleAdmin = ColumnMap(
        name: "Google Admin",
        spellings: [
            (.misID, ["Employee ID"]),
            (.unitPath, ["Org Unit Path"]),
        ])
}

/// Year and registration group of a path such as `/Students/Year 9/9R`; staff are told by the first part.
func unitPath(_ path: String) -> (year: String?, group: String?, isStaff: Bool) {
    if path.isEmpty { return (nil, nil, false) }
    let parts = path.split(separator: "/").map { tidied(String($0)) }.filter { !$0.isEmpty }
    guard let first = parts.first else { return (nil, nil, false) }
    var (year, group): (String?, String?) = (nil, nil)
    for part in parts.dropFirst() {
        if let number = schoolYear(part), number != part || Int(part) != nil || part == "R" {
            year = number
        } else {
            group = part
        }
    }
    return (year, group, first.lowercased() == "staff")
}
