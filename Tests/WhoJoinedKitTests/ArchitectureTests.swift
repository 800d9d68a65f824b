import Foundation
import Testing

/// The folders of the Kit are stages, and each may use only those that stand before it (CONTRIBUTING.md).
///
/// Compilers let every file of a module use every other; so this reads the sources as text. What it looks at are types,
/// functions and constants at the top of a file, and members that one folder adds to a type of another. A name that two
/// folders declare, or that a file declares for itself, says nothing.
struct ArchitectureTests {
    private static let stages = ["Ground", "Domain", "Import", "Match", "Policy", "Report", "Store", "Run"]

    @Test func `a stage uses only those before it`() throws {
        let files = try SourceFile.all(stages: ArchitectureTests.stages)
        #expect(Set(files.map(\.stage)).count == ArchitectureTests.stages.count)
        let names = Names(files)
        let wrong = files.flatMap { file in
            file.uses(of: names).filter { $0.stage > file.stage }.map { use in
                "\(file.path):\(use.line): \(ArchitectureTests.stages[file.stage]) uses \(use.name) of \(ArchitectureTests.stages[use.stage])"
            }
        }
        #expect(wrong.isEmpty, "\n\(wrong.joined(separator: "\n"))")
    }

    @Test func `words in comments and texts are no code, those between are`() {
        let source = #"""
            let a = "One \(Two("Three")) \" Four" // Five
            /* Six */ let b = Seven
            """#
        let words = SwiftSource(Array(source.utf8)).code.flatMap { SourceFile.words(in: $0).map(\.text) }
        #expect(words.filter { $0.first?.isUppercase == true } == ["Two", "Seven"])
    }
}

/// A name that only one stage declares.
private struct Names {
    /// At the top of a file, with whether it is a function.
    var global: [String: (stage: Int, isFunction: Bool)] = [:]
    /// Added to a type of an earlier stage.
    var members: [String: Int] = [:]

    init(_ files: [SourceFile]) {
        var stages: [String: Set<Int>] = [:]
        for file in files { for name in file.declared { stages[name, default: []].insert(file.stage) } }
        var types: [String: Set<Int>] = [:]
        for file in files { for name in file.globals.keys { types[name, default: []].insert(file.stage) } }
        for file in files {
            for (name, isFunction) in file.globals where types[name]?.count == 1 {
                global[name] = (file.stage, isFunction)
            }
            for (type, member) in file.added where stages[member]?.count == 1 {
                if let owner = types[type]?.first, owner < file.stage { members[member] = file.stage }
            }
        }
    }
}

private struct SourceFile {
    struct Word {
        var text: String
        /// The bytes before and behind it.
        var before: UInt8
        var after: UInt8
    }

    let path: String
    let stage: Int
    private let lines: [[Word]]
    /// What other files see of its top, with whether it is a function.
    private(set) var globals: [String: Bool] = [:]
    /// Members that it adds to types.
    private(set) var added: [(type: String, member: String)] = []
    /// All that it declares anywhere.
    private(set) var declared: Set<String> = []

    static func all(stages: [String]) throws -> [SourceFile] {
        try SwiftSource.paths().map { path in
            let folder = path.split(separator: "/")[0]
            // At the top stand the pipeline, which uses all stages, and the version, which uses none.
            let stage = path == "Pipeline.swift" ? stages.count - 1 : stages.firstIndex { $0 == folder } ?? 0
            return SourceFile(path, stage, try SwiftSource(path: path).code)
        }
    }

    private init(_ path: String, _ stage: Int, _ code: [[UInt8]]) {
        (self.path, self.stage) = (path, stage)
        lines = code.map { SourceFile.words(in: $0) }
        var extended: String?
        for (line, words) in zip(code, lines) where !words.isEmpty {
            collectDeclarations(in: words)
            let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
            let declaration = SourceFile.declaration(words)
            if indentation == 0 {
                extended =
                    words.first { $0.text == "extension" } == nil
                    ? nil : words.drop { $0.text != "extension" }.dropFirst().first?.text
                if extended == nil, let declaration { globals[declaration.name] = declaration.keyword == "func" }
            } else if indentation == 4, let extended, let declaration {
                added.append((extended, declaration.name))
            }
        }
    }

    private static let types = ["struct", "enum", "class", "protocol", "typealias"]
    private static let keywords = Set(types + ["func", "let", "var", "case", "associatedtype"])

    private mutating func collectDeclarations(in words: [Word]) {
        for (word, next) in zip(words, words.dropFirst()) where SourceFile.keywords.contains(word.text) {
            declared.insert(next.text)
        }
        if words[0].text == "case" { declared.formUnion(words.map(\.text)) }
    }

    /// What a line declares for other files to see.
    private static func declaration(_ words: [Word]) -> (keyword: String, name: String)? {
        let keywords = types + ["func", "let", "var"]
        guard let place = words.firstIndex(where: { keywords.contains($0.text) }), place + 1 < words.count,
            words[..<place].allSatisfy({ modifiers.contains($0.text) || $0.before == UInt8(ascii: "@") })
        else { return nil }
        return (words[place].text, words[place + 1].text)
    }

    private static let modifiers: Set = [
        "package", "final", "indirect", "static", "mutating", "consuming", "nonisolated", "Sendable",
    ]

    func uses(of names: Names) -> [(name: String, stage: Int, line: Int)] {
        var uses: [(name: String, stage: Int, line: Int)] = []
        for (number, words) in lines.enumerated() {
            for word in words where !declared.contains(word.text) {
                if word.before == UInt8(ascii: ".") {
                    if let stage = names.members[word.text] { uses.append((word.text, stage, number + 1)) }
                } else if let (stage, isFunction) = names.global[word.text], word.after != UInt8(ascii: ":"),
                    !isFunction || word.after == UInt8(ascii: "(")
                {
                    uses.append((word.text, stage, number + 1))
                }
            }
        }
        return uses
    }

    // MARK: Text

    static func words(in line: [UInt8]) -> [Word] {
        func isPart(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: "_") }
        var (words, at) = ([Word](), 0)
        while at < line.count {
            guard isPart(line[at]) else {
                at += 1
                continue
            }
            let end = line[at...].firstIndex { !isPart($0) } ?? line.count
            words.append(
                Word(
                    text: String(decoding: line[at..<end], as: UTF8.self), before: at > 0 ? line[at - 1] : 0,
                    after: end < line.count ? line[end] : 0))
            at = end
        }
        return words
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
