/// What a list of accounts says somebody is: lists of a system hold pupils, staff and guests side by side.
enum RoleWord: Sendable {
    case pupil, adult, guest, unsaid

    /// - Parameter cells: of one row: `Member`, `Teacher`.
    init(_ cells: [String]) {
        let found = cells.map { RoleWord($0) }
        self = [.adult, .guest, .pupil].first(where: found.contains) ?? .unsaid
    }

    init(_ text: String) {
        let words = Set(Header(text).words)
        func has(_ some: Set<String>) -> Bool { !words.isDisjoint(with: some) }
        let isPupil = has(["student", "students", "pupil", "pupils", "learner", "child"])
        // A Student Support Officer is none, a Student Librarian is.
        if has(RoleWord.adults), !isPupil || has(RoleWord.adultsForPupils) {
            self = .adult
        } else if isPupil {
            self = .pupil
        } else {
            self = has(["guest", "visitor", "parent", "guardian", "observer", "external"]) ? .guest : .unsaid
        }
    }

    private static let adults: Set<String> = adultsForPupils.union([
        "teachers", "staff", "faculty", "head", "deputy", "tutor", "lecturer", "admins", "caretaker", "cook", "cleaner",
        "secretary", "bursar", "senco", "governor", "technician", "librarian", "nurse", "employee", "principal",
        "supervisor", "director", "instructor", "owner", "educator", "editingteacher", "midday", "leader", "chef",
        "volunteer", "volunteers", "adult", "adults", "hlta", "lsa", "cta", "tas", "sendco", "senca", "clerk",
        "receptionist", "trainee", "trustee", "chaplain", "matron", "coach", "therapist", "psychologist",
        "practitioner",
        "elsa", "apprentice", "invigilator", "peripatetic", "headmaster", "headmistress", "governors", "premises",
        "catering", "finance", "keyworker", "helper",
    ])

    private static let adultsForPupils: Set<String> = [
        "teacher", "teaching", "headteacher", "ta", "assistant", "administrator", "admin", "manager", "officer",
        "coordinator", "support", "aide", "counsellor", "counselor", "mentor", "services", "welfare",
    ]
}

/// `Mrs Lamb (Class teacher)` among the names of a class list. A title alone may be a pupil's.
func isTitledAdult(_ name: String) -> Bool {
    guard let first = name.utf8.first, "MDmd".utf8.contains(first) else { return false }
    let words = Header(name).words
    return words.first.map(ClassSpelling.titles.contains) == true
        && RoleWord(words.dropFirst().joined(separator: " ")) == .adult && words.count > 2
}

extension RosterTable {
    /// A row has this word in one of these columns.
    func says(_ word: RoleWord, in columns: [Int]) -> Bool {
        rows.contains { row in columns.contains { RoleWord(row.text($0)) == word } }
    }
}
