/// An export is told by its name and its content: a name alone is used again and again (`participants.csv`).
struct ExportID: Hashable, Sendable, Comparable {
    var name: String
    var sha256: String

    static func < (a: ExportID, b: ExportID) -> Bool { (a.name, a.sha256) < (b.name, b.sha256) }
}
