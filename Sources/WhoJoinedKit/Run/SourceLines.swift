import DelimitedText
import HostSystem

/// `--show-values`: behind each message the line that is meant, for the person who mends the file and nobody else.
///
/// The files are read again here, so that no problem, history or report ever holds a cell.
struct SourceLines {
    private let folders: [HostPath]
    private var texts: [String: [UInt8]?] = [:]
    private static let sizeLimit = 64 * 1_048_576

    /// - Parameter folder: the school's. Files are named as seen from it, from its inbox or from where the user stands.
    init(_ folder: SchoolFolder) { folders = [folder.path, folder.inbox] }

    mutating func message(_ problem: Problem) -> String {
        guard let number = problem.line, let text = text(of: problem.file), let line = physicalLine(number, in: text)
        else { return problem.message }
        return problem.message + "; the line: " + PlainText.clean(String(decoding: line, as: UTF8.self), limit: 300)
    }

    private mutating func text(of file: String) -> [UInt8]? {
        if let known = texts[file] { return known }
        let paths = folders.map { $0.appending(file) } + [HostPath(file)]
        let bytes = paths.lazy.compactMap { try? readOrdinaryFile($0, limit: SourceLines.sizeLimit).bytes }.first
        let text = bytes.flatMap { try? decodeText($0).bytes }
        texts[file] = .some(text)
        return text
    }
}

extension RunOptions {
    /// The messages of these problems, with the lines that are meant when the user asked for values.
    func messages(of problems: [Problem], in folder: SchoolFolder) -> [String] {
        let shown = problems.notesTogether
        guard showsValues else { return shown.map(\.message) }
        var lines = SourceLines(folder)
        return shown.map { lines.message($0) }
    }
}

extension [Problem] {
    /// The same note of more than three files stands once, with the first of them: in a term it would be fifteen
    /// thousand lines. Errors and warnings stay, each with its file.
    fileprivate var notesTogether: [Problem] {
        func isOfFile(_ problem: Problem) -> Bool { problem.severity == .note && problem.line == nil }
        var files: [String: Int] = [:]
        for problem in self where isOfFile(problem) { files[problem.what, default: 0] += 1 }
        var said: Set<String> = []
        return compactMap { problem in
            guard isOfFile(problem), let count = files[problem.what], count > 3 else { return problem }
            guard said.insert(problem.what).inserted else { return nil }
            var together = problem
            together.what += " (so in \(count - 1) more files)"
            return together
        }
    }
}
