/// Why no messages can be made of a week's reports.
enum MailPackError: Error {
    /// The week has no such report yet.
    case missing(message: String)
    /// Somebody who may not be written to any more stands in it.
    case old(message: String)
    case unreadable(message: String)
}
