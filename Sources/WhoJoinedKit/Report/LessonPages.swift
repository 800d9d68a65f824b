/// The pages of single lessons that a week's folder has and keeps: those of its sessions are made again, with what is
/// known by now; the others stay as they are.
struct LessonPages: Sendable {
    /// Without their endings, from the week's folder.
    var paths: Set<String> = []
    /// By path, with its ending.
    var bytes: [String: [UInt8]] = [:]

    /// In the order of their names, which is that of the lessons.
    func listed(_ context: ReportContext) -> [LessonPageFile] {
        let known = titles(context)
        return paths.sorted().map { LessonPageFile(path: $0, title: known[$0]?.title ?? title(of: $0)) }
    }

    func files(_ context: ReportContext, template: String) -> [ReportFile] {
        if paths.isEmpty { return [] }
        var files: [ReportFile] = []
        var left = paths
        for judged in context.result.sessions where judged.session.hasData {
            let page = LessonPageFile(of: judged.session, context)
            guard left.remove(page.path) != nil else { continue }
            let settle = Commands.settle(judged.session)
            files += page.files(LessonFacts(judged, context), settle: settle, template: template)
        }
        for path in left.sorted() {
            for ending in [".html", ".txt"] {
                if let bytes = bytes[path + ending] { files.append(ReportFile(path: path + ending, bytes: bytes)) }
            }
        }
        return files
    }

    private func titles(_ context: ReportContext) -> [String: LessonPageFile] {
        let pages = context.result.sessions.filter(\.session.hasData).map { LessonPageFile(of: $0.session, context) }
        return Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `2026-11-16 0900 4B` of a page whose session is not known here.
    private func title(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.split(separator: "_").dropLast().joined(separator: " ")
    }
}
