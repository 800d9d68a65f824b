import HostSystem

extension LessonPages {
    /// Those that stand in a week's folder as they were written.
    init(in reports: HostPath) throws(StoreError) {
        self.init()
        let folder = HostPath(LessonPageFile.folder)
        let read = try storing("the lesson pages cannot be looked at") { () throws(SystemError) in
            guard try fileEntry(at: reports.appending(folder.bytes))?.kind == .folder,
                let written = try WrittenFiles(in: reports)
            else { return [(String, [UInt8])]() }
            return written.sums.compactMap { path, sum in
                guard path.parent == folder,
                    let bytes = try? readOrdinaryFile(reports.appending(path.bytes), limit: 64 * 1_048_576).bytes,
                    sha256(bytes) == sum
                else { return nil }
                return (path.text, bytes)
            }
        }
        for (path, bytes) in read {
            self.bytes[path] = bytes
            paths.insert(String(path.prefix { $0 != "." }))
        }
    }
}
