import HostSystem

/// A folder of reports that is switched as a whole: built aside, flushed, exchanged with the old one by one rename.
///
/// A run that is killed at any moment leaves either the old or the new folder; what it had built aside is removed by
/// the next. Where the file system cannot exchange two folders there are two renames, and the next run finishes what a
/// kill between them has left. What is somebody's own in the old folder is never removed: it is kept.
struct ReportFolder: Sendable {
    /// Where the reports will stand.
    let target: HostPath
    /// Where somebody's own files of the old folder go.
    private let kept: KeptFiles
    /// Held open, so that nobody can lead what is written elsewhere.
    private let aside: OpenFolder
    private var written = WrittenFiles()
    /// Files that were moved out of the reports into the kept ones.
    private(set) var moved: [KeptFiles.File] = []

    /// - Parameters:
    ///   - kept: where somebody's own files go; `nil`: beside the folder.
    ///   - mustBeOwn: a folder that holds a file of somebody's own is refused.
    ///   - isMeant: whether a folder of ours is the one that is to be replaced.
    /// - Throws: 73 when the place is a link, not ours, open to others, or not to be replaced.
    init(
        aside target: HostPath, kept: KeptFiles? = nil, mustBeOwn: Bool = false,
        isMeant: (HostPath) -> Bool = { _ in true }
    ) throws(StoreError) {
        self.target = target
        self.kept = kept ?? KeptFiles(beside: target)
        do throws(SystemError) { try createFolders(target.parent) } catch {
            throw StoreError(error, doing: "the reports' folder cannot be made", kind: .cannotCreate)
        }
        try ReportFolder.check(target, mustBeOwn: mustBeOwn, isMeant)
        let path = target.parent.appending(
            ReportFolder.passing(target, "new") + Array(String(Machine.processID()).utf8))
        do throws(SystemError) {
            try ReportFolder.finishSwitch(of: target)
            moved = try ReportFolder.clearUp(beside: target, self.kept)
            try createFolder(path)
            aside = try OpenFolder(path)
        } catch {
            throw StoreError(error, doing: "the reports' folder cannot be made", kind: .cannotCreate)
        }
    }

