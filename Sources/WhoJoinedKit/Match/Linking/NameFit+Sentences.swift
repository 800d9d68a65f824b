extension Matcher {
    /// The step's name and a sentence for a teacher. Whole literals: put together they were allocated for every name.
    func words(for fit: NameFit) -> (step: String, why: String) {
        switch (fit.kind, fit.nearness) {
        case (.full, .letters): ("full name", "First and family name fit this pupil alone, letter by letter.")
        case (.full, .part):
            (
                "full name, part of a compound",
                "First and family name fit this pupil alone, by one part of a compound name."
            )
        case (.full, .restored):
            (
                "full name, lost letters",
                "First and family name fit this pupil alone, but for letters that were lost on the way."
            )
        case (.full, .spelling):
            ("full name, spelling variant", "First and family name fit this pupil alone, in another spelling.")
        case (.full, .shortForm):
            ("full name, short form", "First and family name fit this pupil alone, by a short form.")
        case (.full, .slip):
            ("full name, typing slip", "First and family name fit this pupil alone, but for a typing slip.")
        case (.givenAndInitial, .letters):
            ("first name and initial", "First name and initial fit this pupil alone, letter by letter.")
        case (.givenAndInitial, .part):
            (
                "first name and initial, part of a compound",
                "First name and initial fit this pupil alone, by one part of a compound name."
            )
        case (.givenAndInitial, .restored):
            (
                "first name and initial, lost letters",
                "First name and initial fit this pupil alone, but for letters that were lost on the way."
            )
        case (.givenAndInitial, .spelling):
            (
                "first name and initial, spelling variant",
                "First name and initial fit this pupil alone, in another spelling."
            )
        case (.givenAndInitial, .shortForm):
            ("first name and initial, short form", "First name and initial fit this pupil alone, by a short form.")
        case (.givenAndInitial, .slip):
            (
                "first name and initial, typing slip",
                "First name and initial fit this pupil alone, but for a typing slip."
            )
        case (.initialAndFamily, .letters):
            ("initial and family name", "Initial and family name fit this pupil alone, letter by letter.")
        case (.initialAndFamily, .part):
            (
                "initial and family name, part of a compound",
                "Initial and family name fit this pupil alone, by one part of a compound name."
            )
        case (.initialAndFamily, .restored):
            (
                "initial and family name, lost letters",
                "Initial and family name fit this pupil alone, but for letters that were lost on the way."
            )
        case (.initialAndFamily, .spelling):
            (
                "initial and family name, spelling variant",
                "Initial and family name fit this pupil alone, in another spelling."
            )
        case (.initialAndFamily, .shortForm):
            ("initial and family name, short form", "Initial and family name fit this pupil alone, by a short form.")
        case (.initialAndFamily, .slip):
            (
                "initial and family name, typing slip",
                "Initial and family name fit this pupil alone, but for a typing slip."
            )
        case (_, .letters): ("first name", "The only pupil of the class with this first name, letter by letter.")
        case (_, .part):
            (
                "first name, part of a compound",
                "The only pupil of the class with this first name, by one part of a compound name."
            )
        case (_, .restored):
            (
                "first name, lost letters",
                "The only pupil of the class with this first name, but for letters that were lost on the way."
            )
        case (_, .spelling):
            ("first name, spelling variant", "The only pupil of the class with this first name, in another spelling.")
        case (_, .shortForm):
            ("first name, short form", "The only pupil of the class with this first name, by a short form.")
        case (_, .slip):
            ("first name, typing slip", "The only pupil of the class with this first name, but for a typing slip.")
        }
    }
}

extension NameFit {
    /// How near the weaker side comes to the name on the roster.
    fileprivate enum Nearness { case letters, part, restored, spelling, shortForm, slip }

    fileprivate var nearness: Nearness {
        switch weakest {
        case .exact: .letters
        case .firstPart, .otherPart: .part
        case .restored: .restored
        case .variant, .soundsAlike: .spelling
        case .shortForm, .sharedForm, .longForm, .headOfName: .shortForm
        default: .slip
        }
    }
}
