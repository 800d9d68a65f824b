import DelimitedText

/// Who a display name is, as a person says.
enum SettleAnswer: Sendable, Hashable {
    case pupil(Pupil.Index)
    case staff(StaffMember.Index)
    /// A parent or carer of that pupil.
    case contact(Pupil.Index)
    /// Invited for that day.
    case guest
    /// Nobody of the school.
    case stranger
    /// It says nothing of who used it, in that one lesson.
    case device

    /// Who is there, if it is a pupil.
    var pupil: Pupil.Index? { if case .pupil(let pupil) = self { pupil } else { nil } }
}

/// The question about one name, and what each key does.
struct SettlePrompt: Sendable {
    enum Asked: Sendable { case who, staff, childOf }
    enum Choice: Sendable, Hashable {
        case pupil(Pupil.Index)
        case staff(StaffMember.Index)
    }
    enum Reaction: Sendable, Hashable {
        case answer(SettleAnswer)
        /// Another list is shown.
        case ask
        case skip, undo, done, unknown, severalAtOnce
    }

    static let shown = 9

    let open: OpenName
    /// Who was found just now under another name stands behind.
    private let pupils: [Pupil.Index]
    private let staff: [StaffMember.Index]
    private(set) var asked = Asked.who
    private var from = 0

    /// - Parameters:
    ///   - staff: in the order in which they are offered.
    ///   - said: pupils of this lesson as whom another name was settled just now.
    init(_ open: OpenName, staff: [StaffMember.Index], said: Set<Pupil.Index> = []) {
        (self.open, self.staff) = (open, staff)
        pupils = open.candidates.filter { !said.contains($0) } + open.candidates.filter(said.contains)
    }

    var choices: [Choice] { asked == .staff ? staff.map(Choice.staff) : pupils.map(Choice.pupil) }
    var shownChoices: ArraySlice<Choice> { choices.dropFirst(from).prefix(SettlePrompt.shown) }
    var hasMore: Bool { choices.count > SettlePrompt.shown }

    mutating func take(_ key: UInt8) -> Reaction {
        switch key {
        case UInt8(ascii: "u"): return .undo
        case UInt8(ascii: "q"): return .done
        case UInt8(ascii: "m") where hasMore:
            from = from + SettlePrompt.shown < choices.count ? from + SettlePrompt.shown : 0
            return .ask
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            let place = Int(key - UInt8(ascii: "1"))
            guard place < shownChoices.count else { return .unknown }
            return chosen(shownChoices[shownChoices.startIndex + place])
        case .lineFeed:
            if asked == .who { return .skip }
            return ask(.who)
        default: return asked == .who ? kind(key) : .unknown
        }
    }

    /// The letters of the first question.
    private mutating func kind(_ key: UInt8) -> Reaction {
        switch key {
        case UInt8(ascii: "s"): return ask(.staff)
        case UInt8(ascii: "p"): return ask(.childOf)
        case UInt8(ascii: "g"): return isSeveral ? .severalAtOnce : .answer(.guest)
        case UInt8(ascii: "n"): return .answer(.stranger)
        case UInt8(ascii: "d"): return .answer(.device)
        default: return .unknown
        }
    }

    private var isSeveral: Bool { open.entrant.link.atOnce > 1 }

    private mutating func ask(_ question: Asked) -> Reaction {
        if isSeveral, question != .who { return .severalAtOnce }
        (asked, from) = (question, 0)
        if question == .who { return .ask }
        // One alone need not be chosen.
        return choices.count == 1 ? chosen(choices[0]) : .ask
    }

    private func chosen(_ choice: Choice) -> Reaction {
        if isSeveral { return .severalAtOnce }
        switch choice {
        case .staff(let member): return .answer(.staff(member))
        case .pupil(let pupil): return .answer(asked == .childOf ? .contact(pupil) : .pupil(pupil))
        }
    }
}
