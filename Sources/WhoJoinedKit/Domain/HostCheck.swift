/// What the host of a call does before pupils come in, as the two policies list it: a tick-list in the host's own words.
enum HostCheck: String, Sendable, CaseIterable {
    case muted
    case chatOff = "chat off"
    case transferOff = "transfer off"
    case screen, lock
    case groundRules = "ground rules"
    case reportingRoutes = "reporting routes"
    case secondAdult = "second adult"

    /// Words by which a host may mean it, in lower case.
    private var words: [String] {
        switch self {
        case .muted: ["mute", "microphone", "mics"]
        case .chatOff: ["chat"]
        case .transferOff: ["transfer", "file shar"]
        case .screen: ["screen"]
        case .lock: ["lock"]
        case .groundRules: ["ground rule", "rules"]
        case .reportingRoutes: ["report"]
        case .secondAdult: ["second adult", "2nd adult", "second member", "second teacher", "other adult", "announced"]
        }
    }

    private static let denials: Set<String> = ["not", "no", "never", "forgot", "forgotten", "without", "missed", "n't"]

    /// The checks that a note names as done, in their own order; "not locked" names none.
    static func ticked(in text: String) -> [HostCheck] {
        let plain = text.lowercased().replacingCharacters("’", with: "'")
        if ["all", "all done", "all checks", "all checks done"].contains(plain) { return allCases }
        var found: Set<HostCheck> = []
        for item in plain.split(whereSeparator: { ",;.\n+&".contains($0) }).flatMap({ $0.parts(at: " and ") }) {
            let words = Set(item.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init))
            if !words.isDisjoint(with: denials) || words.contains(where: { $0.hasSuffix("n't") }) { continue }
            for check in allCases where check.words.contains(where: item.contains) { found.insert(check) }
        }
        return allCases.filter(found.contains)
    }
}

extension String {
    fileprivate func replacingCharacters(_ one: Character, with other: Character) -> String {
        String(map { $0 == one ? other : $0 })
    }
}

extension Substring {
    fileprivate func parts(at words: String) -> [String] {
        var parts: [String] = [""]
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(words) {
                parts.append("")
                rest = rest.dropFirst(words.count)
            } else {
                parts[parts.count - 1].append(first)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
