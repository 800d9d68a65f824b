/// Reads a school's folder but for its inbox: settings, `roster/`, the timetable and the school's own files.
///
/// - Throws: when `school.toml` is wrong (`.settings`, exit 78) or there is no usable roster (`.noRoster`, exit 65).
///   Everything else that is wrong is in `School.problems`, and what can be read is read.
func readSchool(at folder: String) throws(SchoolRefusal) -> School {
    throw .noRoster([Problem("roster/", code: "not-written", "rosters cannot be read yet", fix: "wait")])
}

enum SchoolRefusal: Error, Sendable {
    case settings([Problem])
    case noRoster([Problem])
}