    /// Nobody else may be able to put something in place of what is written here.
    private static func check(_ target: HostPath, mustBeOwn: Bool, _ isMeant: (HostPath) -> Bool) throws(StoreError) {
        func refuse(_ path: HostPath, _ what: String, _ fix: String) -> StoreError {
            StoreError(.cannotCreate, "\(PlainText.clean(path.text, limit: 200)): error: \(what); fix: \(fix)")
        }
        let (parent, entry, foreign) = try storing("the reports' folder cannot be looked at", kind: .cannotCreate) {
            () throws(SystemError) in
            (
                try fileEntry(at: target.parent.appending("")), try fileEntry(at: target),
                mustBeOwn ? try ForeignFiles(in: target).files.first : nil
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
        if let foreign {
            let what =
                foreign.isEdited
                ? "this folder holds a report that was edited" : "this folder holds something else than reports"
            throw refuse(
                target, "\(what): \(PlainText.clean(foreign.path.text, limit: 80))",
                "choose an empty or new folder with --out")
        }
        if !isMeant(target) {
            throw refuse(target, "this folder holds another week's reports", "choose an empty or new folder with --out")
        }
    }

    // MARK: What a killed run has left

    /// `.2026-W47.new-` with the number of the process: what is built, and what was exchanged with it;
    /// `.2026-W47.old-`: the old reports between two renames.
    private static func passing(_ target: HostPath, _ kind: String) -> [UInt8] {
        [.fullStop] + target.name + Array(".\(kind)-".utf8)
    }

    /// Finishes every switch of a folder of reports that a kill has left between its two renames.
    static func finishSwitches(in folder: HostPath) throws(SystemError) {
        guard try fileEntry(at: folder)?.kind == .folder else { return }
        let middle = Array(".old-".utf8)
        for name in try folderNames(folder).map(\.bytes) where name.first == .fullStop {
            guard let at = name.firstRange(of: middle), at.lowerBound > 1 else { continue }
            try finishSwitch(of: folder.appending(Array(name[1..<at.lowerBound])))
        }
    }

    private static func finishSwitch(of target: HostPath) throws(SystemError) {
        if try fileEntry(at: target) != nil { return }
        let names = try folderNames(target.parent).map(\.bytes)
        guard let old = names.first(where: { $0.starts(with: passing(target, "old")) }) else { return }
        // Its list is written last, so a folder that has one is whole.
        var whole: [UInt8]?
        for name in names where name.starts(with: passing(target, "new")) {
            if try fileEntry(at: target.parent.appending(name).appending(WrittenFiles.name)) != nil { whole = name }
        }
        try renameEntry(target.parent.appending(whole ?? old), to: target)
    }

    /// Removes what was built and never put in place; of what was in place, somebody's own files are kept.
    private static func clearUp(beside target: HostPath, _ kept: KeptFiles) throws(SystemError) -> [KeptFiles.File] {
        var moved: [KeptFiles.File] = []
        for left in try folderEntries(target.parent) where left.kind == .folder {
            guard ["new", "old"].contains(where: { left.path.name.starts(with: passing(target, $0)) }) else { continue }
            if try fileEntry(at: left.path.appending(WrittenFiles.name)) != nil {
                moved += try kept.take(ForeignFiles(in: left.path), from: left.path)
            }
            try removeFolder(left.path)
        }
        return moved
    }

    // MARK: Building

    /// Writes the files aside. On a failure everything that was written is removed again.
    mutating func write(_ files: [ReportFile]) throws(StoreError) {
        let (sums, failure) = writing(files)
        try settle(failure)
        written.sums.merge(sums) { _, new in new }
    }

    /// The same with parts that are made and written at the same time.
    mutating func write(_ parts: [ReportPart], jobs: Int) async throws(StoreError) {
        let folder = self
        let done = await concurrentMap(parts, jobs: jobs) { folder.writing($0()) }
        try settle(done.lazy.compactMap(\.failure).first)
        for part in done { written.sums.merge(part.sums) { _, new in new } }
    }

    private func settle(_ failure: SystemError?) throws(StoreError) {
        guard let failure else { return }
        discard()
        throw StoreError(failure, doing: "the reports could not be written")
    }

    /// - Returns: what was written, and what went wrong.
    private func writing(_ files: [ReportFile]) -> (sums: [(HostPath, String)], failure: SystemError?) {
        var sums: [(HostPath, String)] = []
        do throws(SystemError) {
            var made = HostPath(".")
            for file in files {
                let name = HostPath(file.path)
                if name.parent != made {
                    try makeFolder(name.parent)
                    made = name.parent
                }
                try createFile(name, file.bytes, in: aside)
                sums.append((name, sha256(file.bytes)))
            }
            return (sums, nil)
        } catch { return (sums, error) }
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

    /// Writes the list of what was written, and all of it to the disk.
    func flush() throws(StoreError) {
        do throws(SystemError) {
            try createFile(HostPath(WrittenFiles.name), written.file.bytes, in: aside)
            try aside.flushDisk()
        } catch { try settle(error) }
    }

    // MARK: Switching

    /// The moment when the new reports are there and the old ones are not. When it is not sure to last it is taken
    /// back.
    /// - Parameter exchange: as the system does it, or says that it cannot.
    mutating func putInPlace(
        exchange: (HostPath, HostPath) throws(SystemError) -> Bool = exchangeEntries
    ) throws(StoreError) {
        let old: HostPath?
        let foreign: ForeignFiles
        do throws(SystemError) {
            foreign = try ForeignFiles(in: target)
            old = try switchFolders(exchange)
        } catch {
            discard()
            throw StoreError(error, doing: "the new reports could not be put in place")
        }
        guard let old else { return }
        try keep(foreign, from: old)
        // What is left of the old ones is the next run's to remove.
        try? removeFolder(old)
    }

    /// - Returns: where the old reports are now; `nil` when there were none.
    private func switchFolders(_ exchange: (HostPath, HostPath) throws(SystemError) -> Bool) throws(SystemError)
        -> HostPath?
    {
        guard try fileEntry(at: target) != nil else {
            try renameEntry(aside.path, to: target)
            try flushing { () throws(SystemError) in try renameEntry(target, to: aside.path) }
            return nil
        }
        if try exchange(aside.path, target) {
            try flushing { () throws(SystemError) in _ = try exchange(aside.path, target) }
            return aside.path
        }
        let old = target.parent.appending(
            ReportFolder.passing(target, "old") + Array(String(Machine.processID()).utf8))
        try renameEntry(target, to: old)
        do throws(SystemError) { try renameEntry(aside.path, to: target) } catch {
            try renameEntry(old, to: target)
            throw error
        }
        try flushing { () throws(SystemError) in
            try renameEntry(target, to: aside.path)
            try renameEntry(old, to: target)
        }
        return old
    }

    private func flushing(orElse takeBack: () throws(SystemError) -> Void) throws(SystemError) {
        do throws(SystemError) { try flushFolder(target.parent) } catch {
            try takeBack()
            throw error
        }
    }

    private mutating func keep(_ foreign: ForeignFiles, from old: HostPath) throws(StoreError) {
        do throws(SystemError) {
            // Somebody may have put something in while the new ones were being switched.
            let late = try ForeignFiles(in: old, since: foreign)
            if !late.files.isEmpty { moved += try kept.take(late, from: old) }
        } catch {
            throw StoreError(
                error, doing: "the new reports are there, but files of others in the old ones could not be set aside")
        }
    }

    func discard() { try? removeFolder(aside.path) }
}
