/// The school's rules: preset, overridden by `[rules.*]` and `[follow-up]`. What is not in `rules` is off.
struct Policy: Sendable {
    struct Setting: Sendable {
        var isOn = false
        /// The clause of the school's policy that this serves; printed in reports.
        var clause = ""
    }

    var preset = "none"
    var rules: [RuleID: Setting] = [:]
    /// By `Parameter.name`; what is not here is as the parameter says by default.
    var values: [String: SettingValue] = [:]

    func isOn(_ rule: RuleID) -> Bool { rules[rule]?.isOn ?? false }
    func clause(_ rule: RuleID) -> String { rules[rule]?.clause ?? "" }

    subscript<Value>(parameter: Parameter<Value>) -> Value {
        values[parameter.name].flatMap(Value.init) ?? parameter.default
    }
}
