import Testing

@testable import WhoJoinedKit

@Suite struct ReadersTests {
    private func stage(slt: [String], dsl: [String]) -> Stage {
        var stage = Stage()
        stage.school.roster.staff[0].email = "M.Daly@oak.example"
        stage.school.settings.mail.slt = slt
        stage.school.settings.mail.dsl = dsl
        return stage
    }

    @Test(arguments: [
        ("a teacher who leads nothing", ["head@oak.example"], ["dsl@oak.example"], "slt;dsl"),
        ("a member of SLT", ["head@oak.example", "m.daly@oak.example"], ["dsl@oak.example"], "dsl"),
        ("a member of SLT where no lead has an address", ["m.daly@oak.example"], [], "slt;dsl"),
        ("the safeguarding lead", ["head@oak.example"], ["m.daly@oak.example"], "slt"),
    ])
    func `nobody is the reader of what concerns them`(
        who: String, slt: [String], dsl: [String], audience: String
    ) {
        let stage = stage(slt: slt, dsl: dsl)
        #expect(stage.school.readers([.slt, .dsl], concerning: [0]).text == audience)
    }

    @Test func `a one-to-one concerns the adult in it`() {
        var stage = stage(slt: ["m.daly@oak.example"], dsl: ["dsl@oak.example"])
        stage.staff(0, "09:00-09:45")
        stage.pupil(0, "09:00-09:45")
        let findings = stage.judged().findings.filter { $0.rule == .oneToOne }
        #expect(findings.map(\.audiences.isForLeadAlone) == [true])
        #expect(
            !stage.judged().staffFindings.contains { $0.rule == .oneToOne }, "no page of a teacher or of SLT has it")
    }
}
