/// What the status column of a list says: on the roll, gone or not yet come, or a word that nobody knows.
enum RollStatus: Sendable {
    case here, gone, unknown

    init(_ text: String) {
        var words = Header(text).words
        // `C - Current Single`
        if words.count > 1, words[0].utf8.count == 1, !words[0].utf8.contains(where: \.isASCIIDigit) {
            words.removeFirst()
        }
        // A letter is a code only where it stands alone.
        let isHere = { (phrase: [String]) in
            words.starts(with: phrase) && (phrase.count > 1 || phrase[0].utf8.count > 1 || words.count == 1)
        }
        if words.isEmpty || words == ["0"] {
            self = .here
        } else if text.utf8.first != .hyphen, words == ["2"] || words == ["3"] {
            // PowerSchool: 0 is active, 2 transferred out, 3 graduated.
            self = .gone
        } else if RollStatus.wordsForGone.contains(where: isHere) {
            self = .gone
        } else if RollStatus.wordsForHere.contains(where: isHere) {
            // `Suspended (leaver)`, `Current until left`: one word against the other is for a person.
            self = words.contains(where: ["leaver", "leavers", "left", "withdrawn"].contains) ? .unknown : .here
        } else {
            self = .unknown
        }
    }

    /// By how the words begin: `Leaver - 22/07/2026`.
    private static let wordsForGone = [
        ["left"], ["leaver"], ["leavers"], ["off", "roll"], ["offroll"], ["inactive"], ["not", "on", "roll"],
        ["not", "active"], ["not", "enrolled"], ["no", "longer"], ["former"], ["ex"], ["past"], ["previous"],
        ["withdrawn"], ["withdrew"], ["removed"], ["transferred"], ["transfer"], ["archived"], ["archive"],
        ["deleted"], ["disabled"], ["blocked"], ["alumni"], ["alumnus"], ["alumna"], ["graduated"], ["graduate"],
        ["excluded"], ["expelled"], ["moved"], ["deceased"], ["guest"], ["visitor"], ["applicant"], ["applied"],
        ["application"], ["admissions"], ["prospective"], ["prospect"], ["enquiry"], ["enquirer"], ["future"],
        ["pre", "admission"], ["preadmission"], ["pre", "enrolled"], ["pre", "registered"], ["offered"], ["offer"],
        ["accepted", "offer"], ["waiting"], ["waitlisted"], ["pending"], ["declined"], ["rejected"], ["cancelled"],
        ["unenrolled"], ["expired"], ["lapsed"], ["terminated"], ["departed"], ["exited"], ["expected"], ["i"], ["off"],
        ["dropped"], ["tobedeleted"],
    ]
    private static let wordsForHere = [
        ["current"], ["active"], ["on", "roll"], ["onroll"], ["enrolled"], ["enroled"], ["registered"], ["c"], ["m"],
        ["s"], ["main"], ["subsidiary"], ["dual"], ["single"], ["present"], ["attending"], ["full", "time"], ["full"],
        ["a"],
        ["part", "time"], ["student"], ["pupil"], ["yes"], ["y"], ["on"], ["suspended"], ["new"], ["returning"],
        ["re", "enrolled"], ["continuing"], ["admitted"],
    ]
}
