import Testing

@testable import WhoJoinedKit

@Suite struct RegistersTests {
    private var school: School {
        var stage = Stage()
        stage.school.records.agreementKinds = [.acceptableUse, .training]
        stage.school.records.agreements = [
            Agreement(holder: .pupil(0), signedOn: Stage.monday - 10),
            Agreement(holder: .pupil(1), signedOn: Stage.monday - 400, until: Stage.monday - 1),
            Agreement(holder: .pupil(2), signedOn: Stage.monday + 1),
            Agreement(kind: .training, holder: .staff(1), signedOn: Stage.monday),
        ]
        return stage.school
    }

    @Test func `who has not signed is known before anybody calls`() {
        let registers = school.registers(on: Stage.monday)
        #expect(registers.map(\.kind) == [.acceptableUse, .training])
        #expect(registers[0].asked == 5)
        #expect(registers[0].missing.map(\.name) == ["Ben Best", "Cat Cole", "Dan Dale", "Eve Else"])
        #expect(
            registers[0].missing.map(\.signature)
                == [.ranOut(Stage.monday - 1), .later(Stage.monday + 1), .none, .none])
        #expect(registers[1].asked == 2 && registers[1].missing.map(\.name) == ["Mo Daly"])
    }

    @Test func `a register that is not kept accuses nobody`() {
        var school = school
        school.records.agreementKinds = [.training]
        #expect(school.registers(on: Stage.monday).map(\.kind) == [.training])
    }

    @Test func `in words, with the class and since when`() {
        #expect(
            school.registers(on: Stage.monday)[0].sentence
                == "4 of 5 pupils without the Acceptable Use agreement: Ben Best (4B, ran out on Sun 15 Nov 2026), Cat Cole (4B, only from Tue 17 Nov 2026), Dan Dale (4B), Eve Else (5C)"
        )
    }

    @Test(arguments: [(0, false), (-1, true)])
    func `a review is due on the day after its date`(days: Int, isDue: Bool) {
        var school = school
        school.settings.reviewBy = Stage.monday + days
        #expect(school.policyProblems(on: Stage.monday).contains { $0.code == "review-due" } == isDue)
    }
}
