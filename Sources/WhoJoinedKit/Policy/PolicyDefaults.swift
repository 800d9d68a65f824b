extension Policy {
    /// The numbers of `rules.md`, used where neither preset nor school.toml says otherwise.
    static let defaults: [RuleID: Setting] = [
        .oneAdult: Setting(isOn: false, clause: "", numbers: ["minimum": 2, "grace-seconds": 60], switches: ["recording-suffices": false]),
        .unsupervised: Setting(isOn: false, clause: "", numbers: ["grace-seconds": 60]),
        .late: Setting(isOn: false, clause: "", numbers: ["after-minutes": 5]),
        .leftEarly: Setting(isOn: false, clause: "", numbers: ["before-minutes": 10]),
        .shortStay: Setting(isOn: false, clause: "", numbers: ["minimum-share": 0.5]),
        .cameAndWent: Setting(isOn: false, clause: "", numbers: ["more-than": 3, "return-after-seconds": 60]),
        .cameraOff: Setting(isOn: false, clause: "", numbers: ["minimum-share": 0.5]),
        .overUse: Setting(isOn: false, clause: "", numbers: ["minutes-per-week": 600]),
        .oneToOne: Setting(isOn: false, clause: "", numbers: ["effective-after-seconds": 300], switches: ["parent-present": false]),
        .outOfHours: Setting(isOn: false, clause: "", numbers: ["grace-minutes": 5]),
        .unableToAccess: Setting(isOn: false, clause: "", numbers: ["missed-in-a-row": 3]),
        .unapprovedPlatform: Setting(isOn: false, clause: "", lists: ["pupils": [], "parents": [], "staff": []]),
    ]
}
