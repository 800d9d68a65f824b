import HostSystem
import Testing

@testable import WhoJoinedKit

struct SourceLinesTests {
    private func messages(_ problems: [Problem]) -> [String] {
        RunOptions().messages(of: problems, in: SchoolFolder(HostPath(".")))
    }

    @Test func `a note of many files stands once with how many there are`() {
        let notes = (1...5).map {
            Problem("\($0).csv", code: "date-order", "told by the timetable", fix: "", severity: .note)
        }
        #expect(messages(notes) == ["1.csv: note: told by the timetable (so in 4 more files)"])
        #expect(messages(Array(notes.prefix(3))).count == 3)
    }

    @Test func `errors, warnings and notes on a line are said each for itself`() {
        let errors = (1...5).map { Problem("\($0).csv", code: "not-text", "a picture", fix: "") }
        let warnings = (1...5).map {
            Problem("\($0).csv", code: "windows-1252", "not UTF-8", fix: "", severity: .warning)
        }
        let lines = (1...5).map { Problem("a.csv", line: $0, code: "x", "a row", fix: "", severity: .note) }
        #expect(messages(errors + warnings + lines).count == 15)
    }
}
