/// Which stored sessions the exports that a run has read take the place of.
struct ReplacedSessions {
    private struct New {
        var contents: [String] = []
        /// Of the export that is read under this name now.
        var days: ClosedRange<Day>?
    }

    private var byName: [String: New] = [:]

    init(by files: [InboxFile], _ remembered: [RememberedExport] = []) {
        for file in files where file.isUsable {
            byName[file.name] = New(contents: [file.sha256], days: file.sameAs == nil ? file.days : nil)
        }
        for old in remembered { byName[old.id.name, default: New()].contents.append(old.id.sha256) }
    }

    /// Its export was read again, or a corrected one of the same name was.
    func contains(_ session: PastSession) -> Bool {
        session.exports.contains { export in
            guard let new = byName[export.name] else { return false }
            return new.days?.contains(session.day) ?? false || new.contents.contains(export.sha256)
        }
    }
}
