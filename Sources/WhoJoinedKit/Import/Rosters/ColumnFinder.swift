/// What a header means: a field of the pupil, class or only contact, or a part of a numbered contact.
struct ColumnMeaning: Sendable, Hashable {
    var field: RosterField
    /// 1… for `Guardian 2: Email`; 0 for everything else.
    var contact = 0
}

/// Finds the meaning of header cells: all layouts together, a school's own headers first.
struct ColumnFinder: Sendable {
    private var fields: [String: RosterField] = [:]
    private var own: [String: RosterField] = [:]

    /// - Parameter own: canonical field = header, as `[roster.columns]` has it.
    init(_ maps: [ColumnMap] = flatColumnMaps, own columns: [String: String] = [:]) {
        fields.reserveCapacity(256)
        for map in maps {
            for (field, headers) in map.spellings {
                for header in headers {
                    let isPlain = header.utf8.allSatisfy { $0 < .beyondASCII }
                    fields[isPlain ? header.unspaced : Header(header).key] = field
                }
            }
        }
        for (field, header) in columns {
            if let field = RosterField(rawValue: field) { own[Header(header).key] = field }
        }
    }

    func meaning(of header: Header) -> ColumnMeaning? {
        let key = header.key
        if key.isEmpty { return nil }
        if let field = own[key] ?? fields[key] { return ColumnMeaning(field: field) }
        return contactMeaning(ColumnFinder.plain(header.words)) ?? ofPupil(header)
            ?? HeadingWords(header).field.map { ColumnMeaning(field: $0) } ?? ofSeveral(header)
    }

    /// `Email address(es)` and `Parents' email addresses` are Email address.
    private func ofSeveral(_ header: Header) -> ColumnMeaning? {
        let plurals = [
            "emails": "email", "addresses": "address", "names": "name", "mobiles": "mobile", "numbers": "number",
            "phones": "phone", "telephones": "telephone", "surnames": "surname", "forenames": "forename",
        ]
        let words = header.words.filter { $0 != "s" && $0 != "es" }.map { plurals[$0] ?? $0 }
        return words == header.words ? nil : meaning(of: Header(words.joined(separator: " ")))
    }

    /// `Pupil Adm No` is `Adm No`.
    private func ofPupil(_ header: Header) -> ColumnMeaning? {
        let words = header.words.filter { $0 != "s" }
        let rest = words.drop { HeadingWords.pupil.contains($0) }
        guard rest.count < words.count, let field = fields[rest.joined()], !field.isContactOnly, field != .plainID
        else {
            return nil
        }
        return ColumnMeaning(field: field == .plainEmail ? .pupilEmail : field)
    }

    /// The heading stands in a column map: what others say in words of their own counts after it.
    func isListed(_ header: Header) -> Bool { own[header.key] != nil || fields[header.key] != nil }

    /// `Mother's Email` as `mother email`, `Household 1: Parent 2: Email 1` as `parent 2 email`, `Grdn` as `guardian`.
    private static func plain(_ words: [String]) -> [String] {
        var words = words.filter { $0 != "s" }.map { short[$0] ?? $0 }
        if words.first == "household" || words.first == "family" {
            words.removeFirst()
            if words.first.map({ Int($0) != nil }) == true { words.removeFirst() }
        }
        if words.count > 1, words.allSatisfy({ kinds.contains([$0]) || $0 == "or" }) { return Array(words.prefix(1)) }
        if let at = words.dropFirst().firstIndex(where: isOfAdults),
            let part = contactParts[words[..<at].filter { $0 != "of" }.joined()], part != .contactID,
            !["first", "last"].contains(words[0])
        {
            // `Email (Mother)`, `Name of Parent 1`
            words = Array(words[at...]) + words[..<at].filter { $0 != "of" }
        }
        let numbers = words.indices.filter { Int(words[$0]) != nil }
        if numbers.count == 2, numbers[1] == words.count - 1 { words.removeLast() }
        return words
    }

    private static func isOfAdults(_ word: String) -> Bool {
        kinds.contains([word]) || relatives.contains { $0.contains(word) }
    }

