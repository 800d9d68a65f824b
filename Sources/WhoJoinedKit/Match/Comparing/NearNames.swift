/// Which of some names was meant by a mistyped one.
struct NearNames: Sendable {
    struct Name: Sendable {
        /// As the person reads it.
        var shown: String
        /// Everything that may have been typed for it.
        var forms: [String]
    }

    /// Longer names are compared by their beginning.
    private static let limit = 60

    private let names: [(shown: String, forms: [[UInt8]])]

    init(_ names: [Name]) {
        self.names = names.map { ($0.shown, $0.forms.map(NearNames.letters).filter { !$0.isEmpty }) }
    }

    /// At most one letter in three is another, or all of the words typed are in the name.
    /// - Returns: each once, the nearest first, then by their letters.
    func nearest(to text: String, limit: Int = 3) -> [String] {
        let typed = NearNames.letters(text)
        guard !typed.isEmpty else { return [] }
        var found: [String: Int] = [:]
        for name in names {
            guard let distance = name.forms.compactMap({ NearNames.distance(typed, $0) }).min() else { continue }
            found[name.shown] = min(distance, found[name.shown] ?? distance)
        }
        return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit).map(\.key)
    }

    /// - Returns: `nil` where it is another name.
    private static func distance(_ typed: [UInt8], _ meant: [UInt8]) -> Int? {
        let most = max(1, min(typed.count, meant.count) / 3)
        if abs(typed.count - meant.count) <= most {
            let distance = typingDistance(typed[...], meant[...])
            if distance <= most { return distance }
        }
        let words = meant.split(separator: .space)
        let parts = typed.split(separator: .space)
        return parts.allSatisfy({ part in part.count > 2 && words.contains(part) }) ? limit : nil
    }

    private static func letters(_ text: String) -> [UInt8] {
        Array(String(decoding: CleanName(text).bytes.prefix(limit), as: UTF8.self).lowercased().utf8)
    }
}
