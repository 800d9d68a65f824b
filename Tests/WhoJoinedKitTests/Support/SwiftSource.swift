import Foundation

/// A file of our own code as text: what is code in it, and what stands between quotation marks.
struct SwiftSource {
    struct Text {
        /// From 1.
        var line: Int
        /// A blank stands for what is put into it.
        var bytes: [UInt8] = []

        var string: String { String(decoding: bytes, as: UTF8.self) }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/WhoJoinedKit")

    /// The lines without comments and texts; what is put into a text stays.
    private(set) var code: [[UInt8]] = [[]]
    private(set) var texts: [Text] = []

    /// Paths below the Kit's folder.
    static func paths(below folder: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: self.folder.appending(path: folder).path())
            .filter { $0.hasSuffix(".swift") }.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }.sorted()
    }

    init(path: String) throws { self.init(Array(try Data(contentsOf: Self.folder.appending(path: path)))) }

    private enum Place {
        /// In code, of which so many brackets are open.
        case code(Int)
        /// In a text, of which this is the end, and which is the one with that number.
        case text(mark: [UInt8], number: Int)
    }

    init(_ bytes: [UInt8]) {
        func stands(_ text: String, at place: Int) -> Bool {
            // Nearly everywhere the first byte is another: all sources are gone through byte by byte.
            place < bytes.count && bytes[place] == text.utf8.first && bytes[place...].starts(with: text.utf8)
        }
        var (stack, at): ([Place], Int) = ([.code(0)], 0)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\n") { code.append([]) }
            switch stack[stack.count - 1] {
            case .code(let open):
                if stands("//", at: at) {
                    at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                    continue
                }
                if stands("/*", at: at) {
                    while at < bytes.count, !stands("*/", at: at) {
                        if bytes[at] == UInt8(ascii: "\n") { code.append([]) }
                        at += 1
                    }
                    at += 2
                    continue
                }
                if byte == UInt8(ascii: "\"") {
                    let mark = Array((stands("\"\"\"", at: at) ? "\"\"\"" : "\"").utf8)
                    stack.append(.text(mark: mark, number: texts.count))
                    texts.append(Text(line: code.count))
                    at += mark.count
                    code[code.count - 1].append(UInt8(ascii: " "))
                    continue
                } else if byte == UInt8(ascii: "(") {
                    stack[stack.count - 1] = .code(open + 1)
                } else if byte == UInt8(ascii: ")") {
                    stack[stack.count - 1] = .code(open - 1)
                    if open == 1, stack.count > 1 { stack.removeLast() }
                }
                if byte != UInt8(ascii: "\n") { code[code.count - 1].append(byte) }
            case .text(let mark, let number):
                if bytes[at...].starts(with: mark) {
                    stack.removeLast()
                    at += mark.count
                    continue
                }
                if stands("\\(", at: at) { stack.append(.code(1)) }
                if byte == UInt8(ascii: "\\") {
                    if !stands("\\\n", at: at) { at += 1 }
                    texts[number].bytes.append(stands("\"", at: at) ? bytes[at] : UInt8(ascii: " "))
                } else {
                    texts[number].bytes.append(byte)
                }
            }
            at += 1
        }
    }
}
