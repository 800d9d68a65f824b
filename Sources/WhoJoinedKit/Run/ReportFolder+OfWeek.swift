import HostSystem

extension ReportFolder {
    /// The folder that a run of `week` or `mail` writes.
    /// - Parameter isStated: it was named with `--out`: then it must hold this week's reports, or nothing.
    init(_ target: HostPath, of week: Week, isStated: Bool, _ folder: SchoolFolder) throws(StoreError) {
        let isOther = isStated && target != folder.reports(of: week)
        try self.init(aside: target, mustBeOwn: isOther) { path in
            let isEmpty = (try? folderEntries(path).isEmpty) ?? false
            return !isOther || isEmpty || PastRunRecord.week(of: path) == week.iso
        }
    }
}

extension PastRunRecord {
    /// Which week's reports a folder holds; `nil` when none are there.
    fileprivate static func week(of reports: HostPath) -> String? {
        let content = try? readOrdinaryFile(reports.appending("run.json"), limit: 512 * 1_048_576)
        return content.flatMap { PastRunRecord($0.bytes)?.week }
    }
}
