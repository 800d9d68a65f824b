import ASCII

/// What a heading says that no column map has: every office and every system words them in its own way, and those that
/// tell who has left, who is an adult and who must not be written to may not be passed over.
struct HeadingWords {
    private let words: [String]
    private let own: Set<String>

    init(_ header: Header) {
        words = header.words.filter { $0 != "s" }
        own = Set(words)
    }

    var field: RosterField? {
        guard (1...7).contains(words.count) else { return nil }
        if isRestriction || has("opt") && has("out") && isAboutMail { return .courtOrder }
        if isAboutMail, has("consent", "consents", "permission", "opt", "subscribed", "happy") || saysWhoIsReached {
            return .mayReceiveMail
        }
        return rollField ?? nameField ?? classField ?? idField ?? emailField
    }

    private func has(_ some: String...) -> Bool { !own.isDisjoint(with: some) }

    private var isAboutMail: Bool {
        has("email", "emails", "mail", "mailing", "contact", "contacted", "communication", "communications", "letters")
    }

    /// `May Contact`, `Receives Mail`.
    private var saysWhoIsReached: Bool {
        [
            "may contact", "can contact", "ok to contact", "may be contacted", "can be contacted", "contact allowed",
            "contact permitted", "receives mail", "receives email", "receives emails", "receives letters",
            "receives communications",
        ].contains { words == $0.split(separator: " ").map(String.init) }
    }

    private func says(_ phrase: String) -> Bool {
        let sought = phrase.split(separator: " ").map(String.init)
        return words.indices.contains { words[$0...].starts(with: sought) }
    }

    // MARK: Restrictions

    /// `Legal restrictions`, `Injunction`, `Do not contact`: what keeps an adult from a child, and no diet.
    var isRestriction: Bool {
        let ofElse = has(
            "dietary", "diet", "food", "medical", "allergy", "photo", "photos", "photograph", "image", "media", "web",
            "internet", "sport", "pe", "travel", "tennis", "parking")
        if ofElse { return false }
        return has(
            "court", "injunction", "injunctions", "restricted", "restriction", "restrictions", "restrict", "barred",
            "custody", "prohibited", "nonmolestation", "molestation", "restraining", "banned", "estranged",
            "umgangsverbot", "kontaktverbot", "kontaktsperre", "auskunftssperre", "alejamiento", "contactverbod")
            || [
                "legal alert", "legal order", "legal issue", "legal issues", "legal status", "arrangements order",
            ].contains(where: says) || forbidsContact
    }

    private var forbidsContact: Bool {
        [
            "no contact", "non contact", "do not contact", "not contact", "dont contact", "not be contacted",
            "not to be contacted", "not to contact", "no access", "non mol",
        ].contains(where: says)
    }

    private static let barStems = [
        "contact", "court", "access", "mol", "prohib", "injunc", "barred", "banned", "restr",
    ].map { Array($0.utf8) }

    /// `Father (NO CONTACT)`, `Stepfather - court order`: what somebody wrote behind a relationship or a name.
    static func bars(_ text: String) -> Bool {
        // Court is a family name, and a court may appoint a guardian.
        // Asked of each contact's cells, and nearly all are a plain name.
        let lower = text.utf8.map(\.loweredASCII)
        guard lower.indices.contains(where: { at in barStems.contains { lower[at...].starts(with: $0) } }) else {
            return false
        }
        // Of a heading what stands in square brackets is no part.
        let words = HeadingWords(Header(text.replacing("[", with: " ").replacing("]", with: " ")))
        return words.forbidsContact || ["court order", "prohibited steps"].contains(where: words.says)
            || words.has("injunction", "barred", "banned", "nonmolestation", "molestation", "restraining", "restricted")
    }

    /// In one sentence of a note, whatever the others are about.
    static func isRestriction(inNotes text: String) -> Bool {
        let ends: [UInt8] = [.fullStop, .comma, .slash, .colon, UInt8(ascii: ";"), .lineFeed]
        return text.utf8.split(whereSeparator: ends.contains).contains { part in
            HeadingWords(Header(String(Substring(part)))).isRestriction
        }
    }

    // MARK: The roll

