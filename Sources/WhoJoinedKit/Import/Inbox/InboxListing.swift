import HostSystem

/// The files of the inbox, and those in its zip archives, before any of them is read.
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
                case .file: take(InboxEntry(name: name, path: entry.path, stamp: entry.stamp))
                }
            }
        }
        entries.sort { $0.name < $1.name }
    }

    /// A file, or those in an archive.
    private mutating func take(_ entry: InboxEntry) {
        do throws(Problem) {
            entries += try entry.parts()
        } catch {
            problems.append(error)
        }
    }
}

/// A file that by its place and kind is an export.
struct InboxEntry: Sendable {
    /// Relative to the inbox, as messages and reports name it.
    let name: String
    let path: HostPath
    /// The archive's, for a file in one.
    let stamp: FileStamp
    /// In the zip archive that `path` is; `nil`: the file itself.
    var part: String?

    /// Itself, or the files in it when it is a zip archive: `week47.zip/participants.csv`.
    func parts() throws(Problem) -> [InboxEntry] {
        guard isCalled(name, ".zip") else { return [self] }
        let files = try ofArchive { packed throws(ArchiveRefusal) in try listArchive(packed) }
        let parts = files.filter { file in
            let names = file.utf8.split(separator: .slash)
            return !isPassingFile(names.last.map(Array.init) ?? [])
                && !(names.first?.elementsEqual("__MACOSX".utf8) ?? false)
        }
        if parts.isEmpty {
            throw Problem(
                name, code: "empty", "the archive holds no file", fix: "put the exports themselves into the inbox")
        }
        return parts.map { InboxEntry(name: name + "/" + $0, path: path, stamp: stamp, part: $0) }
    }

    /// Its bytes.
    func content() throws(Problem) -> [UInt8] {
        guard let part else { return try bytes() }
        return try unpacked([part])[part] ?? []
    }

    /// The bytes of these parts of the archive, which is read once.
    func unpacked(_ parts: Set<String>) throws(Problem) -> [String: [UInt8]] {
        var limits = ArchiveLimits()
        (limits.wants, limits.takesWorkbooks) = ({ parts.contains($0) }, true)
        let found = try ofArchive { packed throws(ArchiveRefusal) in try unpackArchive(packed, limits: limits) }
        return Dictionary(found.lazy.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    private func bytes() throws(Problem) -> [UInt8] {
        do throws(ReadingError) {
            let content = try readOrdinaryFile(path, limit: InboxReader.sizeLimit)
            // Somebody began to copy over it after the inbox was listed.
            if content.stamp != stamp { throw .changed }
            return content.bytes
        } catch {
            throw Problem(reading: name, error)
        }
    }

    private func ofArchive<Found>(_ look: ([UInt8]) throws(ArchiveRefusal) -> Found) throws(Problem) -> Found {
        let packed = try bytes()
        do throws(ArchiveRefusal) {
            return try look(packed)
        } catch {
            throw Problem(
                name, code: "bad-archive", "\(error.inWords); nothing of it is used",
                fix: "unpack it and put the exports themselves into the inbox")
        }
    }
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
