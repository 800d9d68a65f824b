/// What decided who an entrant was: the step's name, as `why` prints it, and one sentence for a teacher.
enum MatchStep: Hashable, Sendable {
    /// Which parts of a pupil's name were written.
    enum WrittenParts: Sendable { case fullName, firstNameAndInitial, initialAndFamilyName, firstName }

    /// How near the weaker part comes to the name on the roster.
    enum Nearness: Sendable { case letterByLetter, partOfCompound, lostLetters, spellingVariant, shortForm, typingSlip }

    /// Which of a pupil's and somebody else's name a written one is nearer to.
    enum SomebodyElse: Sendable { case staff, pupilOfAnotherClass }

    // decisions.csv
    case settled(by: String, source: String)

    // The e-mail address
    case schoolEmail, schoolEmailAndName, sharedEmail, emailAgainstName, emailAgainstAdultsName
    case staffEmail
    case contactEmail, contactEmailOfAnotherClass, fullNameOnContactsAccount
    case pupilEmailAsName, staffEmailAsName, firstNameInUnknownEmail

    // A telephone
    case telephone, staffTelephone, familyTelephone

    // Letters that are not what they seem
    case lookAlike, dotlessI

    // A class or a year in the name, or another script
    case pupilOfNamedClass, severalOfNamedClass, nameOfThisClassButAnotherNamed
    case pupilOfNamedYear, nameOfThisClassButAnotherYear
    case unreadableScript, transliterated

    // A name that fits one pupil of the class
    case fits(WrittenParts, Nearness)

    // A name that fits a pupil of the class, or somebody else
    case sameName(pupils: Int), partOfName(pupils: Int)
    case familyName, familyNameAlsoStaff
    case partOfFirstName, shortFormAlone, firstNameOnUnknownAccount, longForm
    case initialAndFamilyNameAlsoStaff(name: String)
    case nearerName(of: SomebodyElse)
    case nearName(looksTheSame: Bool), otherForm, fullNameAndMore
    case otherPartOfName, nameOfClassmate, initialAndNearFamilyName, nameOfContactToo, firstNameOfTeacherToo

    // Two names in one
    case twoPeople, twoNames, twoPeopleInBrackets, strangerInBrackets, pupilInBrackets

    // Somebody else's name
    case guest, guestTeacher(byEmail: Bool)
    case settledTwice
    case staffName, titledStaff, titledContact, titledPupil, titledStranger, firstNameOfTeacher
    case titledStaffOrContact, titledBesideChild, roleBesideChild, sharedFamilyName, namesOfTwoPupils
    case schoolAccount
    case contactName
    case otherClass, severalOfOtherClasses(pupils: Int), notOnRoll, lostFromRoster, unreadRow
    case relative, relativeOfSeveral, relativeOfNobody
    case household, householdOfNobody
    case severalNames(areAllClear: Bool), severalNamesOfNobody

    // Nobody's name
    case noName, device, deviceOfNobody, genericName, bot, handle
    case initials, oneInitial, initialsOfNobody
    case nobody, firstNameOfNobody

    // The lesson as a whole
    case twoAccountsAtOnce, slipBesideRightName, firstNameTwiceAtOnce

    var isTypingSlip: Bool {
        if case .fits(_, .typingSlip) = self { true } else { false }
    }

    var name: String { texts.name }
    var sentence: String { texts.sentence }

