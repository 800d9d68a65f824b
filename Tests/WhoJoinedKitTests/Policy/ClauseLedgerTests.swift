import Testing

@testable import WhoJoinedKit

struct ClauseLedgerTests {
    static let presets = Preset.allCases.filter { $0 != .none }

    // MARK: The policies' own clauses

    @Test(arguments: presets) func `every clause stands in exactly one class, and all its sources exist`(
        preset: Preset
    ) throws {
        let clauses = preset.clauses
        #expect(clauses.count >= 20)
        #expect(Set(clauses.map { $0.number + $0.demand }).count == clauses.count)
        let kinds = Set(clauses.map(\.evidence.kind))
        #expect(kinds == ["rules", "register", "host-checks", "log", "nothing"])
        for clause in clauses {
            #expect(!clause.number.isEmpty && clause.demand.hasSuffix("."), "\(clause)")
            #expect(clause.evidence == .nothing ? !clause.remark.isEmpty : !clause.evidence.sources.isEmpty)
        }
    }

    @Test(arguments: presets) func `every rule of a preset serves a clause, and no clause a rule that is off`(
        preset: Preset
    ) {
        let policy = preset.policy(RuleBook.parameters)
        let served = Set(preset.clauses.flatMap(\.evidence.rules))
        #expect(served.allSatisfy { policy.isOn($0) }, "\(served)")
        let unserved = RuleID.allCases.filter { policy.isOn($0) && $0.breaksClauses && !served.contains($0) }
        #expect(unserved.isEmpty)
        for clause in preset.clauses where !clause.evidence.rules.isEmpty {
            #expect(clause.evidence.rules.contains { $0.breaksClauses }, "\(clause) could never be broken")
        }
    }

