@testable import WhoJoinedKit

/// Reads rosters written in a test.
func readRoster(_ files: (name: String, text: String)..., asOf: String = "2026-10-12", columns: [String: String] = [:])
    throws(RosterRefusal) -> RosterDocument
{
    let found = files.map { RosterFile(name: $0.name, bytes: Array($0.text.utf8)) }
    return try readRosterDocument(found, RosterReading(asOf: Day(iso: asOf), columns: columns))
}

func readRoster(_ text: String, asOf: String = "2026-10-12", columns: [String: String] = [:]) throws(RosterRefusal)
    -> RosterDocument
{
    try readRoster(("list.csv", text), asOf: asOf, columns: columns)
}

extension RosterDocument {
    func pupil(_ key: String) -> Pupil? { pupils.first { $0.pupil.key == key }?.pupil }
    var noticeTexts: [String] { notices.map { "\($0.code) \($0.ref)" } }
    var enrolmentTexts: [String] { enrolments.map { "\($0.classID) \($0.pupil)" } }
    var problemTexts: [String] { problems.map { "\($0.file):\($0.line ?? 0): \($0.what)" } }
}
