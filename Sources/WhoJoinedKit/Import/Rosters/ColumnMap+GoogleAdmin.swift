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

/// Accounts of people who have left are kept in units of their own.
func isUnitOfLeavers(_ path: String) -> Bool {
    let words = Set(path.split(separator: "/").flatMap { Header(String($0)).words })
    return !words.isDisjoint(with: [
        "leaver", "leavers", "left", "archive", "archived", "archives", "former", "alumni", "suspended", "deleted",
        "inactive", "disabled", "old", "graduated",
    ])
}

/// Accounts of rooms, devices and services, which are nobody's own, and of parents.
func isUnitOfThings(_ path: String) -> Bool {
    let words = Set(path.split(separator: "/").prefix(2).flatMap { Header(String($0)).words })
    return !words.isDisjoint(with: [
        "resource", "resources", "rooms", "devices", "chromebooks", "kiosk", "kiosks", "service", "services", "shared",
        "generic", "printers", "scanners", "test", "testing",
        "parents", "parent", "guardians", "families", "pta",
    ])
}

/// Year and registration group of a path such as `/Students/Year 9/9R`; staff are told by the first part.
func unitPath(_ path: String) -> (year: String?, group: String?, isStaff: Bool) {
    if path.isEmpty { return (nil, nil, false) }
    let parts = path.split(separator: "/").map { tidied(String($0)) }.filter { !$0.isEmpty }
    if parts.isEmpty { return (nil, nil, true) }
    var (year, group): (String?, String?) = (nil, nil)
    for part in parts.dropFirst() {
        if let number = schoolYear(part), number != part || Int(part) != nil || part == "R" {
            year = number
        } else {
            group = part
        }
    }
    let words = Set(parts.flatMap { Header($0).words })
    let ofAdults: Set<String> = [
        "staff", "teacher", "teachers", "teaching", "faculty", "admin", "office", "governors", "governor", "support",
        "employees", "adults", "ta", "tas", "leadership", "slt",
    ]
    let isStaff = !words.isDisjoint(with: ofAdults)
    return (year, group, isStaff)
}
