import DelimitedText
import HostSystem

/// What the program has put into a folder, in the form that `sha256sum --check files.sha256` reads.
///
/// A file that is not in the list, or has another sum by now, is somebody's own: it is kept.
struct WrittenFiles: Sendable {
    static let name = "files.sha256"
    private static let sizeLimit = 64 * 1_048_576

    /// By path relative to the folder.
    var sums: [HostPath: String] = [:]

    init() {}

    /// - Returns: `nil` when the folder has no list that can be read as one.
    init?(in folder: HostPath) throws(SystemError) {
        let path = folder.appending(WrittenFiles.name)
        let content: FileContent
        do throws(ReadingError) { content = try readOrdinaryFile(path, limit: WrittenFiles.sizeLimit) } catch {
            if case .system(let failure) = error, !failure.isMissing { throw failure }
            return nil
        }
        for line in content.bytes.split(separator: .lineFeed) where line.count > 66 {
            sums[HostPath(bytes: Array(line.dropFirst(66)))] = String(decoding: line.prefix(64), as: UTF8.self)
        }
    }

    var file: ReportFile {
        let lines = sums.sorted { $0.key < $1.key }.flatMap { path, sum -> [UInt8] in
            Array("\(sum)  ".utf8) + path.bytes + [.lineFeed]
        }
        return ReportFile(path: WrittenFiles.name, bytes: lines)
    }
}
