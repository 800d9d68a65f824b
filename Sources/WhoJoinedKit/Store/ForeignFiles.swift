import HostSystem

/// The files of a folder of reports that the program did not write, or that were edited since.
struct ForeignFiles: Sendable {
    struct File: Sendable, Equatable {
        /// Relative to the folder.
        var path: HostPath
        /// One of ours with another content now.
        var isEdited: Bool
    }

    /// By path.
    private(set) var files: [File] = []
    /// What was as we wrote it.
    private var own: [HostPath: FileStamp] = [:]

    /// - Parameter earlier: an earlier look at the same folder: what has its stamp since is not read again.
    init(in folder: HostPath, since earlier: ForeignFiles? = nil) throws(SystemError) {
        guard try fileEntry(at: folder)?.kind == .folder else { return }
        try look(at: folder, HostPath(bytes: []), WrittenFiles(in: folder) ?? WrittenFiles(), earlier)
        files.sort { $0.path < $1.path }
    }

    /// - Parameters:
    ///   - name: the folder's path from the top.
    ///   - list: of the nearest folder that has one, with paths from that folder.
    private mutating func look(
        at folder: HostPath, _ name: HostPath, _ list: WrittenFiles, inList: HostPath = HostPath(bytes: []),
        _ earlier: ForeignFiles?
    ) throws(SystemError) {
        for entry in try folderEntries(folder) where !ForeignFiles.isDropping(entry.path.name) {
            let (path, listed) = (name.appending(entry.path.name), inList.appending(entry.path.name))
            switch entry.kind {
            case .folder:
                if let inner = try WrittenFiles(in: entry.path) {
                    try look(at: entry.path, path, inner, earlier)
                } else {
                    try look(at: entry.path, path, list, inList: listed, earlier)
                }
            case .file where entry.path.name.elementsEqual(WrittenFiles.name.utf8): break
            case .file:
                let sum = list.sums[listed]
                if let earlier, earlier.own[path] == entry.stamp { continue }
                let isAsWritten = if let sum { try ForeignFiles.sum(of: entry.path) == sum } else { false }
                if isAsWritten {
                    own[path] = entry.stamp
                } else {
                    files.append(File(path: path, isEdited: sum != nil))
                }
            case .link, .other: files.append(File(path: path, isEdited: false))
            }
        }
    }

    private static func sum(of path: HostPath) throws(SystemError) -> String? {
        do throws(ReadingError) { return sha256(try readOrdinaryFile(path, limit: 512 * 1_048_576).bytes) } catch {
            if case .system(let failure) = error { throw failure }
            // Too big for one of ours, or being written to.
            return nil
        }
    }

    /// What file managers and open spreadsheets leave behind.
    private static func isDropping(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return [".ds_store", "thumbs.db", "desktop.ini"].contains(text) || name.starts(with: "~$".utf8)
            || name.starts(with: ".~lock.".utf8)
    }
}
