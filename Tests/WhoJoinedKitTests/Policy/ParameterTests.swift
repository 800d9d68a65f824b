import Foundation
import Testing

@testable import WhoJoinedKit

struct ParameterTests {
    @Test func `every parameter that the sources declare is in the rule book, each once`() throws {
        let folder = DocumentationTests.root.appending(path: "Sources/WhoJoinedKit/Policy")
        let declared = try ordinaryFiles(below: folder).map { path in
            try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                .components(separatedBy: "static let").count { $0.contains("= Parameter<") }
        }.reduce(0, +)
        #expect(RuleBook.parameters.count == declared && declared > 20)
        #expect(Set(RuleBook.parameters.map(\.name)).count == declared)
    }

    @Test func `a rule declares parameters of its own section alone`() {
        for rule in RuleBook.rules {
            #expect(rule.parameters.allSatisfy { $0.section == .rule(rule.id) }, "\(rule.id.rawValue)")
        }
        for rule in RuleBook.weekly {
            #expect(rule.parameters.allSatisfy { $0.section == .rule(rule.id) }, "\(rule.id.rawValue)")
        }
    }

    @Test func `a default is within the range and is what a school without the key has`() throws {
        let none = try readSettings("").policy
        for parameter in RuleBook.parameters {
            #expect(none.values[parameter.name] == nil)
            guard case .number(let range, let isWhole) = parameter.kind,
                case .number(let number) = parameter.defaultSetting
            else { continue }
            #expect(range.contains(number) && (!isWhole || number == number.rounded()), "\(parameter.name)")
        }
        #expect(none[LateRule.afterMinutes].seconds == 300 && none[FollowUpLadder.homeVisitFrom] == 10)
    }

    @Test func `what school.toml says is read as what the parameter is`() throws {
        let policy = try readSettings(
            """
            [rules.late]
            after-minutes = 1.5
            [rules.one-adult]
            recording-suffices = true
            [rules.unapproved-platform]
            staff = ["Teams", "zoom"]
            [follow-up]
            repeated-within-days = 14
            """
        ).policy
        #expect(policy[LateRule.afterMinutes].seconds == 90 && policy[OneAdultRule.recordingSuffices])
        #expect(policy[UnapprovedPlatformRule.staff] == [.teams, .zoom])
        #expect(policy[UnapprovedPlatformRule.pupils].isEmpty && policy[FollowUpLadder.repeatedWithinDays] == 14)
    }
}
