import HostSystem

/// What every command can be told, as text from the command line or already checked by the tool.
package struct RunOptions: Sendable {
    package enum Format: String, Sendable, CaseIterable { case text, csv, json, html }
    package enum FailOn: String, Sendable, CaseIterable { case safeguarding, followUp = "follow-up" }

    package var school = HostPath(".")
    package var format = Format.text
    package var isDryRun = false
    package var isQuiet = false
    /// `2026-11-22T08:00:00` in the school's zone; `nil`: the machine's clock.
    package var now: String?
    /// `day-first` or `month-first`.
    package var dateOrder: String?
    /// For exports that hold clock times only.
    package var date: String?
    package var jobs = Machine.processorCount()
    package var hasColour = false
    /// How wide a page of text may be: the terminal's width, 80 where it goes to a file.
    package var columns = 80
    package var showsValues = false
    package var failOn: FailOn?

    package init() {}

    /// What of this decides how an export is read.
    var aboutReading: [String] { [dateOrder ?? "", date ?? ""] }
}
