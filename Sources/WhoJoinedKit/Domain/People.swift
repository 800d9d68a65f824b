/// A name as an MIS holds it; parts it does not have are empty.
struct PersonName: Hashable, Sendable {
    var given = ""
    var middle = ""
    var family = ""

    var full: String { given.isEmpty || family.isEmpty ? given + family : "\(given) \(family)" }
    var isEmpty: Bool { given.isEmpty && middle.isEmpty && family.isEmpty }
}

/// The identifiers that one person may have in an MIS. A UPN is used to match and is never printed.
struct PupilIDs: Hashable, Sendable {
    var upn: String?
    var admissionNumber: String?
    var misID: String?
    var sourcedID: String?
}

/// The id that outputs print: the MIS's own person id, else the admission number, else `u` + 8 hex digits of
/// SHA-256(UPN).
struct PupilID: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String
    init(_ text: String) { self.text = text }
    var description: String { text }
    static func < (a: PupilID, b: PupilID) -> Bool { a.text < b.text }
}

/// A class, form or teaching group, as written on the roster or timetable. Compared with `key`.
struct ClassCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String
    init(_ text: String) { self.text = text }
    var description: String { text }
    /// Without blanks and case: `7a`, `7 A` and `7A` are one class to a timetable.
    var key: String {
        if text.utf8.allSatisfy({ $0 > .space && $0 < .delete }) { return text.lowercased() }
        return text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.properties.lowercaseMapping).joined()
    }
    static func < (a: ClassCode, b: ClassCode) -> Bool { a.text < b.text }
}

/// `4B;4C` is two classes. Each stands in the list once.
func classCodes(in text: String) -> [ClassCode] {
    var found: [ClassCode] = []
    for part in text.utf8.split(separator: .semicolon) {
        let code = part.drop { $0 <= .space }
        guard let end = code.lastIndex(where: { $0 > .space }) else { continue }
        let new = ClassCode(String(Substring(code[...end])))
        if !found.contains(where: { $0.key == new.key }) { found.append(new) }
    }
    return found
}

struct Pupil: Sendable {
    typealias Index = TypedIndex<Pupil>
    enum UPNStatus: String, Sendable { case ok, temporary, bad, duplicate, none }
    enum Status: String, Sendable { case current, left, future }
    enum SEN: String, Sendable { case none = "N", support = "K", plan = "E", other }

    /// The canonical key of `formats/rosters.md` §10 (`sid:`, `mis:`, `adm:`, `upn:`, `row:`): never printed in
    /// reports.
    var key: String
    var id: PupilID
    var ids = PupilIDs()
    var upnStatus = UPNStatus.none
    /// Names of unsaid kind, legal and preferred; each `nil` when the roster has none of its parts.
    var main: PersonName?
    var legal: PersonName?
    var preferred: PersonName?
    var year: String?
    var registrationGroup: String?
    var sen: SEN?
    var email: String?
    var status = Status.current
    /// First and last day on roll, both inclusive.
    var startsOn: Day?
    var leftOn: Day?
    /// Why nobody can tell whether the pupil is still on the roll: an absence is then only possible.
    var rollDoubt: String?
    var salutation: String?
    /// The family's home language if the roster has one (`pl`, `ro` …).
    var language: String?
    /// `nil`: the roster has no agreement column.
    var agreementSignedOn: Day??
    var contacts: [Contact] = []

    /// Preferred, else main, else legal, for given and family name separately.
    var display: PersonName {
        func first(_ part: (PersonName) -> String) -> String {
            if let text = preferred.map(part), !text.isEmpty { return text }
            if let text = main.map(part), !text.isEmpty { return text }
            return legal.map(part) ?? ""
        }
        return PersonName(given: first { $0.given }, family: first { $0.family })
    }

    /// On roll on that day.
    func isOnRoll(on day: Day) -> Bool { (startsOn.map { $0 <= day } ?? true) && (leftOn.map { day <= $0 } ?? true) }
}

struct Contact: Sendable, Hashable {
    /// The place among the contacts of one pupil.
    typealias Index = TypedIndex<Contact>

    enum Restriction: String, Sendable { case none, courtOrder, noContact, unknown }

    /// 1, 2 … in the order in which to write.
    var order: Int
    var id: String?
    var priority: Int?
    var title = ""
    var given = ""
    var family = ""
    var full = ""
    var relationship: String?
    var parentalResponsibility: Bool?
    var restriction = Restriction.unknown
    /// `nil`: the roster does not say, a person decides.
    var mayContact: Bool?
    var email: String?
    var phone: String?
    /// A spreadsheet had eaten the number's leading 0.
    var isPhoneRestored = false
}

struct StaffMember: Sendable {
    typealias Index = TypedIndex<StaffMember>

    /// The staff code where there is one, else the roster's id: what outputs print.
    var code: String
    /// Any other identifier that staff cells may hold (`name:`, `email:`, sourcedId, SIS id).
    var otherIDs: [String] = []
    var title = ""
    var given = ""
    var family = ""
    var full = ""
    var email: String?
    var phone: String?
    var personalMeetingID: String?
}

struct SchoolClass: Sendable {
    typealias Index = TypedIndex<SchoolClass>

    enum Kind: String, Sendable { case registration, teaching, unspecified }
    var id: String
    var code: ClassCode
    var name: String
    var kind = Kind.unspecified
    var year: String?
    var subject: String?
    var room: String?
    var periods: [String] = []
    var termIDs: [String] = []
    /// Keys of other names that timetables may use: the class code where `code` is the title.
    var aliases: Set<String> = []
}

/// A pupil in a class, from the first to the last day, both inclusive.
struct Enrolment: Sendable {
    typealias Index = TypedIndex<Enrolment>

    var pupil: Pupil.Index
    var classIndex: SchoolClass.Index
    var from: Day?
    var to: Day?

    func isCurrent(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}

/// A mark of the statutory register for half a day: read to excuse, never written.
struct AttendanceMark: Sendable {
    enum Half: String, Sendable { case am = "AM", pm = "PM" }
    var pupil: Pupil.Index
    var day: Day
    var half: Half
    var code: String
    /// Authorised and unable codes excuse the half day (`rules.md` §4.7).
    var excuses: Bool
}

/// Everybody the school knows: all files of `roster/` together. Pupils, staff and classes are referred to by index.
struct Roster: Sendable {
    var pupils: [Pupil] = []
    var staff: [StaffMember] = []
    var classes: [SchoolClass] = []
    var enrolments: [Enrolment] = []
    var marks: [AttendanceMark] = []
    /// What each file was taken for: told by `check` alone.
    var accounts: [Problem] = []
    var hasContacts = false
    /// False when the roster cannot say who may be written to (OneRoster, SDS): see `[contacts] ask-means-yes`.
    var saysWhoMayBeContacted = false
    var hasAgreements = false

    init() {}
}
