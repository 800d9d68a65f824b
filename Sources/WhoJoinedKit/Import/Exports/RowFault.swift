import DelimitedText

/// Why one row cannot be used. The wording is made here and nowhere else.
enum RowFault: Hashable {
    case damaged(LineDamage)
    case short, cutShort
    case time(String), noTime(String), duration(String)
    case leftBeforeJoined, inTheFuture, tooLong, otherDateOrder, noDate
    case unknownAction, notAName
    /// Its title.
    case unknownSection(String)
    /// Its name.
    case unknownEvent(String)

    var code: String {
        switch self {
        case .damaged: "damaged-line"
        case .short: "short-row"
        case .cutShort: "incomplete-last-row"
        case .time, .noTime: "bad-time"
        case .duration: "bad-duration"
        case .leftBeforeJoined: "left-before-joined"
        case .inTheFuture: "future-time"
        case .tooLong: "too-long"
        case .otherDateOrder, .noDate: "bad-time"
        case .unknownAction: "unknown-action"
        case .notAName: "no-name"
        case .unknownSection: "unknown-section"
        case .unknownEvent: "unknown-event"
        }
    }

    var what: String {
        switch self {
        case .damaged(.misplacedQuote): "a quotation mark stands where none may stand, so the row cannot be read"
        case .damaged(.unterminatedQuote):
            "a quoted value opened here is never closed on its line, so the row cannot be read"
        case .damaged(.lineTooLong): "the line is longer than 1 MiB"
        case .damaged(.fieldTooLong): "a value is longer than 64 KiB"
        case .damaged(.nulByte): "the line holds NUL bytes, as after a crash or a broken copy"
        case .damaged(.notUTF8): "the line holds bytes that are no letters"
        case .damaged(.outOfMemory): "there is not enough memory for the line"
        case .short: "the row has fewer columns than it needs"
        case .cutShort: "the last row is cut short, so the file is not complete"
        case .time(let column): "\"\(column)\" cannot be read as a date and time"
        case .noTime(let column): "\"\(column)\" is empty"
        case .duration(let column): "\"\(column)\" is not a possible duration"
        case .leftBeforeJoined: "the leaving time is before the joining time"
        case .inTheFuture: "the times are later than today"
        case .tooLong: "the stay is longer than any platform lets a meeting last"
        case .otherDateOrder: "the date does not exist in the day and month order of the rest of the file"
        case .noDate: "a time stands without a date, unlike in the rest of the file"
        case .unknownAction: "the action is neither joining nor leaving"
        case .notAName: "the line is no name, so it is not used"
        case .unknownSection(let title): "the section \"\(title)\" is not understood, so this row of it is not used"
        case .unknownEvent(let name):
            name.isEmpty
                ? "the event of this row has no name, so the row is not used"
                : "the event \"\(name)\" is not understood, so this row is not used"
        }
    }

    var fix: String {
        switch self {
        case .cutShort: "download the export again when it is complete"
        case .damaged: "download the export again and do not edit it"
        default: "look at this row of the export, or export it again"
        }
    }
}
