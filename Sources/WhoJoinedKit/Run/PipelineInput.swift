import DelimitedText

/// What a command has to judge: exports, read, and what is known of others.
struct PipelineInput: Sendable {
    var inbox: Inbox
    let week: Week
    /// The sessions of the week are asked for, those without an export too; otherwise those of the exports, whatever
    /// their weeks.
    let isOfWholeWeek: Bool
    /// Exports that have not changed since an earlier run and were not read.
    var known: [StoredExport] = []
    /// Exports of the week that have left the inbox.
    var remembered: [RememberedExport] = []
    /// Exports of other weeks that have left the inbox, and of which it has thinner copies.
    var elsewhere: [RememberedExport] = []
    /// Exports of days on which somebody was removed, as the history has them: a note may use a display name of then.
    var noted: [MeetingExport] = []
    /// Sessions of earlier weeks that the history knows and these exports are not of.
    var past: [PastSession] = []
    var earlier = EarlierFindings()

    init(_ inbox: Inbox, week: Week, isOfWholeWeek: Bool = true) {
        (self.inbox, self.week, self.isOfWholeWeek) = (inbox, week, isOfWholeWeek)
    }

    /// From the first day of an export to the last.
    var days: ClosedRange<Day> {
        let days = inbox.files.compactMap(\.days)
        return (days.map(\.lowerBound).min() ?? week.monday)...(days.map(\.upperBound).max() ?? week.sunday)
    }

    /// Those of the inbox, and those of before that show more than a copy there.
    var exports: [MeetingExport] {
        let thicker = (remembered + elsewhere).filter(\.isThicker).map(\.export)
        return thicker.isEmpty ? inbox.exports : (inbox.exports + thicker).sorted { $0.file < $1.file }
    }

    /// By the names under which sessions are of them.
    var exportIDs: [String: ExportID] {
        let gone = (remembered + elsewhere).map { ($0.export.file, $0.id) }
        let read = inbox.files.filter { $0.sameAs == nil }.map { ($0.name, $0.id) }
        return Dictionary(gone + read, uniquingKeysWith: { _, read in read })
    }

    /// With what was found in sessions that were judged now.
    func earlier(with others: [StoredSession]) -> EarlierFindings {
        var earlier = earlier
        for session in others where session.past.day < week.monday {
            let names = session.findings.filter { $0.rule == .unnamed }.map { unguarded($0.name) }
            let unsigned = session.findings.filter { $0.rule == .noAgreement }.compactMap(\.person?.code)
            earlier.unnamed[session.past.key] = names.isEmpty ? nil : Set(names)
            earlier.unsigned[session.past.key] = unsigned.isEmpty ? nil : Set(unsigned)
        }
        return earlier
    }

    /// With the sessions of other weeks that were judged now. A later week is not looked at: a report of an old week says
    /// today what it said then.
    func past(with others: [PastSession]) -> [PastSession] {
        let earlier = others.filter { $0.day < week.monday }
        let judged = Set(earlier.map(\.place))
        return (past.filter { !judged.contains($0.place) } + earlier).sortedByStart
    }
}
