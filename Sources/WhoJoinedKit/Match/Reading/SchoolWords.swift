/// What stands behind or before a person's name and says what they do in the school; collected 2026-11-29.
enum SchoolWords {
    /// A subject, a room or a role behind a member of staff's name: `Ms Lowe - Art`, `Mr Ode Room 3`.
    static func standBehindStaff(_ word: String) -> Bool {
        staff.contains(word) || word.utf8.allSatisfy(\.isASCIIDigit)
            || NameWords.kinds(of: word).contains(.staffRole)
    }

    /// A role that makes an adult of whoever stands beside a child's name: `Kofi (carer)`, `Ted - tutor`.
    static func isAdultRole(_ word: String) -> Bool { adults.contains(word) }

    private static let staff = wordSet(
        """
        art music maths math mathematics english science pe games drama dance french german spanish latin welsh irish gaelic urdu polish history
        geography re rs pshe ict computing computers dt technology textiles food cookery phonics reading literacy numeracy spelling choir band
        orchestra guitar piano violin drums swimming sport sports humanities languages mfl eal sen send support intervention nurture library
        assembly room rm class classroom hall year yr reception nursery primary school academy college ystafell celf cerddoriaeth mathemateg
        saesneg cymraeg gwyddoniaeth addysg gorfforol hanes host main gym
        """)

    private static let adults = wordSet(
        """
        ta hlta lsa tutor tutors teacher teachers carer carers childminder nurse interpreter keyworker therapist mentor helper assistant elsa senco
        sendco nanny minder gofalwr gofalwraig athro athrawes opiekun opiekunka nauczyciel nauczycielka cuidador cuidadora ingrijitor bakici
        """)
}
