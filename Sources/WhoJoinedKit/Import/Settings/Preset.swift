import Templates

/// What `[policy] preset` may name: the rules of a kind of school, in Templates/.
enum Preset: String, CaseIterable {
    case zoomPrimary = "zoom-primary"
    case meetPrimary = "meet-primary"
    case onlineProvision = "online-provision"
    case none

    /// It is commissioned by the hour, so each pupil's hours are a report.
    var countsHours: Bool { self == .onlineProvision }

    /// Empty for `none`.
    var text: String { embeddedTemplate("\(rawValue).toml") ?? "" }

    /// Its rules, read by the same reader as a school's own.
    func policy(_ parameters: [any AnyParameter]) -> Policy {
        if self == .none { return Policy() }
        do {
            var policy = try readSettings(text, file: "\(rawValue).toml", parameters: parameters).policy
            policy.preset = rawValue
            return policy
        } catch {
            preconditionFailure("the preset \(rawValue) is wrong: \(error.problems)")
        }
    }
}
