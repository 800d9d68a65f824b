/// One platform's way of writing who was there. One type and one file per family.
protocol PlatformFormat: Sendable {
    /// For messages: `Zoom participants report`.
    static var name: String { get }
    /// What its files can tell at most.
    static var tells: FormatTells { get }
    /// By header cells, never by file name or line number.
    static func recognises(_ head: [HeadRow]) -> Bool
    /// By the shape of the rows, for headers in languages that nobody has seen; asked only of files that no header
    /// identifies.
    static func recognisesShape(_ head: [HeadRow]) -> Bool
    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport
}

extension PlatformFormat {
    static func recognisesShape(_: [HeadRow]) -> Bool { false }
}