    /// The only table of these texts.
    private var texts: (name: String, sentence: String) {
        switch self {
        case .settled(let by, let source):
            ("settled by a person", "\(by.isEmpty ? "Somebody" : by) settled this name in \(source).")

        case .schoolEmail: ("school e-mail", "The e-mail address is this pupil's.")
        case .schoolEmailAndName: ("school e-mail", "The e-mail address is this pupil's, and the name agrees.")
        case .sharedEmail: ("shared e-mail", "The e-mail address belongs to more than one pupil.")
        case .emailAgainstName:
            (
                "e-mail against name",
                "The e-mail address is one pupil's, the display name another's in full. Either may have been there."
            )
        case .emailAgainstAdultsName:
            (
                "e-mail against name",
                "The e-mail address is one person's, the display name another's. Either may have been there."
            )
        case .staffEmail: ("staff e-mail", "The e-mail address is on the staff list.")
        case .contactEmail: ("contact's e-mail", "The e-mail address is a contact's of a pupil of this class.")
        case .contactEmailOfAnotherClass:
            ("contact's e-mail", "The e-mail address is a contact's of a pupil who is not in this class.")
        case .fullNameOnContactsAccount:
            (
                "full name on a contact's account",
                "The child's own full name, on the account of one of its contacts."
            )
        case .pupilEmailAsName: ("e-mail as name", "The display name is this pupil's school address.")
        case .staffEmailAsName: ("e-mail as name", "The display name is an address of the staff list.")
        case .firstNameInUnknownEmail: ("e-mail as name", "A first name alone in an address that nobody knows.")

        case .telephone: ("telephone", "A telephone number names nobody.")
        case .staffTelephone: ("telephone", "The telephone number is on the staff list.")
        case .familyTelephone:
            ("telephone", "A telephone number of a pupil's family: it may be that family's child or an adult.")

        case .lookAlike:
            (
                "look-alike",
                "The name equals a pupil's only after folding look-alike or invisible characters. It may be the pupil or somebody posing as one."
            )
        case .dotlessI:
            ("dotless i", "The name has a dotless i: a Turkish spelling of this pupil's name, or another name.")

        case .pupilOfNamedClass:
            ("class in the name", "The name gives another class, and a pupil of that class has this name.")
        case .severalOfNamedClass:
            ("class in the name", "The name gives another class, where more than one pupil fits.")
        case .nameOfThisClassButAnotherNamed:
            ("class in the name", "A pupil of this class has the name, but another class is given with it.")
        case .pupilOfNamedYear: ("year in the name", "The name gives another year, and a pupil there has it.")
        case .nameOfThisClassButAnotherYear:
            ("year in the name", "A pupil of this class has the name, but another year is given with it.")
        case .unreadableScript: ("another script", "The name is in another script and cannot be read here.")
        case .transliterated: ("another script", "Transliterated, the name may be this pupil's.")

        case .fits(let parts, let nearness): (parts.name + nearness.name, parts.sentence + nearness.sentence)

        case .sameName(let pupils):
            ("same name", "The name fits \(pupils) pupils of the class equally well.")
        case .partOfName(let pupils):
            ("part of the name", "The name fits \(pupils) pupils of the class equally well.")
        case .familyName: ("family name", "A family name alone names no one pupil.")
        case .familyNameAlsoStaff: ("family name", "A family name alone: a pupil's or a member of staff's.")
        case .partOfFirstName: ("part of a first name", "A first name alone, and only near to this pupil's.")
        case .shortFormAlone:
            ("short form alone", "A first name alone, which may be short for this pupil's or somebody else's own.")
        case .firstNameOnUnknownAccount:
            ("first name, unknown account", "A first name alone, on an outside account that nobody knows.")
        case .longForm: ("long form", "The long form of the first name, and only a part of the family name.")
        case .initialAndFamilyNameAlsoStaff(let name):
            ("initial and family name", "The initial and family name fit this pupil and \(name) of the staff.")
        case .nearerName(of: .staff):
            ("nearer name", "The full name of a member of staff, and nearly this pupil's.")
        case .nearerName(of: .pupilOfAnotherClass):
            ("nearer name", "The full name of a pupil of another class, and nearly this pupil's.")
        case .nearName(let looksTheSame):
            (
                looksTheSame ? "look-alike" : "near name",
                "One letter from a pupil's name, but what is written is a name of its own: the pupil with a slip, or somebody else."
            )
        case .otherForm:
            (
                "other form",
                "Another form of this pupil's name, as another language or custom has it: the pupil, or a namesake."
            )
        case .fullNameAndMore:
            (
                "full name and more",
                "A pupil's full name, with more words beside it: the pupil, or somebody with a longer name."
            )

        case .otherPartOfName:
            ("part of the name", "A part of this pupil's name, but not the first name: a relative may have it too.")
        case .nameOfClassmate:
            ("name of a classmate", "Near this pupil's name, but the first name is a classmate's own.")
        case .initialAndNearFamilyName:
            ("initial and near family name", "An initial and a family name that is only near to this pupil's.")
        case .nameOfContactToo:
            ("contact's name too", "Near this pupil's name, and the full name of one of the pupil's contacts.")
        case .firstNameOfTeacherToo:
            ("teacher's first name", "A first name that a pupil of the class or a contact shares with the teacher.")

        case .twoPeople: ("two names", "Two different people are named.")
        case .twoNames: ("two names", "Two different names are given.")
        case .twoPeopleInBrackets:
            ("two names", "Two different people are named, outside and inside the brackets.")
        case .strangerInBrackets:
            ("two names", "The pupil's name, with a stranger's name in brackets or before a rename.")
        case .pupilInBrackets:
            ("two names", "A pupil's name in brackets or before a rename, and a stranger's name beside it.")

        case .guest: ("guest", "An invited guest of this day: guests.csv.")
        case .guestTeacher(byEmail: true):
            ("guest", "A supply teacher or assistant of this day, by the e-mail in guests.csv.")
        case .guestTeacher(byEmail: false):
            ("guest", "A supply teacher or assistant of this day, by the name in guests.csv.")
        case .settledTwice:
            (
                "settled name twice",
                "The name was settled, but it is there twice at once, or its owner is in the call already."
            )
        case .staffName: ("staff name", "The full name of a member of staff.")
        case .titledStaff: ("titled name", "Title and name of a member of staff.")
        case .titledContact: ("contact's titled name", "Title and name of a contact of a pupil of this class.")
        case .titledPupil:
            ("titled name", "A pupil's full name with a title: the pupil, or an adult of the same name.")
        case .firstNameOfTeacher:
            ("teacher's first name", "The first name of the member of staff whose lesson it was.")
        case .titledStaffOrContact:
            ("titled name", "Title and name of a member of staff, and of a contact of a pupil of this class.")
        case .titledBesideChild:
            ("titled name and a child's", "A title and a child's name: an adult of that child, or the child renamed.")
        case .roleBesideChild:
            (
                "role beside a child's name",
                "A role beside a child's name: an adult who is with the child, or the child."
            )
        case .namesOfTwoPupils:
            (
                "names of two pupils",
                "The first name of one pupil with the family name of another who was not seen: neither of them."
            )
        case .sharedFamilyName:
            ("shared family name", "Nobody who is known, but of the family name of a pupil who was not seen.")
        case .schoolAccount:
            ("unknown school account", "An account of the school's own that is on no list.")
        case .titledStranger:
            ("titled name", "A title and a name that is not on the staff list: an adult nobody has named.")
        case .contactName: ("contact's name", "The name of a contact of a pupil of this class.")
        case .otherClass: ("other class", "The full name of a pupil of another class.")
        case .severalOfOtherClasses(let pupils):
            ("other class", "The full name of \(pupils) pupils of other classes.")
        case .notOnRoll: ("not on roll", "A former or future pupil: not on roll on that day.")
        case .lostFromRoster:
            ("lost from the roster", "The name of a pupil whom the roster had before; the list seems to be incomplete.")
        case .unreadRow:
            ("row not used", "The name stands in a row of the roster that could not be read: perhaps a pupil.")
        case .relative: ("relative", "Named as a relative of this pupil.")
        case .relativeOfSeveral: ("relative", "Named as a relative of a pupil; more than one fits.")
        case .relativeOfNobody: ("relative", "Somebody's relative, but of no pupil of this class.")
        case .household: ("household", "A whole family's name: the child may be there, or an adult.")
        case .householdOfNobody: ("household", "A family of no pupil of this class.")
        case .severalNames(areAllClear: true):
            ("several names", "One device for several children; those of the class are named.")
        case .severalNames(areAllClear: false):
            ("several names", "Several names on one device; not all of them are clear.")
        case .severalNamesOfNobody: ("several names", "Several names, none of them of this class.")

        case .noName: ("no name", "The name is empty or holds no letters.")
        case .device: ("device", "The name of a device names nobody.")
        case .deviceOfNobody: ("device", "A device, and no pupil of the class has the name it carries.")
        case .genericName: ("generic name", "A word that names nobody.")
        case .bot: ("bot", "A note-taking or recording programme, not a person.")
        case .handle: ("handle", "A made-up name that names nobody.")
        case .initials: ("initials", "Initials only.")
        case .oneInitial: ("initials", "One letter names nobody.")
        case .initialsOfNobody: ("initials", "Initials of no pupil of the class.")
        case .nobody: ("nobody", "The name fits nobody of the class, the staff, the contacts or the school.")
        case .firstNameOfNobody: ("nobody", "A first name that nobody of the class has.")

        case .twoAccountsAtOnce:
            ("two accounts at once", "This pupil was in the call at the same time from another account.")
        case .firstNameTwiceAtOnce:
            ("first name twice at once", "This first name was in the call more than once at the same time.")
        case .slipBesideRightName:
            (
                "slip beside the right name",
                "A slip away from a pupil who was in the call under the right name at the same time."
            )
        }
    }

