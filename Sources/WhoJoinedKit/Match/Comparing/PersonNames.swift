/// The names of one person in comparable words: every given name and every family name by which the school knows them.
struct PersonNames: Sendable {
    var givens: [[String]] = []
    var middles: [[String]] = []
    var families: [[String]] = []

    mutating func add(given: String, middle: String = "", family: String) {
        func put(_ text: String, in list: inout [[String]]) {
            let words = comparableWords(text)
            if !words.isEmpty, !list.contains(words) { list.append(words) }
        }
        put(given, in: &givens)
        put(middle, in: &middles)
        put(family, in: &families)
    }
}

/// Lower-case ASCII words of a roster's name: accents, apostrophes and capitals are gone, hyphens part.
func comparableWords(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in CleanName(text).bytes {
        if byte.isASCIILetter {
            word.append(byte | .caseBit)
        } else if byte != .apostrophe, !word.isEmpty {
            words.append(String(decoding: word, as: UTF8.self))
            word = []
        }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
}

func comparableNames(of pupil: Pupil) -> PersonNames {
    var names = PersonNames()
    let shown = pupil.display
    for name in [shown, pupil.main, pupil.legal, pupil.preferred].compactMap({ $0 }) {
        // A list with one column for the name: without the two sides `Castell, Bryn` would be no more than a first
        // name.
        if shown.family.isEmpty, name.given.utf8.contains(.space) {
            addFullName(name.given, to: &names)
        } else {
            names.add(given: name.given, middle: name.middle, family: name.family)
        }
    }
    return names
}

func comparableNames(of member: StaffMember) -> PersonNames {
    var names = PersonNames()
    names.add(given: member.given, family: member.family)
    if member.family.isEmpty { addFullName(member.full, to: &names) }
    return names
}

func comparableNames(of contact: Contact) -> PersonNames {
    var names = PersonNames()
    names.add(given: contact.given, family: contact.family)
    if contact.family.isEmpty { addFullName(contact.full, to: &names) }
    return names
}

/// `Mrs Yolanda Antwi`: the title goes, the last word is the family name.
private func addFullName(_ full: String, to names: inout PersonNames) {
    var words = comparableWords(full)
    while let first = words.first, words.count > 1, NameWords.kinds(of: first).contains(.title) { words.removeFirst() }
    guard let family = words.popLast() else { return }
    names.add(given: words.joined(separator: " "), family: family)
}
