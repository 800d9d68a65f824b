import Foundation
import HostSystem

/// Programs of the machine that some tests drive, or are driven by; a test without its tool says that it is skipped.
enum OutsideTools {
    static let python = findProgram("python3")
    static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap { findProgram($0) }.first
    /// The program itself, built beside the tests.
    static let whojoined = Machine.programPath().map { $0.parent.appending("whojoined") }
        .flatMap { findProgram($0.text) }

    struct Outcome: Sendable {
        var status: Int32
        var output: String
    }

    static func run(_ program: HostPath, _ arguments: [String], home: HostPath? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: program.text)
        process.arguments = arguments
        if let home {
            process.environment = ["HOME": home.text, "PATH": Machine.environmentValue("PATH") ?? "/usr/bin:/bin"]
            process.currentDirectoryURL = URL(filePath: "/")
        }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }
}
