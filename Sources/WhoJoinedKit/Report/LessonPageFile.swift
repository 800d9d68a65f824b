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
        let name = LessonPageFile.name(
            day: session.day.iso, time: context.time(session.start), classText: session.classText, key: session.key)
        self.init(path: "\(LessonPageFile.folder)/\(name)", title: context.title(of: session))
    }

    /// `2026-11-16_0900_4B_KEY`
    ///
    /// - Parameter time: `09:00` or `09:00:00`.
    static func name(day: String, time: String, classText: String, key: String) -> String {
        let digits = time.utf8.filter { $0 != .colon }.prefix(4)
        let text = "\(day)_\(String(decoding: digits, as: UTF8.self))_\(classText)_\(key)"
        return SafeFileNames([text])[text]
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
