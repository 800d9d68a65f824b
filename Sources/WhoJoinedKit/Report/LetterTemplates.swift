import Synchronization
import Templates

/// The letters' templates, one language each (`Templates/letters/en.txt` …), checked before a run uses them.
struct LetterTemplates: Sendable {
    /// By language code.
    private var templates: [String: UnreadTemplate]

    static let builtIn = LetterTemplates(embeddedTemplates)

    /// - Parameter files: paths inside the Templates folder with their text; those outside `letters/` are ignored.
    ///   Without mistakes (`checkTemplates`). English, which every family without a known language gets, is built in.
    init(_ files: [(file: String, text: String)]) {
        var texts: [String: String] = [:]
        for (file, text) in embeddedTemplates + files {
            if let language = Self.language(ofFile: file) { texts[language] = text }
        }
        templates = texts.mapValues { UnreadTemplate($0) }
    }

    /// `letters/pl.txt` -> `pl`
    private static func language(ofFile file: String) -> String? {
        let parts = file.split(separator: "/")
        guard parts.count == 2, parts[0] == "letters", parts[1].utf8.count == 6,
            parts[1].utf8.suffix(4).elementsEqual(".txt".utf8)
        else { return nil }
        return parts[1].prefix(2).lowercased()
    }

    /// The language of a letter for a home language as rosters write it; English, where there is no template or the
    /// template has not been reviewed.
    ///
    /// - Parameter isUnreviewedAllowed: the school takes templates that none of its readers has looked at.
    func language(for home: String?, unreviewed isUnreviewedAllowed: Bool) -> LetterLanguage {
        guard let code = home.flatMap({ LetterLanguage.code(of: $0) }) else { return .english }
        if let template = templates[code], isUnreviewedAllowed || !template.head.isUnreviewed {
            return LetterLanguage(code: code)
        }
        return LetterLanguage(code: LetterLanguage.english.code, untranslated: languageName(code))
    }

    /// Of one letter, which may be about several children: the first language that is known.
    func language(of pupils: some Sequence<Pupil.Index>, in school: School) -> LetterLanguage {
        let home = pupils.lazy.compactMap { school.roster.pupils[$0].language }.first
        return language(for: home, unreviewed: school.settings.takesUnreviewedLetters)
    }

    /// Languages of pupils of the roster whose letters are in English because nobody has reviewed the template.
    func notes(on school: School) -> [Problem] {
        if school.settings.takesUnreviewedLetters { return [] }
        let codes = school.roster.pupils.compactMap { $0.language.flatMap { LetterLanguage.code(of: $0) } }
        let counts = Dictionary(grouping: codes.filter { templates[$0]?.head.isUnreviewed ?? false }, by: { $0 })
        return counts.sorted { $0.key < $1.key }.map { code, all in
            let name = languageName(code) ?? code
            return Problem(
                "Templates/letters/\(code).txt", code: "unreviewed",
                TemplateWords.unreviewed(all.count, name), fix: TemplateWords.review(name), severity: .note)
        }
    }

    subscript(language: String) -> LetterTemplate { templates[language]?.read() ?? templates["en"]!.read()! }
}

/// Read when the first letter in its language is written: of eleven languages a school needs two or three.
private final class UnreadTemplate: Sendable {
    let head: TemplateHead
    private let text: String
    private let template = Mutex<LetterTemplate?>(nil)

    init(_ text: String) { (head, self.text) = (TemplateHead(text), text) }

    /// - Returns: `nil` where it has a mistake, which ends a run before any letter.
    func read() -> LetterTemplate? {
        template.withLock { template in
            if template == nil { template = try? LetterTemplate(text) }
            return template
        }
    }
}

/// Every template of the reports: the letters', and the page's for SLT.
struct ReportTemplates: Sendable {
    var letters: LetterTemplates
    /// Holds `{{title}}` and `{{{main}}}` once each.
    var page: String

    static let builtIn = ReportTemplates(embeddedTemplates)

    init(_ files: [(file: String, text: String)]) {
        letters = LetterTemplates(files)
        page = (embeddedTemplates + files).last { $0.file == Self.pageFile }?.text ?? "{{title}}{{{main}}}"
    }

    static let pageFile = "slt-summary.html"
}

/// Every mistake in the templates: a placeholder that nothing fills, a section that is not closed.
///
/// A run with a problem here ends before it writes anything (exit 78).
func checkTemplates(_ files: [(file: String, text: String)]) -> [Problem] {
    files.flatMap { file, text in
        file == ReportTemplates.pageFile
            ? checkPage(text) : file.utf8.starts(with: "letters/".utf8) ? checkTemplate(text, file: file) : []
    }
}

private func checkPage(_ text: String) -> [Problem] {
    let bytes = Array(text.utf8)
    let tags = templateTags(bytes).map { String(decoding: bytes[$0.place], as: UTF8.self) }
    if tags.sorted() == ["{{title}}", "{{{main}}}"] { return [] }
    return [
        Problem(
            "Templates/\(ReportTemplates.pageFile)", code: "template-placeholder",
            TemplateWords.wrongPage, fix: TemplateWords.mendPage)
    ]
}

private func checkTemplate(_ text: String, file: String) -> [Problem] {
    var problems: [Problem] = []
    var open: [(name: String, line: Int)] = []
    let known = Set(TemplateField.allCases.map(\.rawValue))
    func report(_ line: Int, _ code: String, _ what: String, fix: String) {
        problems.append(Problem("Templates/\(file)", line: line, code: code, what, fix: fix))
    }
    for tag in templateTags(Array(text.utf8)) where tag.kind != .remark {
        if tag.kind == .broken {
            report(tag.line, "template-tag", TemplateWords.openTag, fix: TemplateWords.closeTag)
            continue
        }
        guard known.contains(tag.name) else {
            report(
                tag.line, "template-placeholder", TemplateWords.unknownField,
                fix: TemplateWords.fields(known.sorted()))
            continue
        }
        if tag.kind == .section { open.append((tag.name, tag.line)) }
        if tag.kind == .end {
            if open.last?.name == tag.name {
                open.removeLast()
            } else {
                report(tag.line, "template-section", TemplateWords.wrongEnd, fix: TemplateWords.reverseOrder)
            }
        }
    }
    for line in TemplateHead(text).wrongLines {
        report(line, "template-head", TemplateWords.wrongList, fix: TemplateWords.partByCommas)
    }
    for section in open {
        report(
            section.line, "template-section", TemplateWords.openSection,
            fix: TemplateWords.closeSection(section.name))
    }
    // The checks above say what is wrong and where; this is for what they do not know.
    if problems.isEmpty, (try? LetterTemplate(text)) == nil {
        report(1, "template-tag", TemplateWords.unreadable, fix: TemplateWords.seeLetters)
    }
    return problems
}
