import Foundation

/// What an earlier run's run.json says of itself.
struct PastRunRecord: Decodable, Sendable {
    struct Input: Decodable, Sendable {
        var name: String
        var sha256: String
    }

    /// `2026-W47`
    var week: String
    var inputs: [Input]
    /// As `SchoolRecords.clearances`.
    var clearances: String?

    /// - Returns: `nil` when these bytes are no run.json.
    init?(_ bytes: [UInt8]) {
        guard let record = try? JSONDecoder().decode(PastRunRecord.self, from: Data(bytes)) else { return nil }
        self = record
    }
}