    /// What is said beside the step, after its sentence.
    enum Remark: String, Sendable {
        case nameInBrackets = "The name stands in brackets or before a rename."
        case pupilInBrackets = "The pupil's name stands in brackets or before a rename."
        case contactsAccount = "The account carries the name of one of the child's contacts."
        case familysAccount = "The account carries the name of somebody of the same family name."
        case guessed = "The name was read without a remark, or parted from a class or a device."
        case transliterated = "The name was transliterated from another script."
    }
}

extension MatchStep.WrittenParts {
    fileprivate var name: String {
        switch self {
        case .fullName: "full name"
        case .firstNameAndInitial: "first name and initial"
        case .initialAndFamilyName: "initial and family name"
        case .firstName: "first name"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .fullName: "First and family name fit this pupil alone"
        case .firstNameAndInitial: "First name and initial fit this pupil alone"
        case .initialAndFamilyName: "Initial and family name fit this pupil alone"
        case .firstName: "The only pupil of the class with this first name"
        }
    }
}

extension MatchStep.Nearness {
    fileprivate var name: String {
        switch self {
        case .letterByLetter: ""
        case .partOfCompound: ", part of a compound"
        case .lostLetters: ", lost letters"
        case .spellingVariant: ", spelling variant"
        case .shortForm: ", short form"
        case .typingSlip: ", typing slip"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .letterByLetter: ", letter by letter."
        case .partOfCompound: ", by one part of a compound name."
        case .lostLetters: ", but for letters that were lost on the way."
        case .spellingVariant: ", in another spelling."
        case .shortForm: ", by a short form."
        case .typingSlip: ", but for a typing slip."
        }
    }
}