    private var rollField: RosterField? {
        if isDate(of: [
            "leave", "leaving", "left", "exit", "withdrawal", "withdrawn", "drop", "dropped", "departure",
            "end", "termination", "transfer",
        ]) || ["last day", "date to", "to date", "end date"].contains(where: says) {
            return has("birth", "term", "session") ? nil : .leftOn
        }
        if isDate(of: [
            "entry", "enrol", "enroll", "enrolment", "enrollment", "admission", "admitted", "joined",
            "joining", "start", "arrival",
        ]) {
            return .startsOn
        }
        if says("on roll") || has("onroll") || own == ["current"] || says("current pupil") || says("current student")
            || has("active", "enabled", "enrolled") && words.count <= 3 && !has("date")
        {
            return .isCurrent
        }
        if has("leaver", "leavers") || own == ["left"] || says("has left") || says("block credential")
            || own == ["inactive"] || own == ["disabled"] || own == ["archived"] || own == ["withdrawn"]
        {
            return .isLeaver
        }
        return has("status")
            && !has(
                "sen", "send", "fsm", "eal", "sign", "verification", "lac", "in", "care", "meal",
                "absence", "attendance", "consent", "agreement", "vaccination", "immunisation")
            ? .status : nil
    }

    private func isDate(of events: Set<String>) -> Bool {
        has("date", "on", "dt") && !own.isDisjoint(with: events) && !has("birth", "roll")
            || words.count == 1 && events.contains { words[0] == $0 + "date" }
    }

    // MARK: Who

    static let pupil: Set<String> = [
        "pupil", "pupils", "student", "students", "learner", "child", "stu", "scholar", "participant",
    ]

    private var ofPupil: [String] { Array(words.drop { HeadingWords.pupil.contains($0) }) }

    private var nameField: RosterField? {
        if own == ["lastfirst"] || own.isSuperset(of: ["last", "first"]) && own.isSubset(of: nameWords) {
            return .name
        }
        // `Surname, First name` over names in one column.
        if !own.isDisjoint(with: ["surname", "last", "family"]), !own.isDisjoint(with: ["forename", "first", "given"]),
            own.isSubset(of: nameWords.union(["surname", "forename", "given", "and", "names", "forenames"]))
        {
            return .name
        }
        guard ofPupil.count < words.count || words.count > 1 else { return nil }
        return switch ofPupil.joined(separator: " ") {
        case "forename", "first name", "first", "given name", "firstname", "legal first", "fname": .given
        case "surname", "last name", "last", "family name", "lastname", "legal last", "lname": .family
        case "known as", "preferred name", "preferred first name", "preferred forename", "nickname", "goes by":
            .preferredGiven
        case "name", "full name", "fullname", "display name": .name
        default: nil
        }
    }

    private var nameWords: Set<String> {
        HeadingWords.pupil.union(["last", "first", "name", "nick", "full", "family", "middle"])
    }

    private var classField: RosterField? {
        if has("teacher", "tutor") && !has("group", "set", "grp", "gp")
            || has("room", "staff", "email", "size", "date", "fee")
        {
            return nil
        }
        if has("homeroom", "advisory") || says("home room") || says("form class") || says("class group")
            || says("registration class") || says("base class")
            || has("form", "reg", "registration", "tutor")
                && has("group", "class", "code", "set", "grp", "gp")
        {
            return .registrationGroup
        }
        if own == ["class", "year"] || own == ["year", "class"] { return .registrationGroup }
        if own == ["group"] { return .className }
        return own == ["groups"] || own == ["classes"] ? .courses : nil
    }

    private var idField: RosterField? {
        guard let last = words.last, ["id", "no", "number", "code", "ref", "num", "nbr", "reference"].contains(last),
            words.count > 1, words.count <= 4
        else { return nil }
        let isOfElse = has(
            "school", "class", "form", "room", "year", "house", "exam", "candidate", "uln", "nhs", "locker", "phone",
            "mobile", "telephone", "contact", "parent", "family", "guardian", "group", "section", "course", "tutor",
            "teacher", "staff", "meeting", "card", "object", "tenant", "department", "post", "state", "national")
        if isOfElse { return nil }
        let systems: Set<String> = [
            "sis", "mis", "rosario", "sissis", "opensis", "gibbon", "veracross", "skyward", "isams", "engage",
            "edulink",
            "person", "user", "local", "admission",
        ]
        let isOfPupil = HeadingWords.pupil.contains(words[0])
        let isOfSystem = own.contains { word in systems.contains(word) || word.utf8.count > 4 && word.hasSuffix("sis") }
        return isOfPupil || isOfSystem ? .misID : nil
    }

    private var emailField: RosterField? {
        guard has("email", "mail") || says("e mail") || says("user principal name") else { return nil }
        if has("tutor", "teacher") { return .tutorEmail }
        if has("parent", "guardian", "contact", "family", "recovery", "alternate", "verified", "sent", "opt") {
            return nil
        }
        return ofPupil.count < words.count || has("school", "principal") ? .pupilEmail : nil
    }
}
