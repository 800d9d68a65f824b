import HostSystem
import Testing

@testable import WhoJoinedKit

/// A device that is there week after week hides nobody for ever.
struct RecurringDeviceTests {
    private func school(_ weeks: [[String]]) async throws -> SmallSchool {
        let school = try SmallSchool()
        try school.folder.put(
            "timetable.csv",
            "Meeting ID,Class,Subject,Weekday,Start,End,Lead Staff\n900 1111 2222,4B,Maths,Monday,09:00,09:45,MOK\n")
        for name in ["tue-w46", "mon", "tue"] {
            try removeFile(school.folder.path.appending("inbox/\(name).csv"))
        }
        for (number, names) in weeks.enumerated() {
            let day = Week(iso: "2026-W47")!.monday - 7 * (weeks.count - 1 - number)
            try school.addExport("\(number).csv", day: "\(day.month)/\(day.day)/\(day.year)", pupils: names)
            _ = await school.week(day.week.iso)
        }
        return school
    }

    private func open(_ school: SmallSchool) async -> String {
        var run = OpenNamesRun()
        run.options = school.options
        run.week = "2026-W47"
        return await run.run().text
    }

    @Test func `who was never seen beside it is offered first, and the command leaves the id to the reader`()
        async throws
    {
        let school = try await school([
            ["Ada Ashby", "Ben Birch", "iPad"], ["Ada Ashby", "iPad"], ["Ada Ashby", "iPad"], ["Ben Birch", "iPad"],
        ])
        let page = await open(school)
        #expect(page.contains("could be: Cedar, Cleo (103); Ashby, Ada (101)"))
        #expect(page.contains("was in 4 lessons of 4B in 4 weeks, and Cedar, Cleo (103) was seen"))
        #expect(try school.report("slt-summary.txt").contains("The same device week after week"))
        #expect(
            try school.report("slt-summary.csv").contains("\"device every week\",\"4B\",\"\",\"\",\"103\",\"iPad\""))
        #expect(try school.report("slt-summary.html").contains("Cedar, Cleo (103) was seen in none of them"))
        let list = try school.report("classes/4B/slt.txt")
        #expect(list.contains("TO SETTLE (1)") && list.contains("    whojoined confirm iPad --class 4B --as ID\n"))
    }

    @Test(arguments: [
        [["Ada Ashby", "Ben Birch", "iPad"], ["Ada Ashby", "Ben Birch", "iPad"]],
        [["Ada Ashby", "iPad"], ["Cleo Cedar", "iPad"], ["Ada Ashby", "Ben Birch", "iPad"]],
        [["Ada Ashby", "iPad"], ["Ada Ashby", "iPad"], ["Ada Ashby", "iPad"]],
        [
            ["Ada Ashby", "Ben Birch", "iPad"], ["Ada Ashby", "Ben Birch", "iPad"], ["Ada Ashby", "Ben Birch"],
            ["Ada Ashby", "Ben Birch", "iPad"],
        ],
    ])
    func `two weeks, another family's or a week without it are no habit`(weeks: [[String]]) async throws {
        #expect(await !open(try await school(weeks)).contains("was seen in"))
    }
}
