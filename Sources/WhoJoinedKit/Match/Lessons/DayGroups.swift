/// Exports by the days that they show: those of two groups have no session in common.
/// - Returns: the groups that touch the week, and the others, by day.
func groupedByDays(_ exports: [ReadExport], of week: Week) -> (ofWeek: [[ReadExport]], others: [[ReadExport]]) {
    let days = exports.map(\.facts.days)
    var (ofWeek, others) = ([[ReadExport]](), [[ReadExport]]())
    // What shows nobody is of no day, but what is wrong with it is said.
    var (group, end) = (days.indices.filter { days[$0] == nil }, week.monday)
    func close(_ first: Day) {
        let touches = first <= week.sunday && end >= week.monday
        if touches { ofWeek.append(group.map { exports[$0] }) } else { others.append(group.map { exports[$0] }) }
    }
    var first = week.monday
    for index in days.indices.filter({ days[$0] != nil }).sorted(by: {
        (days[$0]!.lowerBound, $0) < (days[$1]!.lowerBound, $1)
    }) {
        let range = days[index]!
        if range.lowerBound > end || group.isEmpty || days[group[0]] == nil {
            if !group.isEmpty { close(first) }
            (group, first, end) = ([], range.lowerBound, range.upperBound)
        }
        group.append(index)
        end = Swift.max(end, range.upperBound)
    }
    if !group.isEmpty { close(first) }
    return (ofWeek, others)
}
