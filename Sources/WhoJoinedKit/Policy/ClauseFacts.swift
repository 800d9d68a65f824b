/// What the clauses of a policy are asked of: a week's sessions beside the school's own files.
struct ClauseFacts {
    private let school: School
    private let signatures: [Agreement.Kind: [Agreement.Holder: [Agreement]]]
    private let checks: [LogCheck]
    private let weekly: [Finding]
    private let rules: [RuleID: any Rule]

    init(_ result: WeekResult) {
        school = result.school
        signatures = Dictionary(grouping: school.allAgreements, by: \.kind).mapValues {
            Dictionary(grouping: $0, by: \.holder)
        }
        checks = school.records.logChecks
        weekly = result.weeklyFindings
        rules = Dictionary(uniqueKeysWithValues: RuleBook.rules.map { ($0.id, $0) })
    }

    /// What was held on no platform, and what nobody expects an export of, is no video session.
    func counts(_ judged: JudgedSession) -> Bool {
        if judged.session.hasData { return true }
        if judged.session.lesson == nil { return !judged.session.events.isEmpty }
        return school.wantsExport(of: judged.session) && !school.settings.isDayOff(judged.session.day)
    }

    /// - Returns: `nil`: the clause does not speak of this session.
    func verdict(_ clause: Clause, on judged: JudgedSession) -> ClauseLedger.Verdict? {
        guard isAbout(clause.scope, judged) else { return nil }
        switch clause.evidence {
        case .rules(let rules): return verdict(rules, judged)
        case .hostCheck(let check): return isShown(judged.log.hostTicks?.contains(check) ?? false)
        case .register(let kind): return isShown(areSigned(kind, judged))
        case .log(let field): return says(field, judged).map(isShown)
        case .nothing: return .beyondData
        }
    }

    private func isShown(_ isShown: Bool) -> ClauseLedger.Verdict { isShown ? .kept : .notEvidenced }

    private func isAbout(_ scope: Clause.Scope, _ judged: JudgedSession) -> Bool {
        switch scope {
        case .all: true
        case .pupils: judged.session.kind.isForPupils
        case .parents: judged.session.kind == .parentMeeting
        case .staff: judged.session.kind == .staffMeeting
        case .recorded: judged.log.recorded == RuleContext.Recorded.yes.rawValue && judged.session.kind.isForPupils
        case .oneToOne: judged.log.isOneToOne
        }
    }

    // MARK: Rules

    private func verdict(_ rules: [RuleID], _ judged: JudgedSession) -> ClauseLedger.Verdict? {
        let asked = rules.filter { self.rules[$0]?.applies(to: judged.session.kind) ?? judged.session.kind.isForPupils }
        let breaking = asked.filter(\.breaksClauses)
        if breaking.isEmpty { return nil }
        let findings =
            judged.findings.filter { asked.contains($0.rule) && !$0.isOfAllowedProgramme }
            + weeklyFindings(asked, judged)
        if findings.contains(where: \.breaksClause) { return .broken }
        let policy = school.settings.policy
        let tells = breaking.map { policy.isOn($0) ? canTell($0, judged) : false }
        if tells.allSatisfy({ $0 == nil }) && findings.isEmpty { return nil }
        return isShown(findings.isEmpty && !tells.contains(false))
    }

    /// - Returns: `nil`: the rule's demand did not arise.
    private func canTell(_ rule: RuleID, _ judged: JudgedSession) -> Bool? {
        rules[rule] == nil ? judged.session.hasData && judged.session.hasTimes : judged.telling[rule]
    }

    /// A week's finding is of every session of that class, or of the pupil, in the week.
    private func weeklyFindings(_ asked: [RuleID], _ judged: JudgedSession) -> [Finding] {
        weekly.filter { finding in
            guard asked.contains(finding.rule) else { return false }
            if let pupil = finding.pupil { return judged.timesInCall.contains { $0.pupil == pupil } }
            return judged.session.classes.contains { $0.key == ClassCode(finding.classText).key }
        }
    }

    // MARK: Registers

    private func areSigned(_ kind: Agreement.Kind, _ judged: JudgedSession) -> Bool {
        guard judged.session.hasData, school.keepsRegister(of: kind) else { return false }
        let holders: [Agreement.Holder] =
            kind == .training
            ? judged.session.entrants.filter { $0.link.outcome == .staff && !$0.stays.isEmpty }.compactMap(\.link.staff)
                .map(Agreement.Holder.staff)
            : judged.timesInCall.map { .pupil($0.pupil) }
        return !holders.isEmpty
            && holders.allSatisfy { Signature(signatures[kind]?[$0] ?? [], on: judged.session.day) == .holds }
    }

    // MARK: The log

    /// - Returns: `nil`: there was nothing to say.
    private func says(_ field: Clause.LogField, _ judged: JudgedSession) -> Bool? {
        let (log, hasData) = (judged.log, judged.session.hasData)
        switch field {
        case .complete: return log.isComplete
        case .reason: return !log.reason.isEmpty
        case .leadStaff: return hasData && !log.leadStaff.isEmpty
        case .staffTimes: return hasData && !log.staffTimes.isEmpty
        case .recorded: return log.recorded != RuleContext.Recorded.unknown.rawValue
        case .recordingPlace: return !log.recordingPlace.isEmpty
        case .approvedBy: return !log.approvedBy.isEmpty
        case .agreedWith: return isAgreed(judged)
        case .parentPresent: return log.parentPresent == RuleContext.ParentPresent.yes.rawValue
        case .checked: return checks.contains { isCheck($0, of: judged) }
        case .followUps: return areFollowedUp(judged)
        }
    }

    /// Whoever goes through the log looks at what was held up to that day.
    private func isCheck(_ check: LogCheck, of judged: JudgedSession) -> Bool {
        let classes = Set(classCodes(in: check.classText).map(\.key))
        return check.day >= judged.session.day
            && (classes.isEmpty || judged.session.classes.contains { classes.contains($0.key) })
    }

    private func isAgreed(_ judged: JudgedSession) -> Bool {
        let day = judged.session.day
        let pupils = judged.timesInCall.map(\.pupil) + judged.session.expected
        return school.records.approvals.contains { approval in
            guard approval.kind == .oneToOne, approval.holds(on: day), let pupil = approval.pupil,
                let agreed = approval.agreedOn
            else { return false }
            return pupils.contains(pupil) && !approval.agreedWith.isEmpty && agreed <= day
        }
    }

    /// Of each certain miss somebody has tried the family since.
    private func areFollowedUp(_ judged: JudgedSession) -> Bool? {
        let missing = judged.findings.filter { $0.rule == .nonJoiner && !$0.isOnlyPossible }.compactMap(\.pupil)
        if missing.isEmpty { return nil }
        return missing.allSatisfy { pupil in
            school.records.followUps.contains { $0.pupil == pupil && $0.day >= judged.session.day }
        }
    }
}

extension Finding {
    fileprivate var isOfAllowedProgramme: Bool { rule == .recordingBot && severity == .inform }

    /// Not what is only possible, and not what the safeguarding lead alone may know of.
    fileprivate var breaksClause: Bool {
        guard rule.breaksClauses, !isOnlyPossible, !audiences.isForLeadAlone else { return false }
        // A one-to-one unless a device is another pupil.
        return rule != .oneToOne || severity == .safeguarding
    }
}
