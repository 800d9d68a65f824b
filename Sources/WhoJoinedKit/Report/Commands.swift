/// The commands that pages give to be copied; `nil` where a command line cannot hold what it needs.
enum Commands {
    /// Where no name can be given.
    static let confirmAlone = "whojoined confirm"

    /// Settles who a display name is.
    ///
    /// - Parameters:
    ///   - person: an id; `nil`: the reader puts it in.
    ///   - exports: those that are not in the inbox.
    static func confirm(
        _ name: String, of classText: String?, as person: String? = nil, from exports: [String] = []
    ) -> String? {
        guard let word = PlainText.shellWord(name) else { return nil }
        let id = person.flatMap { PlainText.shellWord($0) } ?? "ID"
        let from = exports.map { option("--from", $0) }.joined()
        let options = "\(option("--class", classText)) --as \(id)\(from)"
        // What begins with a dash would be taken for an option.
        return name.utf8.first == .hyphen
            ? "whojoined confirm\(options) -- \(word)" : "whojoined confirm \(word)\(options)"
    }

    /// Asks for the open names of the sessions of that class and week.
    static func settle(_ session: LinkedSession) -> String {
        "whojoined settle --week \(session.day.week.iso)\(option("--class", session.classes.first?.text))"
    }

    /// Asks for the open names of those exports.
    static func settle(_ exports: [String], of classText: String?) -> String? {
        let words = exports.compactMap { PlainText.shellWord($0) }
        if words.count < exports.count { return nil }
        return "whojoined settle \(words.joined(separator: " "))\(option("--class", classText))"
    }

    /// Lets somebody in again who was removed.
    static func clear(_ person: String) -> String? { PlainText.shellWord(person).map { "whojoined clear \($0)" } }

    /// Notes what the host has ticked.
    static func noteTicks(of session: LinkedSession, start: String) -> String? {
        session.classes.first.flatMap { PlainText.shellWord($0.text) }.map {
            "whojoined note \($0) host-checks --on \(session.day.iso) --start \(start) --text \"muted, lock\""
        }
    }

    private static func option(_ name: String, _ value: String?) -> String {
        value.flatMap { PlainText.shellWord($0) }.map { " \(name) \($0)" } ?? ""
    }
}
