import Testing

@testable import WhoJoinedKit

struct EvidenceNotesTests {
    private func notes(_ toml: String, _ change: (inout School) -> Void = { _ in }, abilities: ExportAbilities? = nil)
        throws -> [String]
    {
        var school = School()
        school.settings = try readSettings(toml)
        change(&school)
        let exports = abilities.map {
            MeetingExport(
                file: "a.csv", platform: .meet, variant: "", dates: DateDecision(order: .none, decidedBy: ""),
                abilities: $0, meetings: [])
        }
        return evidenceNotes(school, exports: exports.map { [$0] } ?? []).map(\.what)
    }

    @Test func `a rule without its evidence is said, with evidence it is not`() throws {
        let camera = "[rules.camera-off]\non = true"
        #expect(
            try notes(camera, abilities: ExportAbilities()) == [
                "the rule camera-off is on, but no export records cameras"
            ])
        #expect(try notes(camera, abilities: ExportAbilities(camera: true)).isEmpty)
        #expect(try notes(camera).isEmpty)
        let agreement = "[rules.no-agreement]\non = true"
        #expect(try notes(agreement) == ["the rule no-agreement is on, but no signed agreement is listed"])
        #expect(try notes(agreement, { $0.records.agreementKinds = [.acceptableUse] }).isEmpty)
        #expect(
            try notes("[rules.unapproved-platform]\non = true") == [
                "the rule unapproved-platform is on, but no platform is approved for pupils"
            ])
    }

    @Test func `a school without any rule is told so`() throws {
        #expect(try notes("") == ["no rule is on, so nothing will be reported"])
    }
}
