/// Why an entrant or a pupil was taken for what the reports say: for `whojoined why`. Names only, no addresses and no
/// UPN.
struct Explanation: Sendable {
    /// The answer: `"Mo": cannot be told from the data`.
    var title: String
    /// What speaks for it, against it, and what would change it, in reading order.
    var facts: [(label: String, text: String)] = []

    /// The title, then one line a fact, the labels in a column of their own.
    var lines: [String] {
        [title]
            + facts.map { "  " + $0.label + String(repeating: " ", count: max(1, 14 - $0.label.utf8.count)) + $0.text }
    }
}

extension Matcher {
    /// One entrant of a linked session: the step that decided, its rows, who else was considered.
    func explanation(of entrant: LinkedEntrant, in session: LinkedSession) -> Explanation {
        let link = entrant.link
        var result = Explanation(title: "\"\(PlainText.shown(entrant.displayName.text))\": \(answer(link))")
        result.facts.append(("step", link.step.name))
        result.facts.append(("because", link.why))
        if let place = link.decidedBy { result.facts.append(("settled in", place)) }
        if let original = entrant.originalName {
            result.facts.append(("named before", "\"\(PlainText.shown(original.text))\""))
        }
        result.facts.append(("e-mail", emailEvidence(entrant)))
        let read = read(entrant.displayName.text, originalName: entrant.originalName?.text)
        if let words = read.parts.all.map(\.words).first(where: { !$0.isEmpty }) {
            result.facts.append(("read as", words.joined(separator: " ")))
        }
        for rival in rivals(of: entrant, in: session) { result.facts.append(("considered", rival)) }
        result.facts.append(("rows", rows(of: entrant, in: session)))
        result.facts.append(("would change", remedies(link)))
        return result
    }

    /// One enrolled pupil: the entrants taken for the pupil, or those that may hide the pupil and those with the
    /// nearest names.
    func explanation(ofPupil pupil: Pupil.Index, in session: LinkedSession) -> Explanation {
        let name = fullName(pupil)
        let own = session.entrants.filter {
            ($0.link.outcome == .pupil || $0.link.outcome == .otherClass) && $0.link.pupil == pupil && !$0.stays.isEmpty
        }
        guard own.isEmpty else {
            var result = Explanation(title: "\(name): seen")
            for entrant in own {
                result.facts.append(
                    (
                        "seen as",
                        "\"\(PlainText.shown(entrant.displayName.text))\", \(rows(of: entrant, in: session)): \(entrant.link.why)"
                    ))
            }
            return result
        }
        var result = Explanation(title: "\(name): not seen by name")
        let names = pupilNames[pupil]
        let forms = names.givens.flatMap { given in names.families.map { (given + $0).joined(separator: " ") } }
        let address =
            school.roster.pupils[pupil].email == nil
            ? "no school e-mail on the roster" : "the school e-mail on the roster"
        result.facts.append(("looked for", (forms + [address]).joined(separator: "; ")))
        for entrant in session.entrants where entrant.link.candidates.contains(pupil) {
            result.facts.append(
                (
                    "may be",
                    "\"\(PlainText.shown(entrant.displayName.text))\" (\(rows(of: entrant, in: session))): \(entrant.link.why)"
                ))
        }
        for entrant in session.entrants where entrant.link.outcome == .contact && entrant.link.pupil == pupil {
            result.facts.append(
                (
                    "also there",
                    "\"\(PlainText.shown(entrant.displayName.text))\" (\(rows(of: entrant, in: session))): a relative's account is not the child"
                ))
        }
        let unnamed = session.entrants.filter {
            $0.link.outcome == .unnamed && $0.link.candidates.isEmpty && !$0.stays.isEmpty
        }
        for entrant in unnamed.prefix(5) {
            result.facts.append(
                (
                    "also there",
                    "\"\(PlainText.shown(entrant.displayName.text))\" (\(rows(of: entrant, in: session))) is unnamed and could be any pupil not seen"
                ))
        }
        if unnamed.count > 5 { result.facts.append(("also there", "\(unnamed.count - 5) more unnamed entrants")) }
        let waited = session.entrants.filter { $0.onlyWaited && $0.link.pupil == pupil }
        for entrant in waited {
            result.facts.append(
                ("waited", "\"\(PlainText.shown(entrant.displayName.text))\" was in the waiting room and not admitted"))
        }
        if result.facts.count == 1 { result.facts.append(("nearest", "no entrant is near enough to suggest")) }
        result.facts.append(
            (
                "would change",
                "a line in decisions.csv (whojoined confirm), an e-mail address in the export, the roster's spelling of the name"
            ))
        return result
    }

