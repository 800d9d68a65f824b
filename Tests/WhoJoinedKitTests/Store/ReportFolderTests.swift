import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

struct ReportFolderTests {
    private func publish(_ text: String, to target: HostPath, stoppingBefore step: Int = .max) throws {
        let folder = try ReportFolder(aside: target)
        if step <= 1 { return }
        try folder.write([
            ReportFile(path: "run.json", bytes: Array(text.utf8)),
            ReportFile(path: "classes/4B/slt.txt", bytes: Array(text.utf8)),
        ])
        if step <= 2 { return }
        try folder.flush()
        if step <= 3 { return }
        try folder.putInPlace()
    }

    @Test func `the new reports take the old ones' place as a whole`() throws {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("reports/2026-W47")
        try publish("old", to: target)
        try publish("new", to: target)
        #expect(try temporary.files() == ["reports/2026-W47/classes/4B/slt.txt", "reports/2026-W47/run.json"])
        #expect(try temporary.text("reports/2026-W47/classes/4B/slt.txt") == "new")
    }

    @Test(arguments: 1...3) func `a run that is killed leaves the old reports, and the next run clears up`(step: Int)
        throws
    {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("reports/2026-W47")
        try publish("old", to: target)
        try publish("new", to: target, stoppingBefore: step)
        #expect(try temporary.text("reports/2026-W47/run.json") == "old")
        #expect(try temporary.text("reports/2026-W47/classes/4B/slt.txt") == "old")
        try publish("newest", to: target)
        #expect(try temporary.files() == ["reports/2026-W47/classes/4B/slt.txt", "reports/2026-W47/run.json"])
        #expect(try temporary.text("reports/2026-W47/run.json") == "newest")
    }

    @Test func `files and folders are closed to others`() throws {
        let temporary = try TemporaryFolder()
        Machine.keepFilesPrivate()
        try publish("new", to: temporary.path.appending("reports/2026-W47"))
        for name in ["reports", "reports/2026-W47", "reports/2026-W47/classes", "reports/2026-W47/run.json"] {
            #expect(try fileEntry(at: temporary.path.appending(name))!.mode & 0o027 == 0, "\(name)")
        }
    }

    @Test func `what others have put in the old folder is neither followed nor changed`() throws {
        let temporary = try TemporaryFolder()
        Machine.keepFilesPrivate()
        let target = temporary.path.appending("week")
        try publish("same", to: target)
        // Somebody's copy under a second name, and a link to it in place of a report.
        try FileManager.default.linkItem(
            atPath: target.appending("run.json").text, toPath: temporary.path.appending("copy").text)
        try removeFile(target.appending("classes/4B/slt.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: target.appending("classes/4B/slt.txt").text,
            withDestinationPath: temporary.path.appending("copy").text)
        try publish("diff", to: target)
        let entry = try #require(try fileEntry(at: target.appending("classes/4B/slt.txt")))
        #expect(entry.kind == .file && entry.mode & 0o777 == 0o640)
        #expect(try temporary.text("week/run.json") == "diff" && temporary.text("copy") == "same")
    }

    @Test func `a folder with something else in it is not replaced`() throws {
        let temporary = try TemporaryFolder()
        try temporary.put("mine/letter.txt", "dear")
        let failure = #expect(throws: StoreError.self) { try publish("new", to: temporary.path.appending("mine")) }
        #expect(failure?.kind == .cannotCreate)
        #expect(try temporary.files() == ["mine/letter.txt"])
    }

    @Test func `a failure half-way leaves nothing behind`() throws {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("week")
        let folder = try ReportFolder(aside: target)
        let twice = [ReportFile(path: "run.json", bytes: [1]), ReportFile(path: "run.json", bytes: [2])]
        let failure = #expect(throws: StoreError.self) { try folder.write(twice) }
        #expect(failure?.kind == .ioFailed)
        #expect(try temporary.files().isEmpty)
    }

    @Test func `a second run waits for the first and then gives up`() throws {
        let temporary = try TemporaryFolder()
        var first = try FolderLock(temporary.path, waiting: 0)
        #expect(first != nil)
        #expect(try FolderLock(temporary.path, waiting: 0.05) == nil)
        first = nil
        #expect(try FolderLock(temporary.path, waiting: 0) != nil)
    }
}

struct ReadingFilesTests {
    @Test func `a folder is not read as a file`() throws {
        let temporary = try TemporaryFolder()
        #expect(throws: ReadingError.self) { try readOrdinaryFile(temporary.path, limit: 10) }
    }

    @Test(arguments: [0, 1, 9, 10]) func `a file is read whole up to the limit`(size: Int) throws {
        let temporary = try TemporaryFolder()
        try createFile(temporary.path.appending("f"), [UInt8](repeating: 7, count: size))
        #expect(try readOrdinaryFile(temporary.path.appending("f"), limit: 10).bytes.count == size)
    }

    @Test func `a file over the limit is refused before it is read`() throws {
        let temporary = try TemporaryFolder()
        try createFile(temporary.path.appending("f"), [UInt8](repeating: 7, count: 11))
        #expect(throws: ReadingError.self) { try readOrdinaryFile(temporary.path.appending("f"), limit: 10) }
    }

    @Test func `bytes of a name that are no UTF-8 are shown and kept`() {
        let path = HostPath(bytes: Array("inbox/bad".utf8) + [0xFF] + Array(".csv".utf8))
        #expect(path.text == "inbox/bad\\xff.csv")
        #expect(path.name == Array("bad".utf8) + [0xFF] + Array(".csv".utf8))
    }

    @Test(arguments: ["notes~", "~$export.csv", ".hidden.csv", "a.csv.part", "a.CRDOWNLOAD", "a.tmp"])
    func `files on their way are left alone`(name: String) {
        #expect(isPassingFile(Array(name.utf8)))
    }

    @Test(arguments: ["part.csv", "export.csv", "tmp", "-rf.csv"]) func `exports are not taken for files on their way`(
        name: String
    ) {
        #expect(!isPassingFile(Array(name.utf8)))
    }
}
