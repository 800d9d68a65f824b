/// Exports by the days that they show: those of two groups have no session in common.
func groupedByDays(_ exports: [ReadExport]) -> [[ReadExport]] {
    // What shows nobody is of no day, but what is wrong with it is said.
    let (none, dated) = (exports.filter { $0.facts.days == nil }, exports.filter { $0.facts.days != nil })
    var (groups, last) = ([[ReadExport]](), Day(number: .min))
    for export in dated.sorted(by: { $0.facts.days!.lowerBound < $1.facts.days!.lowerBound }) {
        let days = export.facts.days!
        if days.lowerBound > last { groups.append([]) }
        groups[groups.count - 1].append(export)
        last = max(last, days.upperBound)
    }
    return none.isEmpty ? groups : [none] + groups
}
