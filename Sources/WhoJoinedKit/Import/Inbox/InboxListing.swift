import HostSystem

/// The files of the inbox before any of them is opened.
struct InboxListing: Sendable {
    /// By name.
    var entries: [InboxEntry] = []
    /// Of what will not be read: links, pipes, files still arriving.
    var problems: [Problem] = []

    /// A file younger than this is perhaps still being copied. Judged by the machine's clock, never by `--now`.
    static let settlingSeconds = 60

    /// Looks into the folder and its subfolders. Links, pipes and devices are named as problems and not touched.
    /// - Parameter takesArriving: also what was put there this minute, for commands that write nothing.
    init(of inbox: HostPath, takesArriving: Bool = false) throws(SystemError) {
        guard let top = try fileEntry(at: inbox) else { return }
        guard top.kind == .folder else {
            problems = [
                Problem(
                    "inbox", code: "not-a-folder", "this is not a folder",
                    fix: "make a folder inbox/ and put the exports there")
            ]
            return
        }
        let now = Machine.clock()
        let arriving = takesArriving ? nil : now - InboxListing.settlingSeconds * 1_000_000_000 + 1...now
        var folders = [(path: inbox, prefix: "")]
        while let folder = folders.popLast() {
            for entry in try folderEntries(folder.path) where !isPassingFile(entry.path.name) {
                let name = folder.prefix + HostPath(bytes: entry.path.name).text
                switch entry.kind {
                case .folder: folders.append((entry.path, name + "/"))
                case .link, .other: problems.append(.notOrdinary(name, entry.kind))
                case .file where arriving?.contains(entry.stamp.modified) ?? false:
                    problems.append(.stillArriving(name))
                case .file: entries.append(InboxEntry(name: name, path: entry.path, stamp: entry.stamp))
                }
            }
        }
        entries.sort { $0.name < $1.name }
    }
}

/// A file that by its place and kind is an export.
struct InboxEntry: Sendable {
    /// Relative to the inbox, as messages and reports name it.
    let name: String
    let path: HostPath
    let stamp: FileStamp
}

/// A file on its way, or of another program: left alone without a word.
func isPassingFile(_ name: [UInt8]) -> Bool {
    if name.first == .fullStop || name.starts(with: "~$".utf8) || name.last == .tilde { return true }
    let lower = name.map { $0.loweredASCII }
    let ending = lower[(lower.lastIndex(of: .fullStop) ?? lower.endIndex)...]
    return passingEndings.contains { $0[...] == ending } || passingNames.contains(lower)
}

private let passingEndings = [".part", ".crdownload", ".tmp", ".partial", ".download"].map { Array($0.utf8) }
private let passingNames = ["thumbs.db", "desktop.ini"].map { Array($0.utf8) }

extension Problem {
    fileprivate static func notOrdinary(_ name: String, _ kind: FileKind) -> Problem {
        let what =
            switch kind {
            case .link: "a link, which is not followed"
            case .folder: "a folder, not a file"
            default: "a pipe, socket or device, not a file"
            }
        return Problem(name, code: "not-ordinary", what, fix: "put the export itself into the inbox")
    }

    fileprivate static func stillArriving(_ name: String) -> Problem {
        Problem(
            name, code: "still-arriving",
            "changed less than \(InboxListing.settlingSeconds) seconds ago, perhaps still being copied",
            fix: "nothing to do; the next run reads it")
    }

    /// Why a file could not be read.
    init(reading name: String, _ error: ReadingError) {
        switch error {
        case .system(let error):
            self.init(
                name, code: error.isMissing ? "missing" : "unreadable", "cannot be read: \(error.reason)",
                fix: "see who may read this file")
        case .notOrdinary(let kind): self = .notOrdinary(name, kind)
        case .tooBig(let limit):
            self.init(
                name, code: "too-big", "bigger than \(limit / 1_048_576) MB",
                fix: "no export is that big; see what this file is")
        case .changed: self = .stillArriving(name)
        }
    }
}
