import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

struct ReportFolderTests {
    private static let ours = [
        "reports/2026-W47/classes/4B/slt.txt", "reports/2026-W47/files.sha256", "reports/2026-W47/run.json",
    ]

    private func publish(_ text: String, to target: HostPath, stoppingBefore step: Int = .max, mustBeOwn: Bool = false)
        throws
    {
        var folder = try ReportFolder(aside: target, mustBeOwn: mustBeOwn)
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
        #expect(try temporary.files() == ReportFolderTests.ours)
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
        #expect(try temporary.files() == ReportFolderTests.ours)
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
        let failure = #expect(throws: StoreError.self) {
            try publish("new", to: temporary.path.appending("mine"), mustBeOwn: true)
        }
        #expect(failure?.kind == .cannotCreate)
        #expect(try temporary.files() == ["mine/letter.txt"])
    }

    @Test func `what somebody put into the folder or edited there is kept beside it, numbered`() throws {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("reports/2026-W47")
        for round in 1...2 {
            try publish("report", to: target)
            try temporary.put("reports/2026-W47/classes/NOTES.txt", "rang \(round)")
            try temporary.put("reports/2026-W47/classes/4B/slt.txt", "report, ticked \(round)")
            try temporary.put("reports/2026-W47/.DS_Store", "nothing")
        }
        try publish("new", to: target)
        #expect(
            try temporary.files("reports/2026-W47.kept") == [
                "reports/2026-W47.kept/classes/4B/slt-2.txt", "reports/2026-W47.kept/classes/4B/slt.txt",
                "reports/2026-W47.kept/classes/NOTES-2.txt", "reports/2026-W47.kept/classes/NOTES.txt",
            ])
        #expect(try temporary.text("reports/2026-W47.kept/classes/NOTES-2.txt") == "rang 2")
        #expect(try temporary.text("reports/2026-W47.kept/classes/4B/slt.txt") == "report, ticked 1")
    }

    @Test func `a link in place of the kept files' folder is not followed`() throws {
        let temporary = try TemporaryFolder()
        try createFolder(temporary.path.appending("outside"))
        let target = temporary.path.appending("reports/2026-W47")
        try publish("old", to: target)
        try temporary.put("reports/2026-W47/NOTES.txt", "rang")
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path.appending("reports/2026-W47.kept").text, withDestinationPath: "../outside")
        #expect(throws: StoreError.self) { try publish("new", to: target) }
        #expect(try temporary.files("outside").isEmpty)
        try removeFile(temporary.path.appending("reports/2026-W47.kept"))
        try publish("newer", to: target)
        #expect(try temporary.text("reports/2026-W47.kept/NOTES.txt") == "rang")
    }

    @Test(arguments: [1, 2, 3, 4])
    func `without an exchange of folders there are two renames, and the next run finishes them`(renames: Int) throws {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("reports/2026-W47")
        try publish("old", to: target)
        try temporary.put("reports/2026-W47/NOTES.txt", "rang")
        var folder = try ReportFolder(aside: target)
        try folder.write([ReportFile(path: "run.json", bytes: Array("new".utf8))])
        try folder.flush()
        if renames < 4 {
            // Killed after none, one or both of the renames.
            let new = try #require(try folderNames(target.parent).first { $0.text.hasPrefix(".2026-W47.new-") })
            let old = target.parent.appending(".2026-W47.old-1")
            if renames > 1 { try renameEntry(target, to: old) }
            if renames > 2 { try renameEntry(target.parent.appending(new.bytes), to: target) }
            try ReportFolder.finishSwitches(in: target.parent)
            #expect(try temporary.text("reports/2026-W47/run.json") == (renames == 1 ? "old" : "new"))
            try publish("newest", to: target)
        } else {
            try folder.putInPlace(exchange: { _, _ in false })
            #expect(try temporary.text("reports/2026-W47/run.json") == "new")
        }
        #expect(try temporary.text("reports/2026-W47.kept/NOTES.txt") == "rang")
        #expect(try temporary.files().filter { $0.contains("/.") }.isEmpty)
    }

    @Test func `a failure half-way leaves nothing behind`() throws {
        let temporary = try TemporaryFolder()
        let target = temporary.path.appending("week")
        var folder = try ReportFolder(aside: target)
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
