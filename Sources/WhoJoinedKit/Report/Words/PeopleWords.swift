/// What became of somebody, in the words of a page; tables keep the words of the rules.
extension Outcome {
    var words: String {
        switch self {
        case .pupil: "pupil"
        case .ambiguous: "to settle"
        case .unnamed: "unnamed"
        case .otherClass: "pupil of another class"
        case .staff: "staff"
        case .contact: "parent or carer"
        case .uninvited: "not invited"
        }
    }
}

extension PupilResult {
    /// The reason without what the words of the status say already.
    var furtherReason: String {
        let words = status.words
        if reason == words { return "" }
        return reason.utf8.starts(with: "\(words): ".utf8) ? String(reason.dropFirst(words.count + 2)) : reason
    }
}

extension PupilStatus {
    var words: String {
        switch self {
        case .joined: "joined"
        case .nonJoiner: "did not join"
        case .possible: SharedWords.cannotTell
        case .excused: SharedWords.knownAbsence
        case .noData: "no export"
        }
    }
}
