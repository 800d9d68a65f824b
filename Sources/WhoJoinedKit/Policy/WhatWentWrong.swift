/// The cell `what_went_wrong` of the log: what the host noted, and what the evidence shows besides.
struct WhatWentWrong {
    let text: String
    /// A call that was empty for longer than this in its middle was started again.
    private static let restart = 60

    init(_ context: RuleContext) {
        let noted = context.notes.compactMap(Self.words)
        text = (noted + Self.restarts(context) + Self.removals(context) + Self.strangers(context))
            .joined(separator: "; ")
    }

    /// An incident as it was written; a warning or a removal with who and when.
    private static func words(of note: ResolvedNote) -> String? {
        let note = note.note
        switch note.kind {
        case .incident: return note.text
        case .warning, .removed:
            let about = [note.person, note.from?.short ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            let head = [note.kind == .warning ? "warning" : "removed", about].filter { !$0.isEmpty }
                .joined(separator: " ")
            return note.text.isEmpty ? head : "\(head): \(note.text)"
        default: return nil
        }
    }

    private static func restarts(_ context: RuleContext) -> [String] {
        var spans: [Interval] = []
        for index in context.session.entrants.typedIndices { context.session.appendSpans(of: index, to: &spans) }
        return Intervals(spans).gaps.filter { $0.seconds > restart }.map {
            "the call was empty \(context.clock($0.start))-\(context.clock($0.end)) and began again"
        }
    }

    private static func removals(_ context: RuleContext) -> [String] {
        context.events { $0 == .removed }.map {
            "the log has a removal at \(context.clock($0.event.at))"
        }
    }

    private static func strangers(_ context: RuleContext) -> [String] {
        guard context.session.kind.isForPupils else { return [] }
        let count = context.entrants(.uninvited).count
        return count == 0 ? [] : ["\(count) not invited"]
    }
}
