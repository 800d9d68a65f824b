/// The pupils of the lists that have been read, among whom the one of another list is found.
struct ListedPupils {
    enum Answer {
        case one(Pupil.Index), nobody
        /// Somebody else has this pupil's identifier.
        case clash
    }

    /// Where each pupil stands, with its list.
    var entries = SideTable<Pupil, RosterDocument.RosterPupil>()
    /// There are several lists with pupils, so that one may have to be found in another.
    let areOfSeveralLists: Bool
    /// Keys of the pupil's classes that are no teaching groups.
    private var ownClasses = SideTable<Pupil, Set<String>>()
    private var byID: [String: [Pupil.Index]] = [:]
    private var byName: [String: [Pupil.Index]] = [:]
    private var byWord: [String: [Pupil.Index]] = [:]
    /// The names of each list by its file and each of their words.
    private var wordsOfLists: [String: [Set<String>]] = [:]
    /// How often a list has a full name.
    private var countOfNames: [String: Int] = [:]

    /// - Parameter documents: all that will be asked for.
    init(of documents: [RosterDocument]) {
        areOfSeveralLists = Set(documents.lazy.flatMap(\.pupils).map(\.file)).count > 1
        guard areOfSeveralLists else { return }
        for entry in documents.lazy.flatMap(\.pupils) {
            let words = entry.nameWords
            for word in words { wordsOfLists[entry.file + "\u{1F}" + word, default: []].append(words) }
            countOfNames[ListedPupils.listName(entry), default: 0] += 1
        }
    }

    /// The pupil is a new one of the roster, at its end.
    mutating func append(_ entry: RosterDocument.RosterPupil, _ own: Set<String>, at index: Pupil.Index) {
        entries.append(entry)
        ownClasses.append(own)
        guard areOfSeveralLists else { return }
        byName[entry.display.full.lowercased(), default: []].append(index)
        for word in entry.nameWords { byWord[word, default: []].append(index) }
    }

    mutating func addIDs(of pupil: Pupil, at index: Pupil.Index) {
        guard areOfSeveralLists else { return }
        for id in identifiers(pupil) where byID[id]?.contains(index) != true { byID[id, default: []].append(index) }
    }

    /// Those of one full name, in the names' order, where lists may speak of one pupil twice.
    var namesakes: [[Pupil.Index]] {
        byName.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func listName(_ entry: RosterDocument.RosterPupil) -> String {
        entry.file + "\u{1F}" + entry.display.full.lowercased()
    }

    private func identifiers(_ pupil: Pupil) -> [String] {
        var found: [String] = []
        if let upn = pupil.ids.upn, pupil.upnStatus == .ok || pupil.upnStatus == .temporary {
            found.append("upn:" + upn)
        }
        if let id = pupil.ids.misID { found.append("mis:" + id) }
        if let id = pupil.ids.admissionNumber { found.append("adm:" + withoutLeadingZeros(id)) }
        if let id = pupil.ids.sourcedID { found.append("sid:" + id) }
        if let email = pupil.email { found.append("mail:" + email) }
        return found
    }

    /// By an identifier and a name that agrees, else by a full name that is unique in both, else by a short form of it.
    ///
    /// - Parameters:
    ///   - own: the keys of the pupil's classes that are no teaching groups.
    ///   - pupils: those of the entries, as they have been merged so far.
    func find(_ entry: RosterDocument.RosterPupil, _ own: Set<String>, among pupils: [Pupil]) -> Answer {
        if !areOfSeveralLists { return .nobody }
        for id in identifiers(entry.pupil) {
            let others = (byID[id] ?? []).filter { entries[$0].file != entry.file }
            if let same = others.first(where: { entries[$0].namesAgree(with: entry) }) { return .one(same) }
            if !others.isEmpty, id.utf8.starts(with: "upn:".utf8) || id.utf8.starts(with: "mis:".utf8) {
                return .clash
            }
        }
        let others = (byName[entry.display.full.lowercased()] ?? []).filter {
            entries[$0].file != entry.file && entries[$0].columns != entry.columns
        }
        if others.count == 1, countOfNames[ListedPupils.listName(entry)] == 1,
            own.isEmpty || ownClasses[others[0]].isEmpty || !own.isDisjoint(with: ownClasses[others[0]])
        {
            return .one(others[0])
        }
        return others.isEmpty ? shortened(entry, own, among: pupils).map { .one($0) } ?? .nobody : .nobody
    }

    /// `Ben Tarn` of a list of accounts is Benjamin Tarn of the class list, in one cell or the other way round too, if it
    /// is the same class or e-mail, or nobody else of the family name can be meant.
    private func shortened(_ entry: RosterDocument.RosterPupil, _ own: Set<String>, among pupils: [Pupil])
        -> Pupil.Index?
    {
        let words = entry.nameWords
        guard words.count > 1 else { return nil }
        let found = Set(words.flatMap { byWord[$0] ?? [] }).sorted().filter { i in
            let other = entries[i]
            guard other.file != entry.file, other.columns != entry.columns, other.nameWords.count > 1 else {
                return false
            }
            if differ(pupils[i].ids.misID, entry.pupil.ids.misID) { return false }
            if differ(pupils[i].email, entry.pupil.email) { return false }
            let (mine, theirs) = (ownClasses[i], own)
            guard mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { return false }
            return isShortForm(words, other.nameWords)
        }
        guard found.count == 1, let only = found.first else { return nil }
        // Samuel and Samantha of one list are not both Sam of the other.
        let ofList = words.flatMap { wordsOfLists[entry.file + "\u{1F}" + $0] ?? [] }
        guard Set(ofList).count(where: { isShortForm($0, entries[only].nameWords) }) == 1 else { return nil }
        let family = entry.pupil.display.family.lowercased().orNil ?? entries[only].pupil.display.family.lowercased()
        let ofFamily = entries.typedIndices.count {
            entries[$0].file == entries[only].file && entries[$0].nameWords.contains(family)
        }
        let isSameClass = !own.isEmpty && !ownClasses[only].isEmpty
        return isSameClass || ofFamily == 1 ? only : nil
    }

    private func differ(_ a: String?, _ b: String?) -> Bool { a != nil && b != nil && a != b }

    /// All words but one are equal, and that one begins the other: `Ben`, `Benjamin`.
    private func isShortForm(_ a: Set<String>, _ b: Set<String>) -> Bool {
        if a == b { return true }
        let (mine, theirs) = (a.subtracting(b), b.subtracting(a))
        guard mine.count == 1, theirs.count == 1, a.count == b.count, let x = mine.first, let y = theirs.first else {
            return false
        }
        let (short, long) = x.utf8.count < y.utf8.count ? (x, y) : (y, x)
        return short.utf8.count >= 3 && (long.utf8.starts(with: short.utf8) || long.utf8.starts(with: stem(short).utf8))
    }

    /// `Danny` of Daniel, `Katie` of Katherine: without the ending, and without a letter that was doubled before it.
    private func stem(_ name: String) -> String {
        let ending = ["ie", "ey", "y", "i"].first { name.utf8.count >= $0.utf8.count + 3 && name.hasSuffix($0) }
        guard let ending else { return name }
        let rest = name.dropLast(ending.count)
        let isDoubled = rest.utf8.count > 3 && rest.utf8.last == rest.utf8.dropLast().last
        return String(isDoubled ? rest.dropLast() : rest)
    }
}
