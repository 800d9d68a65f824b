import HostSystem

@testable import WhoJoinedKit

/// `school.toml` with the keys of all rules, as the program reads it.
func readSettings(_ text: String) throws(SettingsRefusal) -> SchoolSettings {
    try readSettings(text, file: "school.toml", parameters: RuleBook.parameters)
}

func readSchool(at folder: HostPath) throws(SchoolRefusal) -> School {
    try readSchool(at: folder, parameters: RuleBook.parameters)
}
