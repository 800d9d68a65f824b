import DelimitedText

/// What the caller knows about an export that the file itself may not say.
struct ReadingHints: Sendable {
    var zone = SchoolZone.london
    /// `--date-order`: asked of a person, so it decides whatever the values themselves leave open.
    var commandLineOrder: DateDecision.Order?
    /// `[school] date-order`: the last resort.
    var settingsOrder: DateDecision.Order?
    /// What another export of the same organiser in the batch turned out to be by its values.
    var siblingOrder: DateDecision.Order?
    /// `--date`, for exports that hold clock times only.
    var date: Day?
    /// Days on which the timetable expects something: an ambiguous date that equals exactly one of them is decided.
    var expectedDays: Set<Day> = []
    /// Rows more than a day later are refused, if others of their meeting are not. `nil`: no row is too late.
    var now: Instant?
    /// How many cores may read one long file.
    var jobs = 1
}

/// A file that cannot be used at all, with everything that is wrong with it.
struct ImportRefusal: Error, Sendable {
    /// The code for `inspect`'s `error.code`: the first problem's.
    var problems: [Problem]
    /// The host's e-mail, when the file says: another export of the same host may tell the date order (`date-order`).
    var organiser: String?
    /// What the file says of itself, when it was recognised and only has no usable row.
    var withoutRows: MeetingExport?
    /// What the file says if months come before days, when nothing else is missing: so it need not be read again for an
    /// answer.
    var ifMonthFirst: MeetingExport?

    init(problems: [Problem], organiser: String? = nil) {
        self.problems = problems
        self.organiser = organiser
    }

    /// A header that does not tell which column is which.
    init(badHeader row: HeadRow, of file: String, _ what: String) {
        self.init(problems: [
            Problem(
                file, line: row.line, code: "bad-header", what,
                fix: "export the report again and do not edit its header")
        ])
    }

    /// True when only the order of day and month is missing: with `siblingOrder` the file can be read.
    var isOnlyDateOrder: Bool { problems.first?.code == "date-order" }
}

/// One platform's way of writing who was there. One type and one file per family.
protocol PlatformFormat: Sendable {
    /// For messages: `Zoom participants report`.
    static var name: String { get }
    /// By header cells, never by file name or line number (`exports.md` §1).
    static func recognises(_ head: [HeadRow]) -> Bool
    /// By the shape of the rows, for headers in languages that nobody has seen; asked only of files that no header
    /// identifies.
    static func recognisesShape(_ head: [HeadRow]) -> Bool
    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport
}

extension PlatformFormat {
    static func recognisesShape(_: [HeadRow]) -> Bool { false }
}

/// In the order of `exports.md` §1. A new format is one file and one line here.
let platformFormats: [any PlatformFormat.Type] = [
    ZoomWebinar.self, ZoomListDetails.self, ZoomDashboard.self, ZoomParticipants.self,
    TeamsEventList.self, TeamsSections.self, TeamsReport2021.self,
    MeetAdminLog.self, MeetAttendance.self, MeetGMA.self, MeetFullName.self, MeetTrackr.self, MeetRanges.self,
    MeetSNo.self,
    MeetListRevamped.self, WebexEvents.self,
]

/// Reads one export of any platform.
///
/// - Parameters:
///   - bytes: the file as it is; given away, so that a big file is in memory once.
///   - file: what reports and messages call it.
/// - Throws: the problems that make the whole file unusable. Rows that are unusable stand in `MeetingExport.problems`.
func readExport(_ bytes: consuming [UInt8], file: String, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
    let decoded: DecodedText
    do {
        decoded = try decodeText(bytes)
    } catch {
        throw ImportRefusal(problems: [wrongKind(error, file)])
    }
    let (text, format) = try recognise(decoded, file: file)
    return try format.read(text, hints: hints)
}

/// A platform's header stands near the top: no list of a school, whatever other columns there are.
func isParticipantExport(_ decoded: DecodedText) -> Bool {
    let text = UnsplitText(decoded)
    return text.delimiters.contains { delimiter in
        let head = ExportText(text, file: "", delimiter: delimiter).head
        return platformFormats.contains { $0.recognises(head) }
    }
}

/// The one format that recognises a file, with the separator under which it does.
func recognise(_ decoded: DecodedText, file: String) throws(ImportRefusal) -> (ExportText, any PlatformFormat.Type) {
    let unsplit = UnsplitText(decoded)
    let texts = unsplit.delimiters.lazy.map { ExportText(unsplit, file: file, delimiter: $0) }
    for text in texts {
        if let format = try single(platformFormats.filter { $0.recognises(text.head) }, text) { return (text, format) }
    }
    for text in texts {
        if let format = try single(platformFormats.filter { $0.recognisesShape(text.head) }, text) {
            return (text, format)
        }
    }
    throw ImportRefusal(problems: [notAnExport(texts.first?.head ?? [], texts.first?.damagedHead, file)])
}

private func single(_ found: [any PlatformFormat.Type], _ text: ExportText) throws(ImportRefusal) -> (
    any PlatformFormat.Type
)? {
    if found.count < 2 { return found.first }
    throw ImportRefusal(problems: [
        Problem(
            text.file, line: text.head.first?.line, code: "two-formats",
            "the headers fit two kinds of export: " + found.map { $0.name }.joined(separator: " and "),
            fix: "keep the exports of different platforms in files of their own")
    ])
}

private func wrongKind(_ kind: WrongKind, _ file: String) -> Problem {
    let code = kind == .empty ? "empty" : "not-text"
    let fix =
        kind == .empty ? "download the export again" : "export the participant list as CSV, and put that file here"
    let line = [.webPage, .json, .xml, .richText].contains(kind) ? 1 : nil
    return Problem(file, line: line, code: code, "this is \(kind.rawValue), not a participant export", fix: fix)
}

private func notAnExport(_ head: [HeadRow], _ damage: (line: Int, why: LineDamage)?, _ file: String) -> Problem {
    if let damage, damage.line < head.first?.line ?? .max {
        let fault = RowFault.damaged(damage.why)
        return Problem(
            file, line: damage.line, code: "no-header", "the header cannot be read: \(fault.what)", fix: fault.fix)
    }
    guard let first = head.first else {
        return Problem(file, code: "empty", "the file holds nothing but blank lines", fix: "download the export again")
    }
    if isRosterHeader(first) {
        return Problem(
            file, line: first.line, code: "roster", "this is a pupil list (a roster), not a participant export",
            fix: "put it into the folder roster/, and the meeting's export here")
    }
    return Problem(
        file, line: first.line, code: "no-header",
        "no header row of a Zoom, Teams, Meet or Webex export, such as \"Name (Original Name)\" or \"Full Name\"",
        fix: "export the participants again and do not edit the file")
}

/// Headers that lists of pupils have and exports of meetings do not.
private func isRosterHeader(_ row: HeadRow) -> Bool {
    let words: Set<String> = [
        "upn", "legal forename", "legal surname", "forename", "surname", "reg group", "reg", "registration group",
        "form", "year group",
        "admission number", "adm no", "preferred forename", "sourcedid", "givenname", "familyname", "given name",
        "family name",
        "date of birth", "dob", "sis id", "student id", "pupil id", "first name [required]", "tutor group", "class",
    ]
    return row.labels.count { words.contains($0) } >= 2
}
