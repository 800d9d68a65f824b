extension NameFit {
    /// What is said of a name that fits one pupil of the class.
    var step: MatchStep { .fits(writtenParts, nearness) }

    private var writtenParts: MatchStep.WrittenParts {
        switch kind {
        case .full: .fullName
        case .givenAndInitial: .firstNameAndInitial
        case .initialAndFamily: .initialAndFamilyName
        default: .firstName
        }
    }

    private var nearness: MatchStep.Nearness {
        switch weakest {
        case .exact: .letterByLetter
        case .firstPart, .otherPart: .partOfCompound
        case .restored: .lostLetters
        case .variant, .soundsAlike: .spellingVariant
        case .shortForm, .sharedForm, .longForm, .headOfName: .shortForm
        default: .typingSlip
        }
    }
}
