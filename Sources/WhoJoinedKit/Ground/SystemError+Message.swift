import HostSystem

extension SystemError {
    /// `FILE: error: what: reason; fix: what to do`
    func message(doing what: String) -> String {
        let fix =
            isDiskFull
            ? "free some space on this disk; what was there before is whole"
            : "see that the place exists and may be written to"
        return "\(PlainText.clean(path, limit: 200)): error: \(what): \(reason); fix: \(fix)"
    }
}
