/// What an export tells of the date order of its host's other exports.
struct SiblingOrder: Hashable, Sendable {
    /// In lower case.
    var host: String
    var order: DateDecision.Order
}

extension MeetingExport {
    /// Empty when its own values did not decide it.
    var siblingOrders: [SiblingOrder] {
        guard dates.isCertain else { return [] }
        return Set(meetings.compactMap { $0.organiser?.lowercased() }).sorted().map {
            SiblingOrder(host: $0, order: dates.order)
        }
    }
}
