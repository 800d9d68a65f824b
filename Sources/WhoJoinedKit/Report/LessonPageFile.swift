import DelimitedText

/// A lesson's page in the week's folder, as text and as HTML.
struct LessonPageFile: Sendable, Hashable {
    static let folder = "lessons"

    /// Without its ending, from the week's folder: `lessons/2026-11-16_0900_4B_KEY`.
    var path: String
    /// `4B Maths, Mon 16 Nov 09:00`
    var title: String

    init(path: String, title: String) { (self.path, self.title) = (path, title) }

    init(of session: LinkedSession, _ context: ReportContext) {
        let time = context.time(session.start).utf8.filter { $0 != .colon }
        let text =
            "\(session.day.iso)_\(String(decoding: time, as: UTF8.self))_\(session.classText)_\(session.key)"
        self.init(
            path: "\(LessonPageFile.folder)/\(SafeFileNames([text])[text])", title: context.title(of: session))
    }

    /// Both forms.
    func files(_ facts: LessonFacts, settle: String?, template: String) -> [ReportFile] {
        [
            ReportFile(path: path + ".html", bytes: lessonHTML(facts, template: template)),
            ReportFile(
                path: path + ".txt", bytes: Array((lessonPage(facts, LessonLook(settle: settle)) + "\n").utf8)),
        ]
    }
}
