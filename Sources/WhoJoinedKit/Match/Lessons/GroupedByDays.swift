/// Exports by the days that they show: those of two groups have no session in common.
func groupedByDays(_ exports: [MeetingExport], in zone: SchoolZone) -> [[MeetingExport]] {
    var (none, dated) = ([MeetingExport](), [(days: ClosedRange<Day>, export: MeetingExport)]())
    for export in exports {
        // What shows nobody is of no day, but what is wrong with it is said.
        if let days = export.days(in: zone) { dated.append((days, export)) } else { none.append(export) }
    }
    var (groups, last) = ([[MeetingExport]](), Day(number: .min))
    for (days, export) in dated.sorted(by: { $0.days.lowerBound < $1.days.lowerBound }) {
        if days.lowerBound > last { groups.append([]) }
        groups[groups.count - 1].append(export)
        last = max(last, days.upperBound)
    }
    return none.isEmpty ? groups : [none] + groups
}
