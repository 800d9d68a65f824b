import Testing

@testable import WhoJoinedKit

@Suite struct RosterColumnsTests {
    @Test(arguments: [
        ("Contact1FirstName", "contact 1 first name"), ("Middle Name(s)", "middle name s"),
        ("First Name [Required]", "first name"), ("UPNNumber", "upn number"),
        ("parent_email1", "parent email 1"),
        ("Guardian 1: Legal Guardian", "guardian 1 legal guardian"), ("AM/PM", "am pm"), ("", ""),
    ])
    func `a header is its words`(written: String, words: String) {
        #expect(Header(written).words.joined(separator: " ") == words)
    }

    @Test(arguments: [
        ("Legal Forename", RosterField.legalGiven, 0), ("LegalSurname", .legalFamily, 0), ("adno", .admissionNumber, 0),
        ("AdmNo", .admissionNumber, 0),
        ("Arbor Student ID", .misID, 0),
        ("Year group(s) this academic year", .year, 0), ("Form/Tutor Group", .registrationGroup, 0),
        ("Courses/classes", .courses, 0), ("KnownName", .preferredGiven, 0),
        ("Court Order Restricted Access", .courtOrder, 0), ("Primary Guardian", .mayReceiveMail, 0),
        ("(Contact) Priority", .priority, 0),
        ("Guardian 2: Primary Guardian", .mayReceiveMail, 2),
        ("Contact1FirstName", .contactGiven, 1), ("parent_email2", .contactEmail, 2),
        ("relationship2", .relationship, 2), ("Parent/Carer 1 Mobile", .mobile, 1),
        ("Primary Guardian 1 Name", .contactName, 1), ("Org Unit Path [Required]", .unitPath, 0),
        ("Staff Code", .staffCode, 0),
    ])
    func `a header spelling means its field`(written: String, field: RosterField, contact: Int) {
        #expect(ColumnFinder().meaning(of: Header(written)) == ColumnMeaning(field: field, contact: contact))
    }

    @Test(arguments: [
        "Email 2", "Globally Unique Student ID", "Date of Birth", "Gender", "Ethnicity", "FSM", "Password [Required]",
        "Address", "",
    ])
    func `what nobody needs is not read`(written: String) {
        #expect(ColumnFinder().meaning(of: Header(written)) == nil)
    }

    @Test func `a school's own header comes first`() {
        let finder = ColumnFinder(own: ["legal-given": "Pupil first name", "reg-group": "House"])
        #expect(finder.meaning(of: Header("pupil FIRST name"))?.field == .legalGiven)
        #expect(finder.meaning(of: Header("House"))?.field == .registrationGroup)
        #expect(finder.meaning(of: Header("Surname"))?.field == .family)
    }

    @Test func `each layout has a name of its own`() {
        #expect(Set(rosterLayouts.map(\.name)).count == rosterLayouts.count)
        #expect(Set(flatColumnMaps.map(\.name)).count == flatColumnMaps.count)
    }
}
