/// Lists of pupils of which one is newer: which of them decides about a class.
struct ListCoverage {
    private struct List {
        var age: Day
        /// Pupils by class key.
        var classes: [String: Int] = [:]
    }
    private var lists: [String: List] = [:]

    mutating func add(_ file: String, _ age: Day?, classes: [String]) {
        guard let age else { return }
        var list = List(age: age)
        for name in classes where !name.isEmpty { list.classes[ClassSpelling(name).key, default: 0] += 1 }
        lists[file] = list
    }

    func isNewer(_ file: String, than other: String) -> Bool {
        guard let a = lists[file], let b = lists[other] else { return false }
        return a.age > b.age
    }

    enum Cover { case none, part, whole }

    /// How much of a class of a list a newer one has: a list of a few pupils decides nothing, but one that has another
    /// class of that list whole is none of a few.
    func cover(of name: String, in file: String, by other: String) -> Cover {
        guard isNewer(other, than: file) else { return .none }
        let key = ClassSpelling(name).key
        let (older, newer) = (lists[file]?.classes ?? [:], lists[other]?.classes ?? [:])
        let (old, new) = (older[key] ?? 0, newer[key] ?? 0)
        if new == 0 { return .none }
        if 3 * new >= 2 * old { return .whole }
        let hasPart = 3 * new >= old || older.contains { 3 * (newer[$0.key] ?? 0) >= 2 * $0.value }
        return hasPart ? .part : .none
    }

    /// The newer list that has most of that class.
    func newest(for name: String, in file: String) -> (file: String, cover: Cover)? {
        let found = lists.keys.sorted().map { (file: $0, cover: cover(of: name, in: file, by: $0)) }
        return found.first { $0.cover == .whole } ?? found.first { $0.cover == .part }
    }
}
