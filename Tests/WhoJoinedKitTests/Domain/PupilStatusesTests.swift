import Testing

@testable import WhoJoinedKit

struct PupilStatusesTests {
    @Test func `statuses are found by the pupil's id, in whatever order they came`() {
        var statuses = PupilStatuses([
            (PupilID("3"), .joined), (PupilID("1"), .excused), (PupilID("2"), .nonJoiner), (PupilID("1"), .joined),
        ])
        #expect(statuses.map(\.0.text) == ["1", "2", "3"])
        #expect(
            statuses[PupilID("1")] == .excused && statuses[PupilID("3")] == .joined && statuses[PupilID("4")] == nil)
        statuses[PupilID("4")] = .possible
        statuses[PupilID("2")] = nil
        statuses[PupilID("1")] = .joined
        #expect(statuses == [PupilID("1"): .joined, PupilID("3"): .joined, PupilID("4"): .possible])
    }
}
