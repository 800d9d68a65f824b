/// One file of a report.
struct ReportFile: Sendable {
    /// Relative to the week's folder.
    var path: String
    var bytes: [UInt8]
}