    private func answer(_ link: Link) -> String {
        switch link.outcome {
        case .pupil: "\(name(link.pupil)), \(link.certainty.rawValue)"
        case .otherClass: "\(name(link.pupil)), of another class"
        case .staff:
            link.staff.map {
                "\(school.roster.staff[$0].title) \(school.roster.staff[$0].family)".trimmingBlanks + ", staff"
            } ?? "staff"
        case .contact: "a relative of \(name(link.pupil)), not the pupil"
        case .ambiguous:
            "may be " + link.candidates.map { fullName($0) }.joined(separator: " or ") + "; a person must look"
        case .unnamed: "names nobody"
        case .uninvited: "nobody who is known to belong here"
        }
    }

    private func name(_ pupil: Pupil.Index?) -> String { pupil.map { fullName($0) } ?? "a pupil" }

    private func fullName(_ pupil: Pupil.Index) -> String {
        let person = school.roster.pupils[pupil]
        return "\(PlainText.shown(person.display.full)) (\(person.id))"
    }

    private func emailEvidence(_ entrant: LinkedEntrant) -> String {
        guard let email = entrant.email.map(comparableEmail), !email.isEmpty else { return "none in the export" }
        if let pupils = pupilsByEmail[email] {
            return "on the roster for " + pupils.map { fullName($0) }.joined(separator: " and ")
        }
        if staffByEmail[email] != nil { return "on the staff list" }
        if let contacts = contactsByEmail[email] {
            return "a contact's of "
                + Set(contacts.map(\.pupil)).sorted().map { fullName($0) }.joined(separator: " and ")
        }
        return school.settings.isSchoolAddress(email)
            ? "of the school, but on no list" : "of outside the school, and on no list"
    }

    /// At most five pupils of the class who were considered, the nearest first.
    private func rivals(of entrant: LinkedEntrant, in session: LinkedSession) -> [String] {
        let context = context(of: session)
        let parts = read(entrant.displayName.text, originalName: entrant.originalName?.text).parts
        var best: [TypedIndex<Pupil.Index>: NameFit<Pupil.Index>] = [:]
        for reading in parts.all where !reading.words.isEmpty {
            for fit in fits(reading.words, context.index, .slips) {
                if let known = best[fit.person], (known.kind, known.score) >= (fit.kind, fit.score) { continue }
                best[fit.person] = fit
            }
        }
        let ordered = best.values.sorted { ($1.kind, $1.score, $0.person) < ($0.kind, $0.score, $1.person) }
        return ordered.prefix(5).map { "\(fullName(context.pupils[$0.person])): \(words(for: $0))" }
    }

    private func words(for fit: NameFit<Pupil.Index>) -> String {
        func side(_ likeness: Likeness, _ name: String) -> String {
            switch likeness {
            case .none: "\(name) not given"
            case .exact: "\(name) the same"
            case .initial: "\(name) by initial"
            case .firstPart, .otherPart: "\(name) in part"
            case .restored: "\(name) but for lost letters"
            case .variant, .soundsAlike: "\(name) in another spelling"
            case .shortForm, .sharedForm, .longForm, .headOfName: "\(name) by a short form"
            case .otherName: "\(name) near, but a name of its own"
            case .lookAlike: "\(name) only looks the same"
            default: "\(name) but for a slip"
            }
        }
        let text = side(fit.given, "first name") + ", " + side(fit.family, "family name")
        return fit.unmatchedWords > 0 ? text + "; the rest of the name contradicts" : text
    }

    private func rows(of entrant: LinkedEntrant, in session: LinkedSession) -> String {
        let places = (entrant.stays + entrant.waiting).map {
            Evidence(file: session.exports[$0.export].file, line: $0.stay.line)
        }
        return places.sorted().map { "\(PlainText.shown($0.file)):\($0.line)" }.joined(separator: ";")
    }

    private func remedies(_ link: Link) -> String {
        switch link.outcome {
        case .pupil, .staff, .otherClass, .contact: "another line in decisions.csv (whojoined confirm)"
        case .ambiguous: "a line in decisions.csv (whojoined confirm), or the pupil's own e-mail address in the export"
        case .unnamed: "a line in decisions.csv (whojoined confirm); for a device it is remembered for the class"
        case .uninvited: "a line in decisions.csv, or the person on the roster, the staff list or among the contacts"
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String { String(decoding: utf8.drop { $0 == .space }, as: UTF8.self) }
}