    @Test(arguments: [Preset.zoomPrimary, .meetPrimary]) func `each check of the host shows a clause`(preset: Preset) {
        let checks = preset.clauses.flatMap(\.evidence.sources)
        for check in HostCheck.allCases { #expect(checks.contains(check.rawValue)) }
    }

    @Test(arguments: [
        "one-adult; one-adlt", "host-checks: dress", "register: swimming", "log: weather", "nothing: much", "",
        "host-checks", "rules: late",
    ]) func `evidence that nobody knows is none`(text: String) {
        #expect(Clause.Evidence(text) == nil)
    }

    // MARK: Counting

    private func count(_ stage: Stage, _ clause: Clause) -> ClauseLedger.Entry {
        var ledger = ClauseLedger([clause], stage.school.settings.policy)
        let judged = stage.judged(weighing: true)
        ledger.add(
            WeekResult(
                school: stage.school, week: Stage.monday.week, now: stage.at("12:00"), sessions: [judged],
                weeklyFindings: [], past: [], inputs: [], tally: RowTally(), problems: []))
        return ledger.entries[0]
    }

    private func verdict(_ stage: Stage, _ evidence: String, _ scope: Clause.Scope = .pupils) -> ClauseLedger.Verdict? {
        let clause = Clause(number: "1", demand: "Demand.", scope: scope, evidence: Clause.Evidence(evidence)!)
        let entry = count(stage, clause)
        #expect(entry.sessions == entry.tested + entry[.notEvidenced] + entry[.beyondData] && entry.sessions < 2)
        return ClauseLedger.Verdict.allCases.first { entry[$0] == 1 }
    }

    private static var ordinary: Stage {
        var stage = Stage()
        stage.ordinary()
        return stage
    }

    @Test func `a rule that can tell and finds nothing is kept, a finding is broken`() {
        var stage = Self.ordinary
        #expect(verdict(stage, "unsupervised") == .kept)
        #expect(verdict(stage, "unsupervised; one-adult") == .kept)
        stage.other(.uninvited, "Xan", "09:10-09:20")
        #expect(verdict(stage, "uninvited; other-class") == .broken)
        #expect(verdict(stage, "unsupervised") == .kept)
    }

    @Test func `without an export, or with rows missing, nothing is kept and nothing broken`() {
        var stage = Self.ordinary
        stage.session.exports[0].isComplete = false
        for rule in ["unsupervised", "uninvited", "late", "unnamed"] { #expect(verdict(stage, rule) == .notEvidenced) }
        stage = Stage()
        stage.session.exports = []
        for rule in RuleID.allCases where rule.breaksClauses {
            let verdict = verdict(stage, rule.rawValue)
            #expect(verdict == .notEvidenced || verdict == nil || rule == .unscheduled, "\(rule)")
        }
    }

    @Test func `a question leaves a clause without evidence`() {
        var stage = Self.ordinary
        stage.unnamed("09:10-09:20")
        #expect(verdict(stage, "uninvited") == .notEvidenced, "the device may be anybody's")
        stage = Self.ordinary
        stage.other(.ambiguous, "Ann B", "09:10-09:20", candidates: [0, 1])
        #expect(verdict(stage, "impersonation; needs-a-look") == .notEvidenced)
    }

    @Test func `a rule that is off shows nothing, and the ledger says so`() {
        var stage = Self.ordinary
        stage.school.settings.policy.rules[.oneAdult]?.isOn = false
        #expect(verdict(stage, "one-adult") == .notEvidenced)
        let entry = count(
            stage, Clause(number: "1", demand: "D.", scope: .all, evidence: .rules([.oneAdult])))
        #expect(entry.remark == "Switched off in school.toml: one-adult.")
    }

    @Test func `a demand that did not arise is not counted`() {
        let stage = Self.ordinary
        #expect(verdict(stage, "rejoined-after-removal") == nil && verdict(stage, "after-removal") == nil)
        #expect(verdict(stage, "log: follow_ups") == nil)
        #expect(verdict(stage, "one-to-one", .oneToOne) == nil && verdict(stage, "one-adult", .parents) == nil)
    }

    @Test func `a check that the host did not tick is not evidenced, never broken`() {
        var stage = Self.ordinary
        #expect(verdict(stage, "host-checks: chat off") == .notEvidenced)
        stage.note(.hostChecks, text: "muted, chat not off")
        #expect(verdict(stage, "host-checks: chat off") == .notEvidenced)
        #expect(verdict(stage, "host-checks: muted") == .kept)
    }

    @Test(arguments: [
        ("", nil, ClauseLedger.Verdict.notEvidenced), ("Mrs Able", nil, .notEvidenced), ("", 0, .notEvidenced),
        ("Mrs Able", 1, .notEvidenced), ("Mrs Able", 0, .kept), ("Mrs Able", -3, .kept),
    ]) func `an agreement that is not on file is not evidenced, and no finding`(
        with: String, days: Int?, verdict expected: ClauseLedger.Verdict
    ) {
        var stage = Stage(kind: .oneToOne)
        stage.session.expected = [0]
        stage.staff(0, "08:55-09:50")
        stage.staff(1, "08:55-09:50")
        stage.pupil(0, "08:58-09:45")
        stage.approve(.oneToOne, 0, parent: true)
        stage.school.records.approvals[0].agreedWith = with
        stage.school.records.approvals[0].agreedOn = days.map { Stage.monday + $0 }
        #expect(verdict(stage, "log: agreed_with", .oneToOne) == expected)
        #expect(verdict(stage, "log: approved_by", .oneToOne) == .kept)
        #expect(stage.said(.oneToOne).isEmpty)
    }

    @Test(arguments: [(-1, ClauseLedger.Verdict.notEvidenced), (0, .kept), (4, .kept)])
    func `a check of the log is of what was held until then`(days: Int, verdict expected: ClauseLedger.Verdict) {
        var stage = Self.ordinary
        stage.note(.checked, day: Stage.monday + days, start: nil)
        #expect(verdict(stage, "log: checked") == expected)
    }

    @Test func `a register that is not kept, or lacks one, shows nothing`() {
        var stage = Self.ordinary
        #expect(verdict(stage, "register: training") == .notEvidenced)
        stage.school.records.agreementKinds = [.training]
        stage.school.records.agreements = [
            Agreement(kind: .training, holder: .staff(0), signedOn: Stage.monday),
            Agreement(kind: .training, holder: .staff(1), signedOn: Stage.monday + 1),
        ]
        #expect(verdict(stage, "register: training") == .notEvidenced)
        stage.school.records.agreements[1].signedOn = Stage.monday
        #expect(verdict(stage, "register: training") == .kept)
    }

    @Test func `a miss is followed up when somebody has tried the family since`() {
        var stage = Stage()
        stage.ordinary(without: 3)
        #expect(verdict(stage, "log: follow_ups") == .notEvidenced)
        stage.school.records.followUps = [
            FollowUpNote(day: Stage.monday - 1, pupil: 3, kind: .tried, by: "", outcome: "")
        ]
        #expect(verdict(stage, "log: follow_ups") == .notEvidenced)
        stage.school.records.followUps[0].day = Stage.monday
        #expect(verdict(stage, "log: follow_ups") == .kept)
    }

    @Test func `what the safeguarding lead alone may read is not told by a figure`() {
        var stage = Self.ordinary
        stage.school.roster.staff[0].email = "m.daly@oak.example"
        stage.school.settings.mail.slt = ["m.daly@oak.example"]
        stage.school.settings.mail.dsl = ["dsl@oak.example"]
        stage.session.entrants[0].entrant.email = "mo@home.example"
        #expect(stage.findings(.personalAccount).map(\.audiences.isForLeadAlone) == [true])
        #expect(verdict(stage, "personal-account") == .notEvidenced)
        stage.school.settings.mail.slt = []
        #expect(verdict(stage, "personal-account") == .broken)
    }

    @Test func `a school's own clause takes the place of the preset's, and its own rules stand last`() throws {
        let policy = try readSettings(
            "[policy]\npreset = \"zoom-primary\"\n[rules.one-adult]\nclause = \"Remote policy 4.2\"\n[rules.late]\non = true\n"
        ).policy
        let entries = ClauseLedger(Preset.zoomPrimary.clauses, policy).entries
        #expect(entries.first { $0.clause.evidence.rules.contains(.oneAdult) }?.citation == "Remote policy 4.2")
        #expect(entries.last?.clause.evidence == .rules([.late]))
        #expect(ClauseLedger([], Policy()).entries.isEmpty)
    }
}
