/// A file that cannot be used at all, with everything that is wrong with it.
struct ImportRefusal: Error, Sendable {
    /// The code for `inspect`'s `error.code`: the first problem's.
    var problems: [Problem]
    /// The host's e-mail, when the file says: another export of the same host may tell the date order (`date-order`).
    var organiser: String?
    /// What the file says of its meeting, when it was recognised and only has no usable row.
    var exportWithoutRows: MeetingExport?

    init(problems: [Problem], organiser: String? = nil) {
        self.problems = problems
        self.organiser = organiser
    }

    /// A header that does not tell which column is which.
    init(badHeader row: HeadRow, of file: String, _ what: String) {
        self.init(problems: [
            Problem(
                file, line: row.line, code: "bad-header", what,
                fix: "export the report again and do not edit its header")
        ])
    }

    /// True when only the order of day and month is missing: with `siblingOrder` the file can be read.
    var isOnlyDateOrder: Bool { problems.first?.code == "date-order" }
}
