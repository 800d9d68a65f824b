/// Which of a pupil's classes a row is listed under, and how the roster spells a class.
final class ClassBook: Sendable {
    private let school: School
    private let sessions: [JudgedSession]
    /// `ClassCode.key` of the week's sessions, in their order.
    let sessionKeys: [[String]]
    /// `ClassCode.key` of the roster's classes.
    private let keys: SideTable<SchoolClass, String>
    private let spellings: [String: [String]]
    private let enrolments: SideTable<Pupil, [Enrolment.Index]>

    init(_ result: WeekResult) {
        school = result.school
        sessions = result.sessions
        sessionKeys = result.sessions.map { $0.session.classes.map(\.key) }
        let roster = result.school.roster
        keys = SideTable(for: roster.classes, \.code.key)
        var spellings: [String: Set<String>] = [:]
        for (key, schoolClass) in zip(keys.values, roster.classes) {
            spellings[key, default: []].insert(schoolClass.code.text)
        }
        self.spellings = spellings.mapValues { $0.sorted() }
        var own = SideTable(for: roster.pupils, repeating: [Enrolment.Index]())
        for (index, enrolment) in roster.enrolments.indexed() { own[enrolment.pupil].append(index) }
        enrolments = own
    }

    /// The roster's spelling of a class (`7A` for the timetable's `7a`); all of them if the roster has several.
    func spellings(of code: ClassCode) -> [String] {
        guard let texts = spellings[code.key] else { return [code.text] }
        return texts.contains(code.text) ? [code.text] : texts
    }

    /// The class under which a pupil's row of this session is listed: the pupil's own among the session's classes.
    func ownClass(of pupil: Pupil.Index, inSession index: Int) -> String {
        let session = sessions[index].session
        var first: SchoolClass.Index?
        for i in enrolments[pupil] where school.roster.enrolments[i].isCurrent(on: session.day) {
            let own = school.roster.enrolments[i].classIndex
            if sessionKeys[index].contains(keys[own]) { return school.roster.classes[own].code.text }
            if first == nil || school.roster.classes[own].kind == .registration { first = own }
        }
        return session.classes.first.map { spellings(of: $0)[0] }
            ?? first.map { school.roster.classes[$0].code.text } ?? ""
    }

    /// The registration group, else the first class on that day; empty when there is none.
    func homeClass(of pupil: Pupil.Index, on day: Day) -> String {
        let own = enrolments[pupil].map { school.roster.enrolments[$0] }.filter { $0.isCurrent(on: day) }.map {
            school.roster.classes[$0.classIndex]
        }
        return (own.first { $0.kind == .registration } ?? own.first)?.code.text ?? ""
    }

    /// Keys of all classes a pupil is or was in.
    func keys(of pupil: Pupil.Index) -> Set<String> {
        Set(enrolments[pupil].map { keys[school.roster.enrolments[$0].classIndex] })
    }

    /// The classes in whose lists something of this session stands.
    func listClasses(ofSession index: Int) -> [String] {
        sessions[index].session.classes.flatMap(spellings(of:))
    }
}
