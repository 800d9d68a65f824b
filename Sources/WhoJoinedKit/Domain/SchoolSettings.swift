/// `school.toml`, checked. `Policy` holds its rules.
struct SchoolSettings: Sendable {
    var name = "School"
    /// The school's telephone, e-mail and office or person, as letters give them; empty: not given.
    var phone = ""
    var email = ""
    var office = ""
    /// Letters in languages whose template no reader of a school has looked at.
    var takesUnreviewedLetters = false
    /// Lower case, without `@`. Subdomains count too.
    var domains: [String] = []
    var zone = SchoolZone.london
    /// Only where an export cannot decide it itself.
    var dateOrder: DateDecision.Order?
    var opens: ClockTime?
    var closes: ClockTime?
    var daysOff: [ClosedRange<Day>] = []
    /// A section of school.toml says which policy.
    var namesPolicy = false
    var retentionDays = 365
    /// Of kinds that are kept for another time, and of recordings.
    var retentionOfKinds: [SessionKind: Int] = [:]
    var retentionOfRecordings: Int?
    /// `week` without a week is the last whole one, not the current.
    var reportsLastFullWeek = false
    /// The designated safeguarding lead, as pages name that person; empty: not said.
    var dsl = ""
    /// When the school's policy must have been looked at again.
    var reviewBy: Day?
    var policy = Policy()
    var mail = MailSettings()
    /// True: contacts of rosters that cannot say may be written to.
    var askMeansYes = false
    /// Canonical field = the school's own header.
    var rosterColumns: [String: String] = [:]
    var scheduleColumns: [String: String] = [:]
    var exportColumns: [String: String] = [:]

    func retentionDays(of kind: SessionKind) -> Int { retentionOfKinds[kind] ?? retentionDays }
    var longestRetention: Int { retentionOfKinds.values.reduce(retentionDays, max) }
    var daysOfRecordings: Int { retentionOfRecordings ?? retentionDays }

    func isDayOff(_ day: Day) -> Bool { daysOff.contains { $0.contains(day) } }

    /// True for an address in one of the school's domains or a subdomain of one.
    func isSchoolAddress(_ email: String) -> Bool {
        guard let at = email.utf8.lastIndex(of: .at) else { return false }
        let domain = email[email.index(after: at)...].lowercased()
        return domains.contains {
            domain == $0
                || domain.utf8.count > $0.utf8.count
                    && domain.utf8.suffix($0.utf8.count + 1).elementsEqual((".\($0)").utf8)
        }
    }
}

struct MailSettings: Sendable {
    var sendmail = "/usr/sbin/sendmail"
    var from = ""
    var slt: [String] = []
    /// Designated safeguarding leads.
    var dsl: [String] = []
    var limit = 200
}
