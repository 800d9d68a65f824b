import HostSystem
import Templates

/// The Templates folder of the installation (`PREFIX/share/whojoined/Templates`) or of the checkout that the program
/// was built in; none when it was moved alone, and then the built-in templates are used.
///
/// - Returns: the templates, and every mistake in them (exit 78).
func readTemplates() -> (ReportTemplates, [Problem]) {
    let wanted: [(file: String, path: HostPath)]
    do throws(SystemError) {
        guard let folder = try templateFolder() else { return (.builtIn, []) }
        let letters = try folderEntries(folder.appending("letters")).filter {
            $0.kind == .file && $0.path.name.suffix(4) == Array(".txt".utf8)[...]
        }
        wanted =
            letters.map { ("letters/\(String(decoding: $0.path.name, as: UTF8.self))", $0.path) } + [
                (ReportTemplates.pageFile, folder.appending(ReportTemplates.pageFile))
            ]
    } catch {
        // A letter in other words than the school's would be sent in its name.
        return (.builtIn, [.readingFailed("Templates", error.reason)])
    }
    var files: [(file: String, text: String)] = []
    var problems: [Problem] = []
    for (file, path) in wanted {
        guard let content = try? readOrdinaryFile(path, limit: 262_144),
            let text = String(validating: content.bytes, as: UTF8.self)
        else {
            problems.append(
                Problem(
                    "Templates/\(PlainText.clean(file))", code: "template-unreadable",
                    TemplateWords.noText, fix: TemplateWords.saveAsText))
            continue
        }
        files.append((file, text))
    }
    // Those that are as they were built in have no mistake: a test looks at each.
    let own = files.filter { embeddedTemplate($0.file) != $0.text }
    return (ReportTemplates(files), problems + checkTemplates(own))
}

private func templateFolder() throws(SystemError) -> HostPath? {
    guard var place = Machine.programPath()?.parent else { return nil }
    let installed = place.parent.appending("share/whojoined/Templates")
    if try hasLetters(installed) { return installed }
    // A checkout: .build/release, .build/x86_64-unknown-linux-gnu/debug …
    for _ in 0..<5 {
        if try fileEntry(at: place.appending("Package.swift")) != nil {
            let own = place.appending("Templates")
            return try hasLetters(own) ? own : nil
        }
        place = place.parent
    }
    return nil
}

private func hasLetters(_ folder: HostPath) throws(SystemError) -> Bool {
    try fileEntry(at: folder.appending("letters"))?.kind == .folder
}
