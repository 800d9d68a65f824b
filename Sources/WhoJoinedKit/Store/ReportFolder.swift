import HostSystem

/// A folder of reports that is switched as a whole: built aside, flushed, exchanged with the old one by one rename.
///
/// A run that is killed at any moment leaves either the old or the new folder; what it had built aside is removed by
/// the next.
struct ReportFolder: Sendable {
    /// Where the reports will stand.
    let target: HostPath
    /// Held open, so that nobody can lead what is written elsewhere.
    private let aside: OpenFolder

    /// - Parameter isOwn: whether a name in an existing folder shows that it is one of ours, to be replaced.
    /// - Throws: 73 when the place is a link, not ours, open to others or holds something else than reports.
    init(aside target: HostPath, isOwn: ([UInt8]) -> Bool = { $0.elementsEqual("run.json".utf8) }) throws(StoreError) {
        self.target = target
        do throws(SystemError) { try createFolders(target.parent) } catch {
            throw StoreError(error, doing: "the reports' folder cannot be made", kind: .cannotCreate)
        }
        try ReportFolder.check(target, isOwn)
        let prefix = [.fullStop] + target.name + Array(".new-".utf8)
        let path = target.parent.appending(prefix + Array(String(Machine.processID()).utf8))
        do throws(SystemError) {
            for left in try folderEntries(target.parent)
            where left.path.name.starts(with: prefix) && left.kind == .folder {
                try removeFolder(left.path)
            }
            try createFolder(path)
            aside = try OpenFolder(path)
        } catch {
            throw StoreError(error, doing: "the reports' folder cannot be made", kind: .cannotCreate)
        }
    }

    /// Nobody else may be able to put something in place of what is written here.
    private static func check(_ target: HostPath, _ isOwn: ([UInt8]) -> Bool) throws(StoreError) {
        func refuse(_ path: HostPath, _ what: String, _ fix: String) -> StoreError {
            StoreError(.cannotCreate, "\(PlainText.clean(path.text, limit: 200)): error: \(what); fix: \(fix)")
        }
        let (parent, entry, names) = try storing("the reports' folder cannot be looked at", kind: .cannotCreate) {
            () throws(SystemError) in
            let entry = try fileEntry(at: target)
            return (
                try fileEntry(at: target.parent.appending("")), entry,
                entry?.kind == .folder ? try folderEntries(target).map(\.path.name) : []
            )
        }
        // In a sticky folder such as /tmp others cannot touch what is ours.
        if let parent, parent.mode & 0o002 != 0, parent.mode & 0o1000 == 0 {
            throw refuse(target.parent, "everybody may write in this folder", "chmod o-w, or choose another with --out")
        }
        guard let entry else { return }
        if entry.kind != .folder {
            throw refuse(target, "the reports' folder is a link or a file", "remove it, or choose another with --out")
        }
        if !entry.isOurs { throw refuse(target, "this folder belongs to somebody else", "choose another with --out") }
        if entry.mode & 0o002 != 0 {
            throw refuse(target, "everybody may write in this folder", "chmod o-w, or choose another with --out")
        }
        if !names.isEmpty, !names.contains(where: isOwn) {
            throw refuse(
                target, "this folder holds something else than reports", "choose an empty or new folder with --out")
        }
    }

    /// Writes the files aside. On a failure everything that was written is removed again.
    func write(_ files: [ReportFile]) throws(StoreError) { try settle(writing(files)) }

    /// The same with parts that are made and written at the same time.
    func write(_ parts: [ReportPart], jobs: Int) async throws(StoreError) {
        try settle(await concurrentMap(parts, jobs: jobs) { writing($0()) }.compactMap(\.self).first)
    }

    private func settle(_ failure: SystemError?) throws(StoreError) {
        guard let failure else { return }
        discard()
        throw StoreError(failure, doing: "the reports could not be written")
    }

    /// - Returns: what went wrong.
    private func writing(_ files: [ReportFile]) -> SystemError? {
        do throws(SystemError) {
            var made = HostPath(".")
            for file in files {
                let name = HostPath(file.path)
                if name.parent != made {
                    try makeFolder(name.parent)
                    made = name.parent
                }
                try createFile(name, file.bytes, in: aside)
            }
            return nil
        } catch { return error }
    }

    /// Another part may have made it already, or be making it now.
    private func makeFolder(_ folder: HostPath) throws(SystemError) {
        do throws(SystemError) { try aside.createFolder(folder) } catch {
            if error.isThereAlready { return }
            guard error.isMissing, folder.parent != HostPath(".") else { throw error }
            try makeFolder(folder.parent)
            aside.spreadFolders(in: folder.parent)
            try makeFolder(folder)
        }
    }

    func flush() throws(StoreError) {
        do throws(SystemError) { try aside.flushDisk() } catch { try settle(error) }
    }

    /// The moment when the new reports are there and the old ones are not. When it is not sure to last it is taken
    /// back.
    func putInPlace() throws(StoreError) {
        do throws(SystemError) {
            let isFirst = try fileEntry(at: target) == nil
            try isFirst ? renameEntry(aside.path, to: target) : exchangeEntries(aside.path, target)
            do throws(SystemError) { try flushFolder(target.parent) } catch {
                try isFirst ? renameEntry(target, to: aside.path) : exchangeEntries(aside.path, target)
                throw error
            }
        } catch {
            discard()
            throw StoreError(error, doing: "the new reports could not be put in place")
        }
        // What is left of the old ones is the next run's to remove.
        discard()
    }

    func discard() { try? removeFolder(aside.path) }
}
