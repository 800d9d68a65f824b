import DelimitedText
import HostSystem

/// Which school is meant where nothing says so: a file with the path of its folder on the first line.
enum DefaultSchool {
    /// `~/.config/whojoined/school`; `nil` for an account without a home.
    static var ofAccount: HostPath? {
        Machine.homeFolder().map { $0.appending(".config/whojoined/school") }
    }
    static let ofMachine = HostPath("/etc/whojoined/default-school")

    /// The account's choice, else the machine's; `nil` where neither is made.
    /// - Throws: for a file that does not name a folder.
    static func read() throws(RunFailure) -> SchoolFolder? {
        for file in [ofAccount, ofMachine].compactMap(\.self) {
            let content: FileContent
            do throws(ReadingError) { content = try readOrdinaryFile(file, limit: 65_536) } catch {
                if case .system(let failure) = error, failure.isMissing { continue }
                throw RunFailure(.badSettings, Problem(reading: PlainText.clean(file.text, limit: 300), error).message)
            }
            let line = content.bytes.prefix { $0 != .lineFeed && $0 != .carriageReturn }
            let path = HostPath(bytes: Array(line))
            guard line.first == .slash, let entry = try? fileEntry(at: path.appending("")), entry.kind == .folder else {
                throw RunFailure(
                    .inputMissing,
                    "\(PlainText.clean(file.text, limit: 300)):1: error: the default school's folder is not there; fix: whojoined init DIR --default with the folder that is meant, or remove this file"
                )
            }
            return SchoolFolder(path)
        }
        return nil
    }

    /// Makes the folder this account's default.
    /// - Returns: the file that says so.
    static func write(_ folder: HostPath) throws(RunFailure) -> HostPath {
        guard let file = ofAccount else {
            throw RunFailure(
                .cannotCreate,
                "--default: error: this account has no home folder; fix: write the school's path into \(ofMachine.text)"
            )
        }
        try failing("the default school could not be written", status: .cannotCreate) { () throws(SystemError) in
            try createFolders(file.parent)
            try replaceFile(file, Machine.absolute(folder).bytes + [.lineFeed])
        }
        return file
    }
}
