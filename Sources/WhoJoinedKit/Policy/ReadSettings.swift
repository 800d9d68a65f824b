/// Reads `school.toml` and its preset.
///
/// - Throws: all problems of the file (unknown keys with the nearest known one, impossible values), each with its line.
func readSettings(_ text: String, file: String) throws(SettingsRefusal) -> SchoolSettings {
    SchoolSettings()
}

struct SettingsRefusal: Error, Sendable {
    var problems: [Problem]
}
