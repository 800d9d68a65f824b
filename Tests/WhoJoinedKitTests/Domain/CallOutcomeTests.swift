import Testing

@testable import WhoJoinedKit

struct CallOutcomeTests {
    @Test(arguments: [
        ("reached", FollowUpNote.Kind.contacted, ""), ("Reached: tablet lent", .contacted, "tablet lent"),
        ("SPOKE TO mother, all well", .contacted, "mother, all well"), ("yes – will join", .contacted, "will join"),
        ("no answer", .tried, "no answer"), ("No answer (twice)", .tried, "no answer: (twice)"),
        ("tried", .tried, ""), ("left a message with gran", .tried, "left a message: with gran"),
        ("not reached", .tried, "not reached"),
    ]) func `a known word says what came of it`(cell: String, kind: FollowUpNote.Kind, text: String) {
        #expect(CallOutcome.read(cell) == .outcome(CallOutcome(kind: kind, text: text)))
    }

    @Test(arguments: ["", "tablet lent", "reachedx", "cleared", "ye", "not sure"])
    func `any other word is not guessed at`(cell: String) { #expect(CallOutcome.read(cell) == .unknown) }

    @Test func `not tried is nothing to note`() { #expect(CallOutcome.read("Not tried yet") == .notTried) }
}
