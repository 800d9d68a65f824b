import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

struct WeakSettingsTests {
    private func check(_ school: SmallSchool) async -> String {
        var run = CheckRun()
        run.options = school.options
        return await run.run().text
    }

    @Test(arguments: [
        (
            "absences.csv", "Id,From,To,Reason\n102,2026-09-01,2027-12-01,ill\n",
            "absences.csv:2: warning: excuses a pupil for"
        ),
        (
            "absences.csv",
            "Id,From,To,Reason\n102,2026-09-01,2027-03-31,ill\n103,2026-09-01,2026-09-02,ill\n102,2027-04-05,2027-12-31,ill\n",
            "absences.csv:4: warning: excuses a pupil for"
        ),
        (
            "approvals.csv",
            "Kind,Id,Class,From,To,Approved By,Parent Present,Reason\none-to-one,102,,2026-11-16,2026-11-20,Ben Birch,,\n",
            "approvals.csv:2: warning: approved by the pupil whom it is for"
        ),
        (
            "approvals.csv",
            "Kind,Id,Class,From,To,Approved By,Parent Present,Reason\nrecording,,4B,2026-11-16,2026-11-20,Mrs Okafor,,\n",
            "approvals.csv:2: warning: approved by the member of staff whose lesson it is"
        ),
        (
            "decisions.csv",
            "Display Name,Email,Class,Is,Id,By,On\nbirdie,,4B,pupil,102,MOK,2026-11-01\nBirdie,,4B,pupil,103,MOK,2026-11-02\n",
            "decisions.csv:3: warning: settles the name of line 2 in another way"
        ),
    ])
    func `what is weak in a file is said with its line`(file: String, text: String, message: String) async throws {
        let school = try SmallSchool()
        try school.folder.put(file, text)
        #expect(await check(school).contains(message))
    }

    @Test(arguments: ["Mr Finch", "A. Finch", "a finch", "Alan Finch", "a.finch@post.example"])
    func `an approval by a contact of the pupil is said however they sign`(name: String) async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "roster/pupils.csv",
            "Admission Number,Legal Forename,Legal Surname,Reg Group,Contact Title,Contact Forename,Contact Surname,Contact Email\n"
                + "101,Ada,Ashby,4B,Mr,Alan,Finch,a.finch@post.example\n")
        try school.folder.put(
            "approvals.csv",
            "Kind,Id,Class,From,To,Approved By,Parent Present,Reason\none-to-one,101,,2026-11-16,2026-11-20,\(name),,\n"
        )
        #expect(await check(school).contains("approved by a contact of the pupil"))
    }

    @Test func `a file that anybody may change is said`() async throws {
        let school = try SmallSchool()
        try school.folder.put("absences.csv", "Id,From,To,Reason\n102,2026-09-01,2027-07-20,ill\n")
        for name in ["absences.csv", "roster/staff.csv"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o666], ofItemAtPath: school.folder.path.appending(name).text)
        }
        let text = await check(school)
        for name in ["absences.csv", "roster/staff.csv"] {
            #expect(text.contains("\(name): warning: everybody who can log in on this machine can change this file"))
        }
    }

    @Test func `one meeting for two classes, a folder open to all and a long memory are said`() async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "timetable.csv", try school.folder.text("timetable.csv") + "90011112222,5C,Art,2026-11-16,09:30,10:00,JRE\n"
        )
        let settings = try school.folder.text("school.toml").replacing("365", with: "3650")
        try school.folder.put("school.toml", settings)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o777], ofItemAtPath: school.folder.path.appending("inbox").text)
        let text = await check(school)
        #expect(text.contains("timetable.csv:5: note: one Meeting ID at one time for 5C and for 4B"), "\(text)")
        #expect(text.contains("inbox: warning: everybody who can log in on this machine"))
        #expect(text.contains("school.toml: warning: sessions are remembered for 3650 days"))
    }

    @Test func `an ordinary school has nothing of the kind`() async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "approvals.csv",
            "Kind,Id,Class,From,To,Approved By,Parent Present,Reason\nrecording,,4B,2026-11-16,2026-11-20,Head,,\n")
        try school.folder.put("absences.csv", "Id,From,To,Reason\n102,2026-09-01,2027-07-20,ill\n")
        try school.folder.put(
            "decisions.csv", "Display Name,Email,Class,Is,Id,By,On\nbirdie,,4B,pupil,102,MOK,2026-11-01\n")
        let text = await check(school)
        for word in [
            "own-approval", "approved by", "excuses a pupil", "another way", "log in", "one Meeting ID", "remembered",
        ] {
            #expect(!text.contains(word), "\(word) in \(text)")
        }
    }
}