    private static let short = [
        "grdn": "guardian", "gdn": "guardian", "par": "parent", "parents": "parent", "guardians": "guardian",
        "contacts": "contact", "carers": "carer", "nok": "contact", "emergencycontact": "contact",
        "mutter": "mother", "vater": "father", "erziehungsberechtigte": "guardian",
        "erziehungsberechtigter": "guardian",
        "sorgeberechtigte": "guardian", "sorgeberechtigter": "guardian", "elternteil": "parent", "eltern": "parent",
        "mère": "mother", "père": "father", "madre": "mother", "padre": "father", "moeder": "mother", "vader": "father",
    ]

    /// `Guardian 2: Email`, `Parent Email 1`, `Relationship 2`, and without a number `Contact Email`.
    private func contactMeaning(_ words: [String]) -> ColumnMeaning? {
        guard words.count >= 2 else {
            if let word = words.first, ColumnFinder.kinds.contains([word]) {
                return ColumnMeaning(field: .contactName)
            }
            let position = ColumnFinder.relatives.firstIndex { !Set($0).isDisjoint(with: words) }
            return position.map { ColumnMeaning(field: .contactName, contact: ColumnFinder.firstRelative + $0) }
        }
        if words.count == 2, let number = Int(words[1]), (1...20).contains(number) {
            if words[0] == "relationship" { return ColumnMeaning(field: .relationship, contact: number) }
            // `Contact 1`, with its e-mail and telephone under plain headings beside it.
            if ColumnFinder.kinds.contains([words[0]]) { return ColumnMeaning(field: .contactName, contact: number) }
        }
        for (prefix, own) in ColumnFinder.contactPrefixes where words.starts(with: prefix) {
            var part = Array(words.dropFirst(prefix.count))
            var number = own
            if own == 0, part.count > 1, let letter = part.first,
                let position = ["a", "b", "c", "d"].firstIndex(of: letter)
            {
                part[0] = String(position + 1)
            }
            if let first = part.first, let value = Int(first), part.count > 1 {
                number = value
                part.removeFirst()
            } else if let last = part.last, let value = Int(last), part.count > 1 {
                number = value
                part.removeLast()
            }
            guard (0...20).contains(number) || number == own, let field = ColumnFinder.contactPart(part)
            else { continue }
            return ColumnMeaning(field: field, contact: number)
        }
        return nil
    }

    private static func contactPart(_ words: [String]) -> RosterField? {
        if let known = contactParts[words.joined()] { return known }
        let header = Header(words.joined(separator: " "))
        if HeadingWords(header).isRestriction { return .courtOrder }
        let saysMail = !Set(words).isDisjoint(with: [
            "email", "emails", "mail", "mailing", "mailings", "letters", "contact",
        ])
        let saysWhether = !Set(words).isDisjoint(with: [
            "by", "receive", "receives", "send", "allowed", "allow", "may", "can", "permission", "ok",
        ])
        return saysMail && saysWhether ? .mayReceiveMail : nil
    }

    /// Without a number of its own a prefix is the contact of the row. Mothers and fathers have numbers above those that
    /// a list may write.
    private static let contactPrefixes: [(words: [String], contact: Int)] =
        [["contact"], ["parent"], ["carer"]].map { (["primary"] + $0, 1) }
        + numbered.flatMap { word, number in kinds.map { ([word] + $0, number) } }
        + [["primary", "guardian"], ["parent", "carer"], ["parent", "guardian"], ["emergency", "contact"]].map {
            ($0, 0)
        }
        + kinds.map { ($0, 0) }
        + relatives.enumerated().flatMap { position, words in words.map { ([$0], firstRelative + position) } }

    private static let numbered = [
        ("secondary", 2), ("second", 2), ("first", 1), ("third", 3), ("tertiary", 3),
    ]
    private static let kinds = [["contact"], ["parent"], ["guardian"], ["carer"], ["adult"]]
    static let firstRelative = 101
    static let relatives = [
        ["mother", "mum", "mom", "mothers", "mums"], ["father", "dad", "fathers", "dads"], ["stepmother"],
        ["stepfather"], ["grandmother"], ["grandfather"], ["childminder"],
    ]

