/// One demand of a school's policy, and what could show that it was kept.
struct Clause: Sendable {
    /// Each demand is shown by exactly one kind of evidence.
    enum Evidence: Sendable, Hashable {
        /// A finding of one of these breaks it.
        case rules([RuleID])
        /// The host ticks it.
        case hostCheck(HostCheck)
        /// The signature of everybody in the call of whom it is asked.
        case register(Agreement.Kind)
        /// A word of the log.
        case log(LogField)
        /// Nothing that the program reads.
        case nothing
    }

    /// What a log must say, by its columns where it has one.
    enum LogField: String, Sendable, CaseIterable {
        case complete, reason, recorded, checked
        case leadStaff = "lead_staff"
        case staffTimes = "staff_times"
        case approvedBy = "approved_by"
        case agreedWith = "agreed_with"
        case parentPresent = "parent_present"
        case recordingPlace = "recording_place"
        case followUps = "follow_ups"
    }

    /// The sessions that it speaks of.
    enum Scope: String, Sendable, CaseIterable {
        case all, pupils, parents, staff, recorded
        case oneToOne = "one-to-one"
    }

    /// As the school's policy numbers it: `6.1.1`, `Procedure, settings`.
    var number: String
    /// In our own words.
    var demand: String
    var scope: Scope
    var evidence: Evidence
    /// What is beyond the data, and why; empty: nothing to say.
    var remark = ""
}

extension Clause.Evidence {
    /// `rules`, `host-checks`, `register`, `log` or `nothing`.
    var kind: String {
        switch self {
        case .rules: "rules"
        case .hostCheck: "host-checks"
        case .register: "register"
        case .log: "log"
        case .nothing: "nothing"
        }
    }

    /// The rules, the check, the register or the column.
    var sources: [String] {
        switch self {
        case .rules(let rules): rules.map(\.rawValue)
        case .hostCheck(let check): [check.rawValue]
        case .register(let kind): [kind.rawValue]
        case .log(let field): [field.rawValue]
        case .nothing: []
        }
    }

    /// - Parameter text: `one-adult; unsupervised`, `host-checks: chat off`, `register: training`, `log: reason`,
    ///   `nothing`.
    /// - Returns: `nil` for anything else, and for a word of these that is not known.
    init?(_ text: String) {
        func trimmed(_ part: Substring) -> String { String(part.drop { $0 == " " }) }
        let parts = text.split(separator: ":", maxSplits: 1)
        let source = parts.count == 2 ? trimmed(parts[1]) : ""
        let found: Clause.Evidence? =
            switch parts.first ?? "" {
            case "nothing" where parts.count == 1: .nothing
            case "host-checks": HostCheck(rawValue: source).map(Self.hostCheck)
            case "register": Agreement.Kind(rawValue: source).map(Self.register)
            case "log": Clause.LogField(rawValue: source).map(Self.log)
            default: Self.rules(named: text.split(separator: ";").map(trimmed))
            }
        guard let found else { return nil }
        self = found
    }

    private static func rules(named names: [String]) -> Clause.Evidence? {
        let rules = names.compactMap { RuleID(rawValue: $0) }
        return rules.isEmpty || rules.count < names.count ? nil : .rules(rules)
    }
}
