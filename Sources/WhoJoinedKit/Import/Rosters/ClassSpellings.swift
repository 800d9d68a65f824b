/// Which of the class names of all lists are one class with another spelling: `4B`, `Year 4B`, `04B`, `4B (Mrs Lamb)`.
struct ClassSpellings {
    /// The name to use, by the key of each spelling that is folded into it.
    private var names: [String: ClassCode] = [:]
    /// Other keys that a timetable may use, by the key of the name.
    private var others: [String: Set<String>] = [:]
    private(set) var problems: [Problem] = []

    init() {}

    init(_ documents: [RosterDocument]) {
        var groups: [String: [RosterDocument.Class]] = [:]
        for entry in documents.filter({ $0.kind == "flat" }).flatMap(\.classes) where !entry.name.isEmpty {
            groups[ClassSpelling(entry.name).key, default: []].append(entry)
        }
        let known = Set(documents.flatMap(\.classes).map { ClassCode($0.name).key })
        for (key, entries) in groups.sorted(by: { $0.key < $1.key }) { fold(entries, key, known) }
    }

    func code(of name: String) -> ClassCode {
        let code = ClassCode(name)
        return names[code.key] ?? code
    }

    func aliases(of code: ClassCode) -> Set<String> { others[code.key] ?? [] }

    private mutating func fold(_ entries: [RosterDocument.Class], _ key: String, _ known: Set<String>) {
        let texts = Set(entries.map(\.name)).sorted()
        let keys = Set(texts.map { ClassCode($0).key })
        let spellings = texts.map(ClassSpelling.init)
        let teachers = Set(spellings.map(\.teacher)).subtracting([""])
        let kinds = Set(spellings.filter(\.isNumber).map(\.kind)).subtracting([""])
        guard let first = entries.first else { return }
        if teachers.count > 1 || kinds.count > 1 {
            say(texts, first, "look like one class and are kept apart", isOne: false)
            return
        }
        let best = texts.min { ClassSpellings.rank($0, key) < ClassSpellings.rank($1, key) } ?? first.name
        let name = ClassCode(best)
        if keys.count > 1 {
            for key in keys { names[key] = name }
            say(texts.filter { ClassCode($0).key != name.key }, first, "is also written", name: best, isOne: true)
        }
        if !known.contains(key) || keys.contains(key) { others[name.key, default: []].insert(key) }
        others[name.key, default: []].formUnion(keys.subtracting([name.key]))
    }

    /// The plainest spelling is the name.
    private static func rank(_ text: String, _ key: String) -> (Int, Int, String) {
        (ClassCode(text).key == key ? 0 : 1, text.utf8.count, text)
    }

    private mutating func say(
        _ texts: [String], _ first: RosterDocument.Class, _ what: String, name: String = "", isOne: Bool
    ) {
        guard texts.count > (isOne ? 0 : 1), let file = first.file else { return }
        let list = texts.map { PlainText.clean($0, limit: 40) }.joined(separator: ", ")
        let subject = isOne ? "class \(PlainText.clean(name, limit: 40)) \(what) \(list)" : "classes \(list) \(what)"
        problems.append(
            Problem(
                file, line: first.line, code: "class-spelling", isOne ? subject + "; they are taken for one" : subject,
                fix: isOne
                    ? "if they are several classes, give them names that differ" : "if they are one, write it alike",
                severity: isOne ? .note : .warning))
    }
}
