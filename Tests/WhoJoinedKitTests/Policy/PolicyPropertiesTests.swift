import Testing

@testable import WhoJoinedKit

/// What must hold of any session, whoever came and went.
struct PolicyPropertiesTests {
    /// Up to three stays between 08:50 and 09:55.
    private func times(_ random: inout SeededGenerator) -> [String] {
        (0..<(1 + random.below(3))).map { _ in
            let (from, length) = (3000 + random.below(3000), 1 + random.below(2400))
            func text(_ second: Int) -> String { ClockTime(seconds: 8 * 3600 + second).full }
            return "\(text(from))-\(text(from + length))"
        }
    }

    private func stage(_ seed: Int) -> Stage {
        var random = SeededGenerator(seed: UInt64(seed))
        var stage = Stage()
        for index in 0..<2 where random.below(4) > 0 {
            stage.add(
                "staff \(index)", Link(.staff, staff: StaffMember.Index(index), step: .ofNoMatter), times(&random))
        }
        for index in 0..<5 where random.below(3) > 0 {
            stage.add(
                "pupil \(index)", Link(index < 4 ? .pupil : .otherClass, pupil: Pupil.Index(index), step: .ofNoMatter),
                times(&random)
            ) { $0.camera = .on }
        }
        if random.below(3) == 0 {
            stage.add("iPad", Link(.unnamed, step: .ofNoMatter), times(&random)) { $0.camera = .off }
        }
        if random.below(4) == 0 {
            stage.add("Roberts", Link(.ambiguous, candidates: [0, 1], step: .ofNoMatter), times(&random)) {
                $0.camera = .on
            }
        }
        return stage
    }

    private func said(_ stage: Stage) -> [String] {
        stage.judged().findings.map {
            "\($0.rule.rawValue) \($0.name) \($0.interval.map { "\($0.start.seconds)-\($0.end.seconds)" } ?? "") \($0.detail)"
        }
    }

    @Test(arguments: 0..<150) func `splitting a stay in two changes no finding`(seed: Int) {
        var stage = stage(seed)
        let before = said(stage)
        for entrant in stage.session.entrants.indices {
            for placed in stage.session.entrants[entrant].stays {
                guard let joined = placed.stay.joined, let left = placed.stay.left, left - joined > 2 else { continue }
                var (first, second) = (placed, placed)
                first.stay.left = joined + (left - joined) / 3
                second.stay.joined = first.stay.left
                stage.session.entrants[entrant].entrant.stays.removeAll { $0.stay.line == placed.stay.line }
                stage.session.entrants[entrant].entrant.stays += [second, first]
            }
        }
        #expect(said(stage) == before)
    }

    @Test(arguments: 0..<100) func `every enrolled pupil has exactly one result, and nobody who was there is missing`(
        seed: Int
    ) {
        let stage = stage(seed)
        let judged = stage.judged()
        #expect(judged.results.map(\.pupil) == [0, 1, 2, 3])
        let there = Set(stage.session.entrants.filter { $0.link.outcome == .pupil }.compactMap(\.link.pupil))
        for result in judged.results { #expect((result.status == .joined) == there.contains(result.pupil)) }
        let accused = judged.findings.filter { $0.rule == .nonJoiner }.compactMap(\.pupil)
        #expect(there.isDisjoint(with: accused))
    }

    @Test(arguments: 0..<100) func `no time is negative, and no stay longer than the session`(seed: Int) {
        let judged = stage(seed).judged()
        for finding in judged.findings { if let span = finding.interval { #expect(span.start < span.end) } }
        for result in judged.results { #expect(result.seconds >= 0 && result.seconds <= 90 * 60) }
    }

    @Test(arguments: 0..<15) func `unsupervised and one adult are what a count of every second says`(seed: Int) {
        let stage = stage(seed)
        func covered(_ moment: Instant, _ outcomes: [Outcome]) -> Int {
            let there = stage.session.entrants.filter { entrant in
                outcomes.contains(entrant.link.outcome)
                    && entrant.stays.contains { $0.stay.joined! <= moment && moment < $0.stay.left! }
            }
            return there.count
        }
        for (rule, minimum) in [(RuleID.unsupervised, 1), (.oneAdult, 2)] {
            var (truth, since) = ([String](), Instant?.none)
            for second in stage.at("08:49").seconds...stage.at("10:22").seconds {
                let moment = Instant(seconds: second)
                let isAlone =
                    covered(moment, [.pupil, .otherClass, .ambiguous]) > 0 && covered(moment, [.staff]) < minimum
                if isAlone, since == nil { since = moment }
                if !isAlone, let from = since {
                    if moment - from > 60 { truth.append("\(from.seconds)-\(second)") }
                    since = nil
                }
            }
            let found = stage.findings(rule).map { "\($0.interval!.start.seconds)-\($0.interval!.end.seconds)" }
            #expect(found == truth)
        }
    }
}
