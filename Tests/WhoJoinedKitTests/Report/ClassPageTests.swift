import Testing

@testable import WhoJoinedKit

/// A class's page for senior leaders: the cause once, with a count.
struct ClassPageTests {
    private static func page(_ change: (inout SampleWeek) -> Void) throws -> String {
        var sample = SampleWeek()
        sample.addPeople()
        change(&sample)
        let file = try #require(reportsInTurn(sample.result).first { $0.path == "classes/4B/slt.txt" })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test func `what several have in common is said once, lesson by lesson with their names`() throws {
        let page = try Self.page {
            $0.addLesson(1, present: [0, 2, 6])
            $0.addLesson(2, present: [0, 1, 2, 3, 6], possible: [5])
        }
        #expect(
            page.contains(
                """
                FOLLOW-UP (6)
                  * not seen by name (5): no stay in the session
                      Tue 17 Nov 09:00  Aisha Khan (SEND); Finn Marsden; Nell Marsden; Yusuf Ali
                      Wed 18 Nov 09:00  Nell Marsden
                  * Wed 18 Nov 09:00  not seen by name  Yusuf Ali: only possible: an unnamed
                      device was in the call

                """), "\(page)")
    }

    @Test func `what is of whole lessons has no names`() throws {
        let none = SampleWeek.finding(.noExport, .followUp, .session, name: "", detail: "Quince")
        let page = try Self.page {
            $0.addLesson(1, present: [], findings: [none], hasData: false)
            $0.addLesson(2, present: [], findings: [none], hasData: false)
        }
        #expect(page.contains("  * no export (2): Quince\n      Tue 17 Nov 09:00; Wed 18 Nov 09:00\n"), "\(page)")
    }

    @Test func `what lasts from lesson to lesson is one item for each pupil`() throws {
        func unsigned(_ pupil: Int) -> Finding {
            SampleWeek.finding(
                .noAgreement, .followUp, .pupil, pupil: Pupil.Index(pupil), name: "P\(pupil)", detail: "Quince")
        }
        let page = try Self.page {
            $0.addLesson(1, present: Array(0..<7), findings: [unsigned(2), unsigned(3)])
            $0.addLesson(2, present: Array(0..<7), findings: [unsigned(2)])
        }
        #expect(
            page.contains(
                """
                FOLLOW-UP (2)
                  * no signed agreement (2): Quince
                      Tue 17 Nov 09:00  P2 (in 2 lessons, this the first); P3

                """), "\(page)")
    }
}
