import HostSystem

/// A new folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: HostPath

    init() throws {
        let parent = HostPath(Machine.environmentValue("TMPDIR") ?? "/tmp")
        path = parent.appending("whojoined-test-\(Machine.processID())-\(UInt64.random(in: 0 ... .max))")
        try createFolder(path)
    }

    deinit { try? removeFolder(path) }

    func put(_ name: String, _ text: String) throws { try put(name, Array(text.utf8)) }

    func put(_ name: String, _ bytes: [UInt8]) throws {
        try createFolders(path.appending(name).parent)
        if try fileEntry(at: path.appending(name)) != nil { try removeFile(path.appending(name)) }
        try createFile(path.appending(name), bytes)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try readOrdinaryFile(path.appending(name), limit: 100_000_000).bytes, as: UTF8.self)
    }

    /// All files below, relative, sorted.
    func files(_ folder: String = "") throws -> [String] {
        try folderEntries(folder.isEmpty ? path : path.appending(folder)).flatMap { entry -> [String] in
            let name = (folder.isEmpty ? "" : folder + "/") + HostPath(bytes: entry.path.name).text
            return entry.kind == .folder ? try files(name) : [name]
        }
    }
}
