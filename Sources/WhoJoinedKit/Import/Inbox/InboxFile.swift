import HostSystem

/// One file of the inbox and what was read from it.
struct InboxFile: Sendable {
    /// Relative to the inbox, as messages and reports name it.
    let name: String
    let stamp: FileStamp
    let sha256: String
    let problems: [Problem]
    let isUsable: Bool
    /// The name of the file with the same bytes that stands for this one too.
    private(set) var sameAs: String?
    /// What was read from it, or from the file with the same bytes; `nil` when it cannot be used, or when that one is
    /// known and was not read.
    private(set) var export: MeetingExport?
    /// The days on which the export shows somebody.
    private(set) var days: ClosedRange<Day>?

    /// A file that can be used.
    init(_ name: String, _ stamp: FileStamp, sha256: String, _ export: MeetingExport, zone: SchoolZone) {
        (self.name, self.stamp, self.sha256, isUsable) = (name, stamp, sha256, true)
        (problems, self.export, days) = (export.problems, export, export.days(in: zone))
    }

    /// A file that cannot.
    init(_ name: String, _ stamp: FileStamp, sha256: String = "", unusable problems: [Problem]) {
        (self.name, self.stamp, self.sha256, self.problems, isUsable) = (name, stamp, sha256, problems, false)
    }

    var id: ExportID { ExportID(name: name, sha256: sha256) }
    var siblingOrders: [SiblingOrder] { export?.siblingOrders ?? [] }

    /// Another file with the same bytes stands for this one.
    mutating func refer(to name: String, _ other: InboxFile?) {
        (sameAs, export, days) = (name, other?.export, other?.days)
    }
}
