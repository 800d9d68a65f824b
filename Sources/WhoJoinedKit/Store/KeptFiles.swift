import HostSystem

/// Where files go that stood in a folder of reports and are somebody's own: `reports/2026-W47.kept/`.
struct KeptFiles: Sendable {
    struct File: Sendable {
        /// Where it is now.
        var path: HostPath
        var isEdited: Bool
    }

    /// `reports/2026-W47.kept`
    let folder: HostPath
    /// Of the week's folder, the part that the files were in.
    let part: String?

    /// - Parameter reports: the week's folder; what is kept stands beside it.
    init(beside reports: HostPath, part: String? = nil) {
        folder = reports.parent.appending(reports.name + Array(KeptFiles.ending.utf8))
        self.part = part
    }

    static let ending = ".kept"

    /// Moves these files out of a folder, under the same relative path; where that is taken, with a number.
    func take(_ foreign: ForeignFiles, from source: HostPath) throws(SystemError) -> [File] {
        var kept: [File] = []
        for file in foreign.files {
            var parts = file.path.bytes.split(separator: .slash).map { Array($0) }
            let name = parts.removeLast()
            var (old, new) = (try OpenFolder(source), try opened())
            for part in parts { (old, new) = (try old.folder(part), try new.folder(part)) }
            var (taken, number) = (name, 1)
            while try !old.move(name, to: new, as: taken) {
                number += 1
                taken = KeptFiles.numbered(name, number)
            }
            kept.append(File(path: new.path.appending(taken), isEdited: file.isEdited))
        }
        return kept
    }

    private func opened() throws(SystemError) -> OpenFolder {
        if try fileEntry(at: folder) == nil { try createFolders(folder) }
        let top = try OpenFolder(folder)
        return if let part { try top.folder(Array(part.utf8)) } else { top }
    }

    /// `parents-2.txt`
    private static func numbered(_ name: [UInt8], _ number: Int) -> [UInt8] {
        let dot = name.lastIndex(of: .fullStop).flatMap { $0 > 0 ? $0 : nil } ?? name.count
        return name[..<dot] + Array("-\(number)".utf8) + name[dot...]
    }
}
