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
                for header in headers { fields[header.unspaced] = field }
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
        return contactMeaning(header.words)
    }

    /// `Guardian 2: Email`, `Parent Email 1`, `Relationship 2`, and without a number `Contact Email`.
    private func contactMeaning(_ words: [String]) -> ColumnMeaning? {
        guard words.count >= 2 else {
            let position = ColumnFinder.relatives.firstIndex { !Set($0).isDisjoint(with: words) }
            return position.map { ColumnMeaning(field: .contactName, contact: ColumnFinder.firstRelative + $0) }
        }
        if words.count == 2, words[0] == "relationship", let number = Int(words[1]) {
            return ColumnMeaning(field: .relationship, contact: number)
        }
        // Ad hoc reports put the table before the column: `contacts.email`.
        if words[0] == "contacts" { return contactMeaning(["contact"] + words.dropFirst()) }
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
            guard (0...20).contains(number) || number == own, let field = ColumnFinder.contactParts[part.joined()]
            else { continue }
            return ColumnMeaning(field: field, contact: number)
        }
        return nil
    }

    /// Without a number of its own a prefix is the contact of the row. Mothers and fathers have numbers above those that
    /// a list may write.
    private static let contactPrefixes: [(words: [String], contact: Int)] =
        numbered.flatMap { word, number in kinds.map { ([word] + $0, number) } }
        + [["primary", "guardian"], ["parent", "carer"], ["parent", "guardian"], ["emergency", "contact"]].map {
            ($0, 0)
        }
        + kinds.map { ($0, 0) }
        + relatives.enumerated().flatMap { position, words in words.map { ([$0], firstRelative + position) } }

    private static let numbered = [
        ("secondary", 2), ("second", 2), ("first", 1), ("third", 3), ("tertiary", 3),
    ]
    private static let kinds = [["contact"], ["parent"], ["guardian"], ["carer"]]
    static let firstRelative = 101
    static let relatives = [
        ["mother", "mum", "mom", "mothers", "mums"], ["father", "dad", "fathers", "dads"], ["stepmother"],
        ["stepfather"], ["grandmother"], ["grandfather"], ["childminder"],
    ]

    /// What a contact block is called: `Contact 2`, `Mother`, `Parent A`.
    func contactLabel(_ label: Header) -> Int? {
        contactMeaning(label.words + ["name"])?.contact
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
        "givenname": .contactGiven,
        "surname": .contactFamily, "lastname": .contactFamily, "familyname": .contactFamily, "title": .title,
        "prefix": .title,
        "relationship": .relationship, "relationshiptochild": .relationship, "relationshiptopupil": .relationship,
        "relationshiptostudent": .relationship,
        "residence": .telephone, "cell": .mobile, "cellphone": .mobile, "flag": .courtOrder,
        "email": .contactEmail, "emailaddress": .contactEmail, "homeemail": .homeEmail, "primaryemail": .primaryEmail,
        "mainemail": .contactEmail,
        "mobile": .mobile, "mobilephone": .mobile, "mobilenumber": .mobile, "mobiletelephone": .mobile,
        "mobilephonenumber": .mobile,
        "telephone": .telephone, "phone": .telephone, "homephone": .telephone, "hometelephone": .telephone,
        "maintelephone": .telephone, "tel": .telephone,
        "phonenumber": .telephone, "telephonenumber": .telephone, "daytelephone": .telephone,
        "priority": .priority, "order": .priority, "parentalresponsibility": .responsibility,
        "responsibility": .responsibility, "legalguardian": .responsibility,
        "hasparentalresponsibility": .responsibility, "hascourtorder": .courtOrder,
        "courtorder": .courtOrder, "courtorderrestrictedaccess": .courtOrder, "primaryguardian": .mayReceiveMail,
        "correspondence": .mayReceiveMail,
        "id": .contactID, "personid": .contactID,
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
