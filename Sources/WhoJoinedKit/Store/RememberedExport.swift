/// An export of the week that has left the inbox.
struct RememberedExport: Sendable {
    var id: ExportID
    var export: MeetingExport
    var tally: RowTally
}
