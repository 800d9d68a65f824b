import Testing

@testable import WhoJoinedKit

struct FollowUpLadderTests {
    /// The step that is due for a pupil who misses this Monday's lesson too.
    private func step(
        pastMisses: Int, followUps: [FollowUpNote.Kind] = [], _ settings: String = ""
    ) throws -> FollowUpStep? {
        var sample = SampleWeek()
        sample.addPeople()
        sample.school.settings.policy.values = try readSettings("[follow-up]\n\(settings)").policy.values
        for i in 0..<pastMisses { sample.addPast(weeks: 1 + i / 5, i % 5, missing: [2]) }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        let early = SampleWeek.week.monday - 7 * 3
        sample.school.records.followUps = followUps.map {
            FollowUpNote(day: early + 20, pupil: 2, kind: $0, by: "MRO", outcome: "")
        }
        return FollowUpList(sample.result, ClassBook(sample.result)).families.first?.step
    }

    @Test func `the ladder goes from a first miss to a visit`() throws {
        #expect(try step(pastMisses: 0) == .firstMiss)
        #expect(try step(pastMisses: 1) == .repeated)
        #expect(try step(pastMisses: 2) == .support)
        #expect(try step(pastMisses: 9) == .homeVisit)
        #expect(try step(pastMisses: 4, followUps: [.tried, .tried, .tried]) == .homeVisit)
        #expect(try step(pastMisses: 3, followUps: [.contacted]) == .support)
        #expect(try step(pastMisses: 8, followUps: [.tried, .contacted]) == .support)
    }

    @Test func `a family that was reached and whose child misses three more is a matter for SLT`() {
        var sample = SampleWeek()
        sample.addPeople()
        for i in 0..<4 { sample.addPast(weeks: 1, i, missing: [2]) }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        sample.school.records.followUps = [
            FollowUpNote(day: SampleWeek.week.monday - 7, pupil: 2, kind: .contacted, by: "MRO", outcome: "")
        ]
        #expect(FollowUpList(sample.result, ClassBook(sample.result)).families.first?.step == .sltCall)
    }

    @Test func `a family that was tried twice and not reached is a matter for SLT, whichever child was noted`() {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addLesson(0, present: [0, 1, 2, 5, 6])
        func steps(_ notes: [(Pupil.Index, FollowUpNote.Kind)]) -> Set<FollowUpStep> {
            sample.school.records.followUps = notes.map {
                FollowUpNote(day: SampleWeek.week.monday, pupil: $0.0, kind: $0.1, by: "MRO", outcome: "")
            }
            return Set(FollowUpList(sample.result, ClassBook(sample.result)).families.map(\.step))
        }
        #expect(steps([(3, .tried)]) == [.firstMiss])
        #expect(steps([(3, .tried), (4, .tried)]) == [.firstMiss])
        #expect(steps([(3, .tried), (3, .tried)]) == [.sltCall])
        #expect(steps([(3, .tried), (3, .tried), (4, .contacted)]) == [.firstMiss])
    }

    @Test func `an excused or uncertain session neither counts nor breaks a streak`() {
        var sample = SampleWeek()
        sample.addPeople()
        for i in 0..<3 { sample.addPast(weeks: 1, i, missing: [2]) }
        sample.past[1].statuses[PupilID("1002")] = .excused
        sample.past[2].statuses[PupilID("1002")] = .possible
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        #expect(FollowUpList(sample.result, ClassBook(sample.result)).families.first?.inARow == 2)
    }

    @Test(arguments: [("2A", 3), ("4B", 2)])
    func `a streak runs over a change of class, not over two classes at once`(before: String, inARow: Int) {
        var sample = SampleWeek()
        sample.addPeople()
        // Two lessons in the class that was left, or beside the one of today.
        for i in 0..<2 { sample.addPast(weeks: 2, i, missing: [2]) }
        for i in 0..<2 { sample.past[i].classText = before }
        if before == "4B" { sample.past[0].classText = "2A" }
        sample.addPast(weeks: 3, 0, missing: [])
        if before == "2A" { sample.past[0].classText = "2A" }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        #expect(FollowUpList(sample.result, ClassBook(sample.result)).families.first?.inARow == inARow)
    }

    @Test func `a streak ends with a lesson joined in another class, between two times in this one`() {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addPast(weeks: 3, 0, missing: [2])
        for i in 0..<2 { sample.addPast(weeks: 2, i, missing: []) }
        sample.past[1].classText = "2A"
        sample.past[2].statuses[PupilID("1002")] = nil
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        #expect(FollowUpList(sample.result, ClassBook(sample.result)).families.first?.inARow == 1)
    }

    @Test func `a streak runs in time over several changes between two classes`() {
        var sample = SampleWeek()
        sample.addPeople()
        // 2A, then 4B, then 2A, and 4B again today: missed, missed, joined.
        for (at, weeks) in [5, 4, 3].enumerated() {
            for (i, text) in ["4B", "2A"].enumerated() {
                sample.addPast(weeks: weeks, i, missing: weeks == 3 ? [] : [2])
                sample.past[2 * at + i].classText = text
                if (weeks == 4) != (text == "4B") { sample.past[2 * at + i].statuses[PupilID("1002")] = nil }
            }
        }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        func inARow() -> Int? { FollowUpList(sample.result, ClassBook(sample.result)).families.first?.inARow }
        #expect(inARow() == 1)
        sample.past[5].statuses[PupilID("1002")] = .nonJoiner
        #expect(inARow() == 4)
    }

    @Test func `a lesson that two classes had together is one for who has changed between them`() {
        var sample = SampleWeek()
        sample.addPeople()
        for (weeks, text) in [(3, "2A"), (2, "2A;4B"), (1, "4B")] {
            sample.addPast(weeks: weeks, 0, missing: [2])
            sample.past[sample.past.count - 1].classText = text
        }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        #expect(FollowUpList(sample.result, ClassBook(sample.result)).families.first?.inARow == 4)
    }

    @Test func `each number of the ladder is the school's to set`() throws {
        #expect(try step(pastMisses: 1, "repeated-within-days = 7") == .firstMiss)
        #expect(try step(pastMisses: 2, "support-from = 4") == .repeated)
        #expect(try step(pastMisses: 1, "support-from = 2") == .support)
        #expect(try step(pastMisses: 9, "home-visit-from = 11") == .support)
        #expect(try step(pastMisses: 4, "home-visit-from = 5") == .homeVisit)
        #expect(try step(pastMisses: 4, followUps: [.tried, .tried, .tried], "home-visit-tries = 4") == .sltCall)
        #expect(try step(pastMisses: 4, followUps: [.tried], "home-visit-tries = 1") == .homeVisit)
        #expect(try step(pastMisses: 3, followUps: [.contacted], "slt-call-from = 1") == .sltCall)
        #expect(try step(pastMisses: 0, followUps: [.tried, .tried], "slt-call-tries = 3") == .firstMiss)
    }
}
