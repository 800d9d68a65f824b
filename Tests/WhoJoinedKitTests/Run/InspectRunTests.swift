import Testing

@testable import WhoJoinedKit

struct InspectRunTests {
    /// The class in the file's own name makes no class list of it.
    @Test func `a list of names and minutes is no list of pupils`() throws {
        let folder = try TemporaryFolder()
        try folder.put("7B 2026-11-17.csv", "Name,Email,Duration\nIda Holm,i.holm@school.example,41:10\n")
        let outcome = inspect(folder, "7B 2026-11-17.csv")
        #expect(outcome.status == .nothingUsable)
        #expect(!outcome.text.contains("Ida Holm"))
        #expect(outcome.messages.contains { $0.contains("without times") }, "\(outcome.messages)")
    }

    @Test func `a list of names alone takes its class from its name`() throws {
        let folder = try TemporaryFolder()
        try folder.put("7B class list.csv", "Admission Number,Forename,Surname\n17,Ida,Holm\n18,Per,Lund\n")
        let outcome = inspect(folder, "7B class list.csv")
        #expect(outcome.text.contains("Classes: 1, enrolments: 2"), "\(outcome.text)")
    }

    private func inspect(_ folder: TemporaryFolder, _ name: String) -> RunOutcome {
        var inspect = InspectRun()
        inspect.path = folder.path.appending(name).text
        inspect.options.format = .text
        return inspect.run()
    }
}
