struct Pupil: Sendable {
    typealias Index = TypedIndex<Pupil>
    enum Status: String, Sendable { case current, left, future }
    enum SEN: String, Sendable { case none = "N", support = "K", plan = "E", other }

    /// The canonical key (`sid:`, `mis:`, `adm:`, `upn:`, `row:`): never printed in reports.
    var key: String
    var id: PupilID
    var ids = PupilIDs()
    var upnStatus = UPN.Status.none
    /// Names of unsaid kind, legal and preferred; each `nil` when the roster has none of its parts.
    var main: PersonName?
    var legal: PersonName?
    var preferred: PersonName?
    var year: String?
    var registrationGroup: String?
    var sen: SEN?
    var email: String?
    var status = Status.current
    /// First and last day on roll, both inclusive.
    var startsOn: Day?
    var leftOn: Day?
    /// Why nobody can tell whether the pupil is still on the roll: an absence is then only possible.
    var rollDoubt: String?
    /// From this day on the pupil stands in no list, which may be the list's fault: who comes under the name may be this
    /// pupil.
    var lostOn: Day?
    var salutation: String?
    /// The family's home language if the roster has one (`pl`, `ro` …).
    var language: String?
    /// `nil`: the roster has no agreement column.
    var agreementSignedOn: Day??
    var contacts: [Contact] = []

    init(key: String, id: PupilID) { (self.key, self.id) = (key, id) }

    /// Of whom only lists and reports of earlier weeks know: the last word of the name is taken for the family name.
    init(former id: PupilID, name: String) {
        self.init(key: "mis:\(id.text)", id: id)
        ids.misID = id.text
        let words = name.split(separator: " ")
        main = PersonName(given: words.dropLast().joined(separator: " "), family: words.last.map(String.init) ?? "")
    }

    /// Preferred, else main, else legal, for given and family name separately.
    var display: PersonName {
        func first(_ part: (PersonName) -> String) -> String {
            if let text = preferred.map(part), !text.isEmpty { return text }
            if let text = main.map(part), !text.isEmpty { return text }
            return legal.map(part) ?? ""
        }
        return PersonName(given: first { $0.given }, family: first { $0.family })
    }

    func rollDoubt(on day: Day) -> String? {
        if !isLost(on: day) { return rollDoubt }
        return leftOn == nil
            ? "the roster does not have this pupil any more and seems to be incomplete"
            : "the pupil has left since, and the roster did not have this pupil then"
    }

    func isLost(on day: Day) -> Bool { lostOn.map { $0 <= day } ?? false }

    /// On roll on that day.
    func isOnRoll(on day: Day) -> Bool { (startsOn.map { $0 <= day } ?? true) && (leftOn.map { day <= $0 } ?? true) }
}
