extension Agreement.Kind {
    /// What must have been signed or done.
    var words: String {
        switch self {
        case .acceptableUse: "the Acceptable Use agreement"
        case .recording: "consent to be recorded"
        case .training: "training for video lessons"
        }
    }
}

extension Register {
    private static let longest = 20

    /// `3 of 58 pupils without the Acceptable Use agreement: Ada Quill (4B), Barty Finch (4B, ran out on 31 Aug 2026) …`
    var sentence: String {
        let people = kind == .training ? "staff" : "pupils"
        let names = missing.prefix(Self.longest).map(\.text)
        let rest = missing.count - names.count
        return "\(missing.count) of \(asked) \(people) without \(kind.words): \(names.joined(separator: ", "))"
            + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Register.Entry {
    var text: String {
        let since: String =
            switch signature {
            case .holds, .none: ""
            case .later(let day): "only from \(day.shortWithYear)"
            case .ranOut(let day): "ran out on \(day.shortWithYear)"
            }
        let remarks = [PlainText.clean(classText), since].filter { !$0.isEmpty }
        let shown = PlainText.shown(name)
        return remarks.isEmpty ? shown : "\(shown) (\(remarks.joined(separator: ", ")))"
    }
}
