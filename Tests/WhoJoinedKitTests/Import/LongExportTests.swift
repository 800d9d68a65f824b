import Testing

@testable import WhoJoinedKit

@Suite struct LongExportTests {
    private static let header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest"

    /// Rows of many people over 30 days, one line of `every` damaged, cut, impossible or a header once more.
    private func text(rows: Int, damagedEvery every: Int = .max, lineEnd: String = "\r\n") -> String {
        var lines = [LongExportTests.header]
        for i in 0..<rows {
            let time = "04/\(i % 30 < 9 ? "0" : "")\(i % 30 + 1)/2021 09:\(10 + i % 50):05"
            switch i % every {
            case every - 1 where i % 5 == 0: lines.append("\"Ann \(i)\" Lee,,\(time) AM,\(time) AM,0,No")
            case every - 1 where i % 5 == 1: lines.append("Ann \(i)")
            case every - 1 where i % 5 == 2: lines.append("Ann \(i),,31/31/2021 09:00:00 AM,\(time) AM,0,No")
            case every - 1 where i % 5 == 3: lines.append(LongExportTests.header)
            default:
                lines.append(
                    "Ann Lee \(i * 7 % 1_000) (Nan),ann.\(i % 2)@x.example,\(time) AM,04/30/2021 09:\(10 + i % 50):05 PM,0,No"
                )
            }
        }
        return lines.joined(separator: lineEnd) + lineEnd
    }

    private func read(_ text: String, jobs: Int) throws -> String {
        var hints = ReadingHints()
        hints.jobs = jobs
        return String(describing: try readText(text, hints))
    }

    @Test func `several cores read the same as one`() throws {
        let text = text(rows: 15_000)
        #expect(text.utf8.count > 1 << 20)
        #expect(try read(text, jobs: 4) == read(text, jobs: 1))
    }

    @Test func `damaged rows and repeated headers are the same to several cores`() throws {
        let text = text(rows: 15_000, damagedEvery: 17)
        let one = try read(text, jobs: 1)
        #expect(try read(text, jobs: 4) == one)
        #expect(try read(text, jobs: 3) == one)
    }

    @Test func `the last row that was cut is found by whoever reads the end`() throws {
        let text = String(text(rows: 15_000).dropLast(20))
        let one = try read(text, jobs: 1)
        #expect(one.contains("incomplete_last_row"))
        #expect(try read(text, jobs: 4) == one)
    }

    @Test func `another meeting's header further down leaves the file to one core`() throws {
        let text =
            text(rows: 15_000)
            + "Topic,Meeting ID,Start Time\r\nMaths,812 3456 7891,04/23/2021 10:00:00 AM\r\n\(LongExportTests.header)\r\n"
            + "Bo,,04/23/2021 10:00:05 AM,04/23/2021 10:10:00 AM,10,No\r\n"
        let one = try read(text, jobs: 1)
        #expect(one.contains("81234567891"))
        #expect(try read(text, jobs: 4) == one)
    }

    @Test func `lines that end as on old Macs are in one part`() throws {
        let text = text(rows: 15_000, lineEnd: "\r")
        #expect(try read(text, jobs: 4) == read(text, jobs: 1))
    }
}
