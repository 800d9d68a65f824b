/// Which pupils are one family, and whom of it one may write to.
struct FamilyBook: Sendable {
    /// Pupils of a family, ascending; by index of the family.
    private(set) var members: [[Pupil.Index]] = []
    /// The index of a pupil's family.
    private(set) var familyOf: SideTable<Pupil, Int>
    private let roster: Roster
    private let askMeansYes: Bool

    /// Siblings share a contact with parental responsibility or, where the roster does not say, of the first priority.
    init(_ school: School) {
        roster = school.roster
        askMeansYes = school.settings.askMeansYes
        var parent = SideTable<Pupil, Pupil.Index>(values: Array(roster.pupils.typedIndices))
        func root(_ i: Pupil.Index) -> Pupil.Index {
            var i = i
            while parent[i] != i {
                parent[i] = parent[parent[i]]
                i = parent[i]
            }
            return i
        }
        var byKey: [String: [Pupil.Index]] = [:]
        let saysResponsibility = roster.pupils.contains { $0.contacts.contains { $0.parentalResponsibility != nil } }
        let namesByValue = Self.namesByValue(roster)
        for (i, pupil) in roster.pupils.indexed() {
            for contact in pupil.contacts where !Self.isProfessional(contact) {
                let isParent =
                    saysResponsibility
                    ? contact.parentalResponsibility == true : (contact.priority ?? contact.order) == 1
                guard isParent else { continue }
                let values = Self.keys(of: contact).filter { key in
                    // The school's own addresses are placeholders, or belong to staff who act for many.
                    let isOffice = contact.email.map(school.settings.isSchoolAddress) ?? false
                    return !(isOffice && key.hasPrefix(Self.emailMark)) && !Self.isPlaceholder(key)
                        && namesByValue[key, default: []].count < 3
                }
                for key in Self.familyKeys(contact, of: pupil, values) where byKey[key]?.last != i {
                    byKey[key, default: []].append(i)
                }
            }
        }
        // An address that many pupils share is a placeholder or an institution, not a parent.
        for pupils in byKey.values where pupils.count > 1 && pupils.count <= 8 {
            for other in pupils.dropFirst() {
                let (a, b) = (root(pupils[0]), root(other))
                if a != b { parent[max(a, b)] = min(a, b) }
            }
        }
        familyOf = SideTable(for: roster.pupils, repeating: 0)
        var number: [Pupil.Index: Int] = [:]
        for i in roster.pupils.typedIndices {
            let r = root(i)
            if number[r] == nil {
                number[r] = members.count
                members.append([])
            }
            familyOf[i] = number[r]!
            members[number[r]!].append(i)
        }
    }

    /// A value for the family that stays the same from week to week: `F` and the first of its pupils' ids.
    func label(_ family: Int) -> String {
        "F" + (members[family].map { PlainText.clean(roster.pupils[$0].id.text) }.min() ?? "")
    }

    /// Whom to write to about these pupils of one family.
    enum Choice: Sendable, Equatable {
        case contact(Contact)
        /// The roster has no contact of the pupil: somebody looks one up.
        case noneOnRoster
        /// The roster cannot say who may be written to: a person decides.
        case rosterCannotSay
        /// Nobody may be written to: the pupil stands in no parents' list.
        case nobody
    }

    /// The first contact by priority who may be written to about this pupil. Who is barred for one child of the family
    /// is not used for another; only if nobody else is left, who is barred for none of the `listed` ones is.
    func choice(for pupil: Pupil.Index, listed: [Pupil.Index]) -> Choice {
        let own = roster.pupils[pupil].contacts.sorted { ($0.priority ?? 99, $0.order) < ($1.priority ?? 99, $1.order) }
        let barredAnywhere = barred(of: members[familyOf[pupil]])
        let barredHere = barred(of: listed)
        for taboo in [barredAnywhere, barredHere] {
            let free = own.filter { contact in !taboo.contains { Self.isSame($0, contact) } }
            if let contact = free.first(where: mayWrite) { return .contact(contact) }
        }
        let undecided = own.contains { contact in
            contact.mayContact == nil && !barredHere.contains { Self.isSame($0, contact) }
        }
        return own.isEmpty ? .noneOnRoster : undecided ? .rosterCannotSay : .nobody
    }

    /// True if somebody in the family's records must not be contacted. Who it is, no list for contacting says.
    func hasBarredContact(_ family: Int) -> Bool { !barred(of: members[family]).isEmpty }

    /// Who must have no contact with the pupil, or with another child of the family.
    func isBarred(_ contact: Contact, fromFamilyOf pupil: Pupil.Index) -> Bool {
        Self.isBarred(contact) || barred(of: members[familyOf[pupil]]).contains { Self.isSame($0, contact) }
    }

