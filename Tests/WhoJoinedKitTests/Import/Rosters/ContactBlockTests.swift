import Testing

@testable import WhoJoinedKit

@Suite struct ContactBlockTests {
    private func contacts(_ text: String) throws -> [Contact] {
        try #require(try readRoster(text).pupils.first).pupil.contacts
    }

    @Test func `contacts side by side keep their own address and restriction`() throws {
        let found = try contacts(
            """
            Surname,Forename,Reg,Adm No,Contact Name,Court Order,Email,Contact Name,Court Order,Email
            Tarn,Ivo,5C,0101,Ms P Tarn,No,,Mr Q Tarn,Yes,q@post.example
            """)
        #expect(found.map(\.full) == ["Ms P Tarn", "Mr Q Tarn"])
        #expect(found.map(\.email) == [nil, "q@post.example"])
        #expect(found.map(\.restriction) == [.none, .courtOrder])
    }

    @Test func `names first and addresses after them are told apart`() throws {
        let found = try contacts(
            """
            Surname,Forename,Reg,Contact Name,Contact Name,Contact Email,Contact Email
            Tarn,Ivo,5C,Ms P Tarn,Mr Q Tarn,p@post.example,q@post.example
            """)
        #expect(found.map(\.email) == ["p@post.example", "q@post.example"])
    }

    @Test func `where nobody can tell whose an address is the file is refused`() {
        #expect(throws: RosterRefusal.self) {
            try readRoster(
                """
                Surname,Forename,Reg,Contact Name,Contact Name,Contact Email,Contact Email,Contact Email
                Tarn,Ivo,5C,Ms P Tarn,Mr Q Tarn,p@post.example,q@post.example,r@post.example
                """)
        }
    }

    @Test(arguments: ["Contact Name.1,Email.1", "Contact Name (2),Email (2)", "Contact Name_2,Email_2"])
    func `copies that a program numbers are the second contact`(second: String) throws {
        let found = try contacts(
            "Surname,Forename,Reg,Contact Name,Email,\(second)\nTarn,Ivo,5C,Ms P Tarn,p@post.example,Mr Q Tarn,q@post.example\n"
        )
        #expect(found.map(\.full) == ["Ms P Tarn", "Mr Q Tarn"])
        #expect(found.map(\.email) == ["p@post.example", "q@post.example"])
    }

    @Test func `groups in a row above the headings name the contacts`() throws {
        let found = try contacts(
            """
            Pupil,,,Parent 1,,,Parent 2,,
            Surname,Forename,Reg,Name,Court Order,Email,Name,Court Order,Email
            Tarn,Ivo,5C,Ms P Tarn,No,,Mr Q Tarn,Yes,q@post.example
            """)
        #expect(found.map(\.restriction) == [.none, .courtOrder])
        #expect(found.map(\.email) == [nil, "q@post.example"])
    }

    @Test func `mother and father are two contacts`() throws {
        let found = try contacts(
            """
            Surname,Forename,Reg,Mother Name,Mother Email,Father Name,Father Email
            Tarn,Ivo,5C,Ms P Tarn,p@post.example,Mr Q Tarn,q@post.example
            """)
        #expect(found.map(\.relationship) == ["Mother", "Father"])
        #expect(found.map(\.email) == ["p@post.example", "q@post.example"])
    }

    @Test(arguments: [
        ("see file", true), ("X", true), ("No contact order 2024", true), ("No", false), ("None known", false),
        ("n/a", false),
    ])
    func `a filled restriction that is no plain no restricts`(text: String, isRestriction: Bool) {
        #expect(restricts(text) == isRestriction)
    }

    @Test(
        arguments: [
            ("No - since 2023", false), ("none", false), ("Yes (shared)", true), ("not known", nil), ("Unknown", nil),
            ("Nein", false), ("aucune", false),
        ] as [(String, Bool?)])
    func `responsibility in words is a no, a yes or neither`(text: String, expected: Bool?) {
        #expect(hasResponsibility(text) == expected)
    }

    @Test func `words for gone are gone, and an unknown word leaves a doubt`() throws {
        let document = try readRoster(
            """
            Adm No,Surname,Forename,Reg,Status
            1,Tarn,Ivo,5C,Former pupil
            2,Wick,Una,5C,On roll
            3,Yarrow,Max,5C,At the circus
            """)
        #expect(document.pupils.map(\.pupil.status) == [.left, .current, .current])
        #expect(document.pupils.map { $0.pupil.rollDoubt != nil } == [false, false, true])
    }

    @Test func `plain headings behind Contact 1 are those of contact 1`() throws {
        let document = try readRoster(
            """
            Surname,Forename,Reg,Contact 1,Email,Phone,Contact 2,Email,Phone
            Tarn,Ivo,5C,Ms P Tarn,p@post.example,07700900301,Mr Q Tarn,q@post.example,07700900302
            """)
        let pupil = try #require(document.pupils.first?.pupil)
        #expect(pupil.email == nil)
        #expect(pupil.contacts.map(\.full) == ["Ms P Tarn", "Mr Q Tarn"])
        #expect(pupil.contacts.map(\.email) == ["p@post.example", "q@post.example"])
        #expect(pupil.contacts.map(\.phone) == ["07700900301", "07700900302"])
    }

    @Test(arguments: ["#REF!", "#N/A", "########"])
    func `a restriction that a spreadsheet could not work out restricts`(error: String) throws {
        let found = try contacts(
            "Surname,Forename,Reg,Contact Name,Parental Responsibility,Court Order,Email\nTarn,Ivo,5C,Mr Q Tarn,Yes,\(error),q@post.example\n"
        )
        #expect(found.map(\.mayContact) == [false])
    }

    @Test(
        arguments: [
            ("Withdrawn", false), ("Opted out", false), ("ask again", false), ("Given", true), ("Email", true),
            ("Yes - both", true), ("", nil),
        ] as [(String, Bool?)])
    func `leave to write is read on the safe side`(text: String, expected: Bool?) {
        #expect(mayReceive(text) == expected)
    }

    @Test func `an address beside other words is used and said`() {
        let cell = EmailCell("Tarn, p@post.example")
        #expect(cell.addresses == ["p@post.example"])
        #expect(cell.problem(in: "a.csv", line: 2, fix: "")?.code == "half-email")
        #expect(EmailCell("do not use; p@post.example").addresses.isEmpty)
        #expect(EmailCell("Tarn, Ivo <p@post.example>").problem(in: "a.csv", line: 2, fix: "") == nil)
    }
}
