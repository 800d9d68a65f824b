import Testing

@testable import WhoJoinedKit

struct PresetTests {
    @Test(arguments: [Preset.zoomPrimary, .meetPrimary])
    func `every rule of a preset is on and has its clause, and all its numbers stand there as by default`(
        preset: Preset
    ) throws {
        let policy = preset.policy(RuleBook.parameters)
        #expect(policy.rules.count >= 20)
        for (rule, setting) in policy.rules {
            #expect(setting.isOn && !setting.clause.isEmpty, "\(preset.rawValue) \(rule.rawValue)")
            for parameter in RuleBook.parameters where parameter.section == .rule(rule) {
                guard case .number = parameter.kind else { continue }
                #expect(policy.values[parameter.name] == parameter.defaultSetting, "\(preset) \(parameter.name)")
            }
        }
    }

    @Test func `each preset turns on what rules md says`() throws {
        func on(_ preset: String) throws -> Set<String> {
            let policy = try readSettings("[policy]\npreset = \"\(preset)\"").policy
            return Set(RuleID.allCases.filter(policy.isOn).map(\.rawValue))
        }
        let both: Set = [
            "non-joiner", "unnamed", "uninvited", "other-class", "adult-present", "needs-a-look", "impersonation",
            "unsupervised", "one-adult",
            "one-to-one", "unapproved-platform", "personal-account", "unscheduled", "no-export", "unable-to-access",
            "staff-by-name-only", "recording-bot", "pupil-host", "pupil-presented", "pupil-recorded", "abuse-report",
            "doubtful-session",
        ]
        #expect(
            try on("zoom-primary")
                == both.union([
                    "after-removal", "rejoined-after-removal", "personal-meeting-id", "not-recorded", "over-use",
                ]))
        #expect(
            try on("meet-primary")
                == both.union([
                    "renamed", "camera-off", "camera-unknown", "outside-account", "late", "left-early", "short-stay",
                    "came-and-went", "waiting-room",
                    "out-of-hours", "no-agreement", "recorded-without-approval", "admitted-late",
                    "admitted-in-bulk",
                ]))
        #expect(try on("none").isEmpty)
        #expect(
            try on("online-provision")
                == both.subtracting(["adult-present", "one-adult", "unapproved-platform", "pupil-presented"]).union([
                    "late", "left-early", "short-stay", "after-removal", "rejoined-after-removal", "out-of-hours",
                    "no-agreement", "recorded-without-approval",
                ]))
    }

    @Test func `an online provision leaves the camera to the pupil and the parent in the room`() throws {
        let policy = try readSettings("[policy]\npreset = \"online-provision\"").policy
        for rule in [RuleID.cameraOff, .cameraUnknown, .adultPresent, .oneAdult] { #expect(!policy.isOn(rule)) }
        #expect(policy[OneToOneRule.minimumStaff] == 1 && policy[OneToOneRule.parentPresent])
        #expect(policy.rules.values.allSatisfy { $0.isOn && !$0.clause.isEmpty })
    }
}
