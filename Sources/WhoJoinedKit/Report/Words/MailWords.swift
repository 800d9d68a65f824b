/// The words of messages, and of what `mail` could not address.
enum MailWords {
    // MARK: Messages

    static func title(_ school: String, _ week: Week) -> String {
        "\(school), week ending \(week.sunday.shortWithYear)"
    }
    static func forSLT(_ title: String) -> String { "Online lessons: \(title)" }
    static func forLead(_ title: String) -> String { "Online lessons, safeguarding: \(title)" }
    static func forClass(_ name: String, _ title: String) -> String { "Families to contact, \(name): \(title)" }
    static func forFamily(_ school: String) -> String { "Online lessons at \(school)" }
    static let whatIsAttached =
        """

        Attached: slt-summary.html is the whole page, with pictures (open it in a browser); slt-summary.txt is the same
        without them; the tables are for a spreadsheet.

        """

    // MARK: What could not be sent

    static let noLead = "[mail] dsl is not set, so dsl.txt goes to nobody by mail"
    static let giveLead = "give the safeguarding lead's address, or hand the page over yourself"
    static func noAddress(in key: String) -> String { "[mail] \(key) holds something that is not an e-mail address" }
    static let mendAddress = "correct it; nothing was sent there"
    static let noClassLead =
        "no lead member of staff with a school e-mail is known, so the class's list is sent to nobody"
    static func oldContact(_ file: String, pupil id: String, _ week: Week) -> String {
        "\(file): error: names a contact who may not be used any more (pupil \(id)); fix: run whojoined week --week \(week.iso) again, then mail"
    }
    static let reached = "followups.csv says that this family was reached, so the letter is not sent"
    static let runAgain = "run whojoined week again for a letter about what is left, if anything"
    static let noFamilyAddress =
        "no e-mail address on the roster may be used for this family, so the letter is not sent"
    static let addAddress = "add the address to the MIS, or use another way"
    static func noReport(_ path: String) -> String {
        "\(path): error: there is no such report; fix: run whojoined week first"
    }
    static let notReadable = "the reports cannot be looked at"
}
