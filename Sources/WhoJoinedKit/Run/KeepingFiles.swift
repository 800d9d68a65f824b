import HostSystem

extension ReportFolder {
    /// The folder that a run of `week` or `mail` writes.
    /// - Parameter isStated: it was named with `--out`: then it must hold this week's reports, or nothing.
    init(_ target: HostPath, of week: Week, isStated: Bool, _ folder: SchoolFolder) throws(StoreError) {
        let isOther = isStated && target != folder.reports(of: week)
        try self.init(aside: target, mustBeOwn: isOther) { isOther == false || PastRunRecord.week(of: $0) == week.iso }
    }
}

extension PastRunRecord {
    /// Which week's reports a folder holds; `nil` when none are there.
    fileprivate static func week(of reports: HostPath) -> String? {
        let content = try? readOrdinaryFile(reports.appending("run.json"), limit: 512 * 1_048_576)
        return content.flatMap { PastRunRecord($0.bytes)?.week }
    }
}

extension [KeptFiles.File] {
    /// One line for each file, of many the first ones.
    func messages(in folder: SchoolFolder) -> [String] {
        let most = 10
        var lines = prefix(most).map { file in
            let place = PlainText.clean(file.path.text(below: folder.path), limit: 300)
            let what = file.isEdited ? "this report was edited since it was written" : "this file is not the program's"
            return
                "\(place): note: \(what), so it was moved here; fix: take over what is to be remembered, e.g. with whojoined contacted, then delete it"
        }
        if count > most {
            lines.append("reports: note: and \(count - most) more were moved; fix: look into the .kept folder")
        }
        return lines
    }
}

extension HostPath {
    /// Relative to a folder that it is in.
    func text(below folder: HostPath) -> String {
        let start = folder.appending("").bytes
        return bytes.starts(with: start) ? HostPath(bytes: Array(bytes.dropFirst(start.count))).text : text
    }
}
