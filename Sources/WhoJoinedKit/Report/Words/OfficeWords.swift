/// The words of the office's lists: a class's families, the day's, the call sheet, and what to say on the telephone.
enum OfficeWords {
    // MARK: Heads

    static let checkIn = "please check in"
    static let toReachNow = "families to reach now"
    /// `6 families to contact; 1 reached already.`
    static func toContact(_ open: Int, reached: Int) -> String {
        (open == 0 ? "No family to contact" : "\(counted(open, "family", "families")) to contact")
            + (reached > 0 ? "; \(reached) reached already." : ".")
    }
    static func toReach(_ families: Int) -> String {
        families == 0 ? "No family to reach." : "\(counted(families, "family", "families")) to reach."
    }

    // MARK: A family

    static func step(_ step: FollowUpStep) -> String { "step: \(step.rawValue)" }
    static func contact(_ who: String) -> String { "contact: \(who)" }
    static func care(_ what: String) -> String { "care: \(what)" }
    static func say(_ opening: String) -> String { "say: \"\(opening)\"" }
    static func lastJoined(_ day: Day) -> String { "last joined \(day.short)" }
    static func thenJoined(at time: String) -> String { "then joined at \(time)" }
    static let onlyPossible = "only possible, so ask, do not tell; no letter until a person has settled it"
    static let reached = "the family has been reached about this: nothing more to do"
    static let onlyTheNamed = "contact nobody but the person named here"
    static let askTheOffice = "ask the office before contacting anybody"
    static let certain = "certain"
    static let possible = "possible"
    static func doNotContact(_ caution: String) -> String { "yes: \(caution)" }

    /// A reason besides misses; nothing that is not for parents has words here.
    static func reason(_ rule: RuleID) -> String {
        switch rule {
        case .cameraOff: "camera off"
        case .late: "late more than once"
        case .outsideAccount: "not the school's account"
        case .noAgreement: "no signed agreement"
        default: rule.rawValue
        }
    }

    // MARK: The day

    static func notToBeContacted(_ pupils: Int) -> String {
        "NOT TO BE CONTACTED (\(pupils)): \(FamilyBook.Choice.nobody.words)"
    }
    static let tellTheLead = "Tell the safeguarding lead, who decides."
    static func leftOut(excused: Int, reached: Int, explained: Int, cannotTell: Int) -> String? {
        let parts = [
            (excused, "excused"), (reached, "reached already"), (explained, "explained by a note"),
            (cannotTell, "for whom it cannot be told"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? nil : "Left out: \(parts.joined(separator: ", "))."
    }
    static func withoutExport(_ lessons: [String]) -> String {
        "Not looked at, because there is no export yet: \(lessons.joined(separator: "; "))."
    }

    // MARK: The call sheet

    static let callSheet = "Call sheet"
    static let leadDecides = "do not contact: the safeguarding lead decides"
    static func missed(_ lessons: String) -> String { "missed \(lessons)" }
    static func cannotTell(_ lessons: String) -> String { "cannot tell \(lessons)" }
    static let lacksAccess = "noted: lacks a device or access"

    // MARK: On the telephone: it asks and never accuses

    static let help = "Is there anything we can help with?"
    /// `Wednesday 7 October at 09:00`
    static func time(_ day: Day, _ time: String) -> String { "\(day.long) at \(time)" }
    static func lessons(_ count: Int, _ times: String) -> String {
        "the online lesson\(count == 1 ? "" : "s") on \(times)"
    }
    static func missed(_ name: String, _ lessons: String) -> String {
        "We missed \(name) in \(lessons) and wanted to check that all is well. \(help)"
    }
    static func missedWithoutDevice(_ name: String, _ lessons: String) -> String {
        "We missed \(name) in \(lessons). We know that a device or a connection has been lacking: is that still so, and what is needed?"
    }
    static func maybeMissed(_ name: String, _ lessons: String) -> String {
        "We could not tell whether \(name) was in \(lessons): somebody was in the call whose name we could not place. Did \(name) manage to join? \(help)"
    }
    static func cameraOff(_ name: String, _ lessons: String) -> String {
        "We could not see \(name) in \(lessons) and wondered whether the camera is working. \(help)"
    }
    static func late(_ name: String, _ lessons: String) -> String {
        "\(name) came into \(lessons) after the start. Is there anything that makes the time difficult? \(help)"
    }
    static func outsideAccount(_ name: String, _ lesson: String) -> String {
        "\(name) joined \(lesson) with an account that is not the school's. Can we help with signing in with the school account?"
    }
    static func noAgreement(_ name: String) -> String {
        "We do not yet have a signed Acceptable Use agreement for \(name) on file. Would you like a copy to sign?"
    }
}