    /// `Contact details` is Contact.
    static func plainLabel(_ label: String) -> String {
        plain(Header(label).words).filter { !["details", "detail", "information", "info"].contains($0) }.joined(
            separator: " ")
    }

    /// What a contact block is called: `Contact 2`, `Mother`, `Parent A`.
    func contactLabel(_ label: Header) -> Int? {
        let words = Header(ColumnFinder.plainLabel(label.written)).words
        // Over a group of columns only: `Priority 1`.
        if words.count == 2, ["priority", "emergency", "order", "person"].contains(words[0]), let number = Int(words[1])
        {
            return (1...20).contains(number) ? number : nil
        }
        return contactMeaning(words + ["name"])?.contact
    }

    /// `Email.1`, `Mobile (2)`: a heading that was repeated, and the number that tells the copies apart.
    func copy(_ header: Header) -> (meaning: ColumnMeaning, number: Int)? {
        guard header.words.count > 1, let last = header.words.last, let number = Int(last), (1...20).contains(number)
        else { return nil }
        let base = header.words.dropLast()
        let key = base.joined()
        if let field = own[key] ?? fields[key] { return (ColumnMeaning(field: field), number) }
        return contactMeaning(Array(base)).flatMap { $0.contact == 0 ? ($0, number) : nil }
    }

    private static let contactParts: [String: RosterField] = [
        "name": .contactName, "fullname": .contactName, "forename": .contactGiven, "firstname": .contactGiven,
        "givenname": .contactGiven, "preferredname": .contactGiven, "first": .contactGiven, "last": .contactFamily,
        "displayname": .contactName, "names": .contactName, "details": .contactName,
        "surname": .contactFamily, "lastname": .contactFamily, "familyname": .contactFamily, "title": .title,
        "prefix": .title,
        "relationship": .relationship, "relation": .relationship, "type": .relationship,
        "relationshiptochild": .relationship, "relationshiptopupil": .relationship,
        "relationshiptostudent": .relationship,
        "residence": .telephone, "cell": .mobile, "cellphone": .mobile, "cellnumber": .mobile, "mob": .mobile,
        "flag": .courtOrder, "alert": .courtOrder, "alerts": .courtOrder, "legal": .courtOrder,
        "email": .contactEmail, "emailaddress": .contactEmail, "homeemail": .homeEmail, "primaryemail": .primaryEmail,
        "mainemail": .contactEmail,
        "mobile": .mobile, "mobilephone": .mobile, "mobilenumber": .mobile, "mobiletelephone": .mobile,
        "mobilephonenumber": .mobile,
        "telephone": .telephone, "phone": .telephone, "homephone": .telephone, "hometelephone": .telephone,
        "maintelephone": .telephone, "tel": .telephone,
        "phonenumber": .telephone, "telephonenumber": .telephone, "daytelephone": .telephone,
        "priority": .priority, "order": .priority, "parentalresponsibility": .responsibility,
        "responsibility": .responsibility, "legalguardian": .responsibility,
        "pr": .responsibility, "haspr": .responsibility, "legalresponsibility": .responsibility,
        "hasparentalresponsibility": .responsibility, "hascourtorder": .courtOrder,
        "courtorder": .courtOrder, "courtorderrestrictedaccess": .courtOrder, "primaryguardian": .mayReceiveMail,
        "correspondence": .mayReceiveMail,
        "id": .contactID, "personid": .contactID,
        "telefon": .telephone, "handy": .mobile, "mobil": .mobile, "vorname": .contactGiven, "nachname": .contactFamily,
        "prénom": .contactGiven, "nom": .contactName, "courriel": .contactEmail, "correo": .contactEmail,
    ]
}

extension String {
    /// Lower-case letters and digits only: enough for our own (ASCII) spellings.
    fileprivate var unspaced: String {
        String(
            decoding: utf8.compactMap { $0.isASCIILetterOrDigit ? $0.loweredASCII : nil },
            as: UTF8.self)
    }
}
