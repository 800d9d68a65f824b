import HostSystem

/// The files of a roster: one CSV or workbook, all of a folder, or those in a zip archive.
struct RosterSource: Sendable {
    /// As messages name it.
    var name: String
    var files: [RosterFile]
    /// What is beside the tables and was not read.
    var problems: [Problem] = []
    var isArchive = false
}

/// The largest file of a roster that is read.
let rosterFileLimit = 50_000_000

/// - Parameter name: what messages and `inspect` call the path.
func rosterSource(at path: HostPath, name: String) throws(Problem) -> RosterSource {
    let entry: FileEntry?
    do { entry = try fileEntry(at: path) } catch { throw .readingFailed(name, error.reason) }
    guard let entry else { throw unreadable(name, "it is not there") }
    if entry.kind == .folder { return try folderSource(path, name) }
    let bytes = try readRosterBytes(path, name)
    let day = Day(of: entry.stamp)
    if let workbook = try workbookTables(bytes, name) {
        let sheets = workbook.sheets.map { RosterFile(name: $0.name, bytes: $0.bytes, modified: day) }
        return RosterSource(name: name, files: sheets, problems: workbook.problems)
    }
    if isZipArchive(bytes) { return try archiveSource(bytes, name) }
    return RosterSource(name: name, files: [RosterFile(name: name, bytes: bytes, modified: day)])
}

extension Day {
    /// The day on which a file was last written to; the hours do not matter here.
    init(of stamp: FileStamp) { self.init(number: stamp.modified / 86_400_000_000_000) }
}

private func folderSource(_ path: HostPath, _ name: String) throws(Problem) -> RosterSource {
    let entries: [FileEntry]
    do { entries = try folderEntries(path) } catch { throw .readingFailed(name, error.reason) }
    var source = RosterSource(name: name, files: [])
    let tables = entries.filter { $0.kind == .file && isTableName($0.path.name) }
    let folders = entries.filter { $0.kind == .folder && $0.path.name.first != .fullStop }
    if tables.isEmpty, folders.count == 1 { return try folderSource(folders[0].path, name) }
    for entry in tables {
        let file = HostPath(bytes: entry.path.name).text
        do throws(Problem) {
            let bytes = try readRosterBytes(entry.path, file)
            let workbook = try workbookTables(bytes, file)
            let found = workbook?.sheets ?? [RosterFile(name: file, bytes: bytes)]
            source.files += found.map {
                RosterFile(name: $0.name, bytes: $0.bytes, modified: Day(of: entry.stamp))
            }
            source.problems += workbook?.problems ?? []
        } catch {
            source.problems.append(error)
        }
    }
    return source
}

/// Tables by their name's end; hidden files, lock files and half-copied ones are not.
func isTableName(_ name: [UInt8]) -> Bool {
    if name.first == .fullStop || name.starts(with: "~$".utf8) { return false }
    return isCalled(HostPath(bytes: name).text, ".csv", ".txt", ".tsv", ".xlsx", ".xlsm")
}

func readRosterBytes(_ path: HostPath, _ name: String) throws(Problem) -> [UInt8] {
    do throws(ReadingError) {
        return try readOrdinaryFile(path, limit: rosterFileLimit).bytes
    } catch {
        switch error {
        case .system(let failure): throw .readingFailed(name, failure.reason)
        case .notOrdinary: throw unreadable(name, "it is a link, a pipe or another special file")
        case .tooBig: throw unreadable(name, "it is larger than 50 MB")
        case .changed: throw .readingFailed(name, "it changed while it was read")
        }
    }
}

private func unreadable(_ name: String, _ why: String) -> Problem {
    Problem(
        name, code: "not-readable", "this cannot be read: \(why)",
        fix: "put an ordinary file there and check its permissions")
}

extension Problem {
    static let readingFailed = "reading-failed"

    /// What the system would not let us read may hold anything.
    static func readingFailed(_ name: String, _ why: String) -> Problem {
        Problem(
            name, code: readingFailed, "this cannot be read: \(why)",
            fix: "check its permissions and the disk, then run again")
    }
}

extension ArchiveRefusal {
    /// For a message: with the archive that stands in the archive.
    var inWords: String {
        if case .nested(let name) = self { return "\(what), \(PlainText.clean(name, limit: 100))" }
        return what
    }
}

private func archiveSource(_ bytes: [UInt8], _ name: String) throws(Problem) -> RosterSource {
    let entries: [ArchiveEntry]
    do throws(ArchiveRefusal) {
        entries = try unpackArchive(bytes)
    } catch {
        throw Problem(
            name, code: "bad-archive", "\(error.inWords); nothing of it is used",
            fix: "export the roster again, or unpack it and look at it")
    }
    var files = entries.filter {
        !$0.name.utf8.starts(with: "__MACOSX/".utf8)
            && isTableName(Array(($0.name.split(separator: "/").last ?? "").utf8))
    }
    // A set is meant to be zipped without a folder around it, but one is often there.
    let folders = Set(files.map { $0.name.split(separator: "/").dropLast().joined(separator: "/") })
    if folders.count == 1, let folder = folders.first, !folder.isEmpty {
        for i in files.indices { files[i].name = String(files[i].name.dropFirst(folder.count + 1)) }
    }
    return RosterSource(name: name, files: files.map { RosterFile(name: $0.name, bytes: $0.bytes) }, isArchive: true)
}
