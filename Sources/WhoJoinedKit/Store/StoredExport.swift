import GRDB
import HostSystem

/// An export as the history knows it: whether its file has changed, and what came of it. By reference, for a term of
/// them is passed on.
final class StoredExport: Sendable {
    /// Relative to the inbox.
    let name: String
    let sha256: String
    let stamp: FileStamp
    /// Digest of everything else that the result depends on: roster, timetable, decisions, settings, options, version.
    let basis: String
    /// The days on which it shows somebody; `nil`: none.
    let days: ClosedRange<Day>?
    let tally: RowTally
    let problems: [Problem]
    /// What it tells of the dates of its host's other exports.
    let siblingOrders: [SiblingOrder]
    /// The history has its rows too: `StoredStays`.
    let hasStays: Bool

    var id: ExportID { ExportID(name: name, sha256: sha256) }

    init(
        name: String, sha256: String, stamp: FileStamp, basis: String, days: ClosedRange<Day>?, tally: RowTally,
        problems: [Problem],
        siblingOrders: [SiblingOrder] = [], hasStays: Bool = false
    ) {
        (self.name, self.sha256, self.stamp, self.basis) = (name, sha256, stamp, basis)
        (self.days, self.tally, self.problems, self.siblingOrders) = (days, tally, problems, siblingOrders)
        self.hasStays = hasStays
    }

    /// The same of an export whose rows are kept, or are not.
    func keepingStays(_ hasStays: Bool) -> StoredExport {
        if hasStays == self.hasStays { return self }
        return StoredExport(
            name: name, sha256: sha256, stamp: stamp, basis: basis, days: days, tally: tally, problems: problems,
            siblingOrders: siblingOrders,
            hasStays: hasStays)
    }

    /// Nothing but its rows may have come or gone.
    func tellsTheSame(as other: StoredExport) -> Bool {
        name == other.name && sha256 == other.sha256 && stamp == other.stamp && basis == other.basis
            && days == other.days
            && tally == other.tally && problems == other.problems && siblingOrders == other.siblingOrders
    }

    var sum: Int {
        var sum = RowSum()
        for text in [name, sha256, basis] { sum.add(text) }
        for number in [stamp.size, stamp.modified, stamp.changed] { sum.add(number) }
        sum.add(days?.lowerBound.number)
        sum.add(days?.upperBound.number)
        for number in [tally.used, tally.flagged, tally.rejected, problems.count, siblingOrders.count] {
            sum.add(number)
        }
        for problem in problems {
            for text in [problem.file, problem.severity.rawValue, problem.code, problem.what, problem.fix] {
                sum.add(text)
            }
            sum.add(problem.line)
        }
        for order in siblingOrders {
            sum.add(order.host)
            sum.add(order.order.rawValue)
        }
        return sum.number
    }
}