    private func barred(of pupils: [Pupil.Index]) -> [Contact] {
        pupils.flatMap { roster.pupils[$0].contacts.filter(Self.isBarred) }
    }

    private func mayWrite(_ contact: Contact) -> Bool { contact.mayContact ?? askMeansYes }

    static func isBarred(_ contact: Contact) -> Bool {
        contact.mayContact == false || contact.restriction == .courtOrder || contact.restriction == .noContact
            || contact.parentalResponsibility == false
    }

    static func isSame(_ a: Contact, _ b: Contact) -> Bool {
        let shared = Set(keys(of: a)).intersection(keys(of: b))
        if !shared.isEmpty { return true }
        // Without shared ids a namesake in the same family is taken for the same person: the careful reading.
        let (x, y) = (wordsOfName(a), wordsOfName(b))
        return !x.isEmpty && x == y
    }

    /// Without titles: one record of a person may have one and the other not.
    private static func wordsOfName(_ contact: Contact) -> [String] {
        let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sir", "lady"]
        let words = name(of: contact).lowercased().split(whereSeparator: { $0 == " " || $0 == "." }).map(String.init)
        return words.filter { !titles.contains($0) }.sorted()
    }

    /// `Mrs Noor Haddad`
    static func name(of contact: Contact) -> String {
        let parts = [contact.title, contact.given, contact.family].filter { !$0.isEmpty }
        return PlainText.clean(
            contact.given.isEmpty && contact.family.isEmpty ? contact.full : parts.joined(separator: " "))
    }

    /// In front of an e-mail address among the keys.
    private static let emailMark = "e:"

    /// Whose number or address each value is, by their names: what three of different names bear is nobody's own.
    private static func namesByValue(_ roster: Roster) -> [String: Set<[String]>] {
        var names: [String: Set<[String]>] = [:]
        for pupil in roster.pupils {
            for contact in pupil.contacts {
                for key in keys(of: contact) { names[key, default: []].insert(wordsOfName(contact)) }
            }
        }
        return names
    }

    /// One contact of two pupils: by id; by name with an address or number; by the pupils' family name with one.
    private static func familyKeys(_ contact: Contact, of pupil: Pupil, _ values: [String]) -> [String] {
        let name = wordsOfName(contact).joined(separator: " ")
        let family = pupil.display.family.lowercased()
        return values.flatMap { value -> [String] in
            if value.hasPrefix("i:") { return [value] }
            return [("name", name), ("family", family)].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1) \(value)" }
        }
    }

    /// `none@…`, `07000 000000`: a cell that had to hold something.
    private static func isPlaceholder(_ key: String) -> Bool {
        let value = key.dropFirst(2)
        if key.hasPrefix(emailMark) {
            let local = value.prefix { $0 != "@" }
            return ["none", "no", "na", "n/a", "nil", "noemail", "no-email", "no.email", "unknown", "tbc", "test"]
                .contains(String(local))
        }
        return key.hasPrefix("p:") && Set(value.utf8.drop { $0 == .digitZero }.dropFirst()).count <= 1
    }

    private static func keys(of contact: Contact) -> [String] {
        var keys: [String] = []
        if let id = contact.id, !id.isEmpty { keys.append("i:" + id) }
        if let email = contact.email, email.utf8.contains(.at) { keys.append(emailMark + email.lowercased()) }
        if let digits = contact.phone.map(digits(of:)), digits.utf8.count >= 7 { keys.append("p:" + digits) }
        return keys
    }

    /// Of a number, its national digits: `+44 7700 900123` and `07700 900123` are one.
    private static func digits(of phone: String) -> String {
        var digits = String(decoding: phone.utf8.filter { $0.isASCIIDigit }, as: UTF8.self)
        for prefix in ["0044", "44"] where digits.utf8.starts(with: prefix.utf8) && digits.utf8.count > 10 {
            digits = "0" + digits.dropFirst(prefix.utf8.count)
            break
        }
        return digits
    }

    /// A childminder or social worker may be on many families' records without making them one.
    private static func isProfessional(_ contact: Contact) -> Bool {
        let words = (contact.relationship ?? "").lowercased()
        return [
            "child minder", "childminder", "social worker", "key worker", "neighbour", "friend", "doctor", "nursery",
            "taxi", "agency", "police", "solicitor",
        ]
        .contains { words.utf8.count >= $0.utf8.count && contains(words, $0) }
    }

    private static func contains(_ text: String, _ word: String) -> Bool {
        let (text, word) = (Array(text.utf8), Array(word.utf8))
        return text.indices.dropLast(word.count - 1).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
