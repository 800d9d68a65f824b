extension Policy {
    /// Every key that a rule has beside `on` and `clause`, with the number of `rules.md` that holds where neither
    /// preset nor school.toml says otherwise. A rule that is not here has no keys of its own.
    static let defaults: [RuleID: Setting] = [
        .oneAdult: Setting(
            isOn: false, clause: "", numbers: ["minimum": 2, "grace-seconds": 60],
            switches: ["recording-suffices": false]),
        .unsupervised: Setting(isOn: false, clause: "", numbers: ["grace-seconds": 60]),
        .late: Setting(isOn: false, clause: "", numbers: ["after-minutes": 5, "parents-from": 2]),
        .leftEarly: Setting(isOn: false, clause: "", numbers: ["before-minutes": 10]),
        .shortStay: Setting(isOn: false, clause: "", numbers: ["minimum-share": 0.5]),
        .cameAndWent: Setting(isOn: false, clause: "", numbers: ["more-than": 3, "return-after-seconds": 60]),
        .cameraOff: Setting(isOn: false, clause: "", numbers: ["minimum-share": 0.5]),
        .overUse: Setting(isOn: false, clause: "", numbers: ["minutes-per-week": 600]),
        .oneToOne: Setting(
            isOn: false, clause: "", numbers: ["effective-after-seconds": 300, "minimum-staff": 2],
            switches: ["parent-present": false]),
        .outOfHours: Setting(isOn: false, clause: "", numbers: ["grace-minutes": 5]),
        .unableToAccess: Setting(isOn: false, clause: "", numbers: ["missed-in-a-row": 3]),
        .unapprovedPlatform: Setting(isOn: false, clause: "", lists: ["pupils": [], "parents": [], "staff": []]),
    ]

    /// What a number may be: shares, counts of people or times, and lengths of time.
    static func allowedRange(ofKey key: String) -> ClosedRange<Double> {
        switch key {
        case "minimum-share": 0...1
        case "minimum", "minimum-staff": 1...20
        case "missed-in-a-row", "parents-from": 1...100
        case "more-than": 0...1000
        case "grace-seconds", "return-after-seconds", "effective-after-seconds": 0...86_400
        case "minutes-per-week": 0...10_080
        default: 0...1440
        }
    }

    /// Keys that count people or times: no fractions.
    static let wholeNumberKeys: Set<String> = [
        "minimum", "minimum-staff", "missed-in-a-row", "parents-from", "more-than",
    ]
}
