import Mustache

/// The letters' templates, one language each (`Templates/letters/en.txt` …), checked before a run uses them.
///
/// Values go in once and as they are: a name that looks like a placeholder comes out as that name.
struct LetterTemplates: Sendable {
    /// By language code; the text as in the file.
    private var texts: [String: String]

    static let builtIn = LetterTemplates(builtInTemplates)

    /// - Parameter files: paths inside the Templates folder with their text; those outside `letters/` are ignored.
    ///   English, which every family without a known language gets, is built in.
    init(_ files: [(file: String, text: String)]) {
        texts = [:]
        for (file, text) in builtInTemplates + files {
            if let language = Self.language(ofFile: file) { texts[language] = text }
        }
    }

    /// `letters/pl.txt` -> `pl`
    private static func language(ofFile file: String) -> String? {
        let parts = file.split(separator: "/")
        guard parts.count == 2, parts[0] == "letters", parts[1].utf8.count == 6, parts[1].utf8.suffix(4).elementsEqual(".txt".utf8) else { return nil }
        return parts[1].prefix(2).lowercased()
    }

    /// The template's language for a home language as rosters write it (`pl`, `pl-PL`, `Polish`); English otherwise.
    func language(for home: String?) -> String {
        guard let home = home?.lowercased() else { return "en" }
        if let code = Self.codes[home], texts[code] != nil { return code }
        let head = home.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
        return head.utf8.count == 2 && texts[head] != nil ? head : "en"
    }

    private static let codes = [
        "polish": "pl", "polski": "pl", "pol": "pl", "romanian": "ro", "ron": "ro", "rum": "ro", "spanish": "es", "spa": "es", "portuguese": "pt",
        "por": "pt", "english": "en", "eng": "en", "urdu": "ur", "urd": "ur", "arabic": "ar", "ara": "ar", "bengali": "bn", "ben": "bn",
        "panjabi": "pa", "punjabi": "pa", "pan": "pa", "ukrainian": "uk", "ukr": "uk", "lithuanian": "lt", "lit": "lt", "turkish": "tr",
        "tur": "tr", "somali": "so", "som": "so", "french": "fr", "fra": "fr", "italian": "it", "ita": "it", "german": "de", "deu": "de",
    ]

    /// A template ready to be filled.
    func template(_ language: String) throws -> MustacheTemplate {
        // Plain text: nothing is escaped for HTML.
        try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + (texts[language] ?? texts["en"] ?? ""))
    }
}

/// Every template of the reports: the letters', and the page's for SLT.
struct ReportTemplates: Sendable {
    var letters: LetterTemplates
    /// Holds `{{title}}` and `{{{main}}}` once each.
    var page: String

    static let builtIn = ReportTemplates(builtInTemplates)

    init(_ files: [(file: String, text: String)]) {
        letters = LetterTemplates(files)
        page = (builtInTemplates + files).last { $0.file == Self.pageFile }?.text ?? "{{title}}{{{main}}}"
    }

    static let pageFile = "slt-summary.html"
}

/// What a template may ask for; `#` marks what opens a section.
enum TemplateField: String, CaseIterable {
    case school, today, contact, children, support
    case name, missed, late
    case cameraOff = "camera_off"
    case outsideAccount = "outside_account"
    case noAgreement = "no_agreement"
    case day, date, time, lesson
}

/// Every mistake in the templates: a placeholder that nothing fills, a section that is not closed.
///
/// A run with a problem here ends before it writes anything (exit 78).
func checkTemplates(_ files: [(file: String, text: String)]) -> [Problem] {
    files.flatMap { file, text in
        file == ReportTemplates.pageFile ? checkPage(text) : file.utf8.starts(with: "letters/".utf8) ? checkTemplate(text, file: file) : []
    }
}

private func checkPage(_ text: String) -> [Problem] {
    let tags = templateTags(Array(text.utf8)).compactMap(\.content).sorted()
    if tags == ["title", "{main"] { return [] }
    return [
        Problem(
            "Templates/\(ReportTemplates.pageFile)", code: "template-placeholder", "the page does not have each of its two placeholders once",
            fix: "write {{title}} and {{{main}}} once each")
    ]
}

private func checkTemplate(_ text: String, file: String) -> [Problem] {
    var problems: [Problem] = []
    var open: [(name: String, line: Int)] = []
    let known = Set(TemplateField.allCases.map(\.rawValue))
    func report(_ line: Int, _ code: String, _ what: String, fix: String) {
        problems.append(Problem("Templates/\(file)", line: line, code: code, what, fix: fix))
    }
    for tag in templateTags(Array(text.utf8)) {
        guard let content = tag.content else {
            report(tag.line, "template-tag", "a placeholder is not closed", fix: "end it with }}")
            continue
        }
        let mark = content.utf8.first ?? 0
        let isMarked = [0x23, 0x5E, 0x2F, 0x26, 0x7B].contains(mark)
        let name = trimmed(isMarked ? String(content.dropFirst()) : content)
        if mark == 0x21 { continue }
        guard known.contains(name) else {
            let fields = known.sorted().joined(separator: ", ")
            report(tag.line, "template-placeholder", "a placeholder that nothing fills", fix: "use one of \(fields)")
            continue
        }
        if mark == 0x23 || mark == 0x5E { open.append((name, tag.line)) }
        if mark == 0x2F {
            if open.last?.name == name {
                open.removeLast()
            } else {
                report(
                    tag.line, "template-section", "the section that ends here was not the last to begin",
                    fix: "close sections in the reverse order of their beginning")
            }
        }
    }
    for section in open { report(section.line, "template-section", "a section that is never closed", fix: "end it with {{/\(section.name)}}") }
    return problems
}

private func trimmed(_ text: String) -> String {
    String(decoding: text.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == 0x7D }.reversed(), as: UTF8.self)
}

/// The tags of a template in order, without their braces; `nil` content where `}}` is missing.
private func templateTags(_ bytes: [UInt8]) -> [(line: Int, content: String?)] {
    var tags: [(line: Int, content: String?)] = []
    var (line, i) = (1, 0)
    while i < bytes.count {
        if bytes[i] == 0x0A { line += 1 }
        guard bytes[i] == 0x7B, i + 1 < bytes.count, bytes[i + 1] == 0x7B else {
            i += 1
            continue
        }
        var end = i + 2
        while end + 1 < bytes.count && bytes[end] != 0x0A && !(bytes[end] == 0x7D && bytes[end + 1] == 0x7D) { end += 1 }
        let isClosed = end + 1 < bytes.count && bytes[end] == 0x7D
        tags.append((line, isClosed ? String(decoding: bytes[(i + 2)..<end], as: UTF8.self) : nil))
        i = isClosed ? end + 2 : end
    }
    return tags
}
