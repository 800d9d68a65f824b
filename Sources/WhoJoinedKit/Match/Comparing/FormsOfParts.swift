import Synchronization

/// Parts of names by the forms that they may be of. Made when somebody comes whom nothing nearer fits.
final class FormsOfParts: Sendable {
    private let known = Mutex<[NameForm: [Int]]?>(nil)

    /// Parts that have a form with the word in common, with that form.
    func parts(like word: WordBytes, among parts: [WordBytes]) -> [(part: Int, form: NameForm)] {
        let byForm = known.withLock { known in
            if let known { return known }
            var made: [NameForm: [Int]] = [:]
            for (i, part) in parts.enumerated() {
                for form in NameForm.all(of: part) { made[form, default: []].append(i) }
            }
            known = made
            return made
        }
        return NameForm.all(of: word).flatMap { form in (byForm[form] ?? []).map { ($0, form) } }
    }
}
