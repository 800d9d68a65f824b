/// What a column of a flat roster, a mark list or a lesson list holds. The raw values are the keys of
/// `[roster.columns]`.
enum RosterField: String, Sendable, CaseIterable {
    case legalGiven = "legal-given"
    case legalFamily = "legal-family"
    case legalMiddle = "legal-middle"
    case preferredGiven = "preferred-given"
    case preferredFamily = "preferred-family"
    case given, family, middle, name
    case upn
    case admissionNumber = "admission-no"
    case misID = "mis-id"
    /// A column that is just called ID: it belongs to the column after it.
    case plainID = "id"
    case year
    case registrationGroup = "reg-group"
    case className = "class"
    /// Arbor: many classes in one cell.
    case courses
    case subject
    case sen
    case pupilEmail = "email"
    case primaryEmail = "primary-email"
    case plainEmail = "plain-email"
    case homeEmail = "home-email"
    case salutation
    case leftOn = "left-on"
    case startsOn = "starts-on"
    case status
    case isLeaver = "leaver"
    case tutor
    case unitPath = "org-unit-path"
    case language
    case agreement
    case contactID = "contact-id"
    case priority
    case responsibility = "parental-responsibility"
    case courtOrder = "court-order"
    case mayReceiveMail = "may-receive-mail"
    case relationship, title
    case contactGiven = "contact-given"
    case contactFamily = "contact-family"
    case contactName = "contact-name"
    case contactEmail = "contact-email"
    case mobile, telephone
    case staffCode = "staff-code"
    case personalMeetingID = "personal-meeting-id"
    case mark
    case markDate = "mark-date"
    case half = "am-pm"
    case teacher, day, period, room, week

    /// Only a contact has such a column: from the first one to the right plain names and e-mails are the contact's.
    var isContactOnly: Bool {
        switch self {
        case .contactID, .priority, .responsibility, .courtOrder, .mayReceiveMail, .relationship, .title, .contactGiven,
            .contactFamily, .contactName,
            .contactEmail, .mobile, .telephone:
            true
        default: false
        }
    }

    var isPupilName: Bool {
        switch self {
        case .legalGiven, .legalFamily, .preferredGiven, .preferredFamily, .given, .family, .name: true
        default: false
        }
    }
}

/// The header spellings of one family of rosters: the only thing that flat layouts differ in.
struct ColumnMap: Sendable {
    var name: String
    var spellings: [(field: RosterField, headers: [String])]
}

/// A header cell, comparable.
///
/// `Contact1FirstName`, `contact 1: first name` and `Contact 1 First Name [x]` all have the words `contact 1 first
/// name`.
struct Header: Sendable, Hashable {
    var written: String
    var words: [String]
    /// The words without blanks.
    var key: String { words.joined() }

    init(_ written: String) {
        self.written = written
        words = headerWords(written)
    }
}

private func headerWords(_ text: String) -> [String] {
    enum Sort { case lower, upper, digit, other }
    func sort(_ scalar: Unicode.Scalar) -> Sort {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            if byte.isASCIISmallLetter { return .lower }
            if isASCIIUpper(byte) { return .upper }
            return byte.isASCIIDigit ? .digit : .other
        }
        if scalar.properties.numericType == .decimal { return .digit }
        if scalar.properties.isUppercase { return .upper }
        return scalar.properties.isAlphabetic ? .lower : .other
    }
    let scalars = Array(
        (text.utf8.allSatisfy { $0 < .beyondASCII } ? text : text.precomposedStringWithCompatibilityMapping)
            .unicodeScalars)
    var words: [String] = []
    var word = ""
    var depth = 0
    var previous = Sort.other
    for (i, scalar) in scalars.enumerated() {
        if scalar == "[" { depth += 1 }
        let now = depth > 0 ? Sort.other : sort(scalar)
        if scalar == "]", depth > 0 { depth -= 1 }
        let nextIsLower = i + 1 < scalars.count && sort(scalars[i + 1]) == .lower
        let isBoundary =
            now == .other || previous == .lower && now == .upper || previous == .upper && now == .upper && nextIsLower
            || (previous == .digit) != (now == .digit)
        if isBoundary, !word.isEmpty {
            words.append(word)
            word = ""
        }
        switch now {
        case .other: break
        case .upper: word += scalar.properties.lowercaseMapping
        case .lower, .digit: word.unicodeScalars.append(scalar)
        }
        previous = now
    }
    if !word.isEmpty { words.append(word) }
    return words
}

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
            let place = ColumnFinder.relatives.firstIndex { !Set($0).isDisjoint(with: words) }
            return place.map { ColumnMeaning(field: .contactName, contact: ColumnFinder.firstRelative + $0) }
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
                let place = ["a", "b", "c", "d"].firstIndex(of: letter)
            {
                part[0] = String(place + 1)
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
        + relatives.enumerated().flatMap { place, words in words.map { ([$0], firstRelative + place) } }

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
            decoding: utf8.compactMap { isASCIILetterOrDigit($0) ? ($0 | (isASCIIUpper($0) ? .space : 0)) : nil },
            as: UTF8.self)
    }
}

private func isASCIIUpper(_ byte: UInt8) -> Bool { byte.isASCIICapital }
private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIISmallLetter || isASCIIUpper(byte)
}
