/// The roster's classes, found by any spelling: in another case, with other blanks or punctuation, with words such as
/// Class.
struct KnownClasses {
    private let keys: Set<String>
    private var bySpelling: [String: Set<String>] = [:]

    init(_ roster: Roster) {
        keys = Set(roster.classes.flatMap { [$0.code.key] + $0.aliases })
        for entry in roster.classes {
            bySpelling[ClassSpelling(entry.code.text).key, default: []].insert(entry.code.text)
        }
    }

    func has(_ code: ClassCode) -> Bool { keys.contains(code.key) }

    /// Every class that is named is the roster's; `4B;4C` is two.
    func haveAll(of text: String) -> Bool { has(ClassCode(text)) || classCodes(in: text).allSatisfy(has) }

    /// As the roster has it, where it can be one class only; else as it is written.
    func spelt(_ code: ClassCode) -> ClassCode {
        guard !has(code), let found = bySpelling[ClassSpelling(code.text).key], found.count == 1, let name = found.first
        else { return code }
        return ClassCode(name)
    }

    func spelt(_ text: String) -> String {
        haveAll(of: text) ? text : classCodes(in: text).map { spelt($0).text }.joined(separator: ";")
    }
}

extension SchoolRecords {
    /// Classes as the roster has them.
    mutating func spellClasses(as known: KnownClasses) {
        for i in notes.indices { notes[i].classText = known.spelt(notes[i].classText) }
        for i in approvals.indices { approvals[i].classCode = approvals[i].classCode.map(known.spelt) }
        for i in decisions.indices { decisions[i].classCode = decisions[i].classCode.map(known.spelt) }
        for i in guests.indices { guests[i].classCode = guests[i].classCode.map(known.spelt) }
    }
}
