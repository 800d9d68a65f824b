/// What the school's register says of one signature on one day.
enum Signature: Hashable, Sendable {
    case holds, none
    /// Signed after that day.
    case later(Day)
    case ranOut(Day)

    /// - Parameter agreements: of one kind and person.
    init(_ agreements: [Agreement], on day: Day) {
        if agreements.contains(where: { $0.holds(on: day) }) {
            self = .holds
        } else if let last = agreements.filter({ $0.signedOn <= day }).compactMap(\.until).max() {
            self = .ranOut(last)
        } else if let first = agreements.map(\.signedOn).min() {
            self = .later(first)
        } else {
            self = .none
        }
    }
}

/// Who has not signed what the school keeps a register of: asked before anybody calls, not after.
struct Register: Sendable {
    struct Entry: Sendable, Hashable {
        var name: String
        /// Of a pupil: the first of the classes; empty for staff.
        var classText: String
        var signature: Signature
    }

    let kind: Agreement.Kind
    /// How many must have signed.
    let asked: Int
    /// By class, then name.
    let missing: [Entry]
}

extension School {
    /// Without a line of that kind nothing is said of anybody.
    func keepsRegister(of kind: Agreement.Kind) -> Bool {
        records.agreementKinds.contains(kind) || kind == .acceptableUse && roster.hasAgreements
    }

    /// With those that the roster has in a column.
    var allAgreements: [Agreement] {
        records.agreements
            + roster.pupils.indexed().compactMap { index, pupil in
                pupil.agreementSignedOn.flatMap(\.self).map { Agreement(holder: .pupil(index), signedOn: $0) }
            }
    }

    /// Those that are kept, as they stand on that day: pupils on roll, and for training the staff of the list.
    func registers(on day: Day) -> [Register] {
        let signed = Dictionary(grouping: allAgreements, by: \.kind)
        return Agreement.Kind.allCases.filter(keepsRegister).map { kind in
            let byHolder = Dictionary(grouping: signed[kind] ?? [], by: \.holder)
            let people = kind == .training ? staffToSign : pupilsToSign(on: day)
            let missing = people.compactMap { holder, name, classText -> Register.Entry? in
                let signature = Signature(byHolder[holder] ?? [], on: day)
                return signature == .holds
                    ? nil : Register.Entry(name: name, classText: classText, signature: signature)
            }
            return Register(
                kind: kind, asked: people.count,
                missing: missing.sorted { ($0.classText, $0.name) < ($1.classText, $1.name) })
        }
    }

    private var staffToSign: [(Agreement.Holder, String, String)] {
        roster.staff.typedIndices.map { (.staff($0), roster.staff[$0].shownName, "") }
    }

    private func pupilsToSign(on day: Day) -> [(Agreement.Holder, String, String)] {
        roster.pupils.typedIndices.filter { roster.pupils[$0].isOnRoll(on: day) }.compactMap { index in
            classes(of: index, on: day).first.map { (.pupil(index), roster.pupils[index].display.full, $0.text) }
        }
    }
}

extension School {
    /// What of the policy itself is due: its review, the registers.
    func policyProblems(on day: Day) -> [Problem] {
        var problems: [Problem] = []
        if let due = settings.reviewBy, due < day {
            problems.append(
                Problem(
                    "school.toml", code: "review-due", "the policy was to be looked at again by \(due.iso)",
                    fix: "review it, then set review-by in [school] to the next date", severity: .warning))
        }
        for register in registers(on: day) where !register.missing.isEmpty {
            problems.append(
                Problem(
                    "agreements.csv", code: "not-signed",
                    "\(register.missing.count) of \(register.asked) have no signature of the kind \(register.kind.rawValue)",
                    fix: "have it signed before the next call, then enter it", severity: .note))
        }
        return problems
    }
}
