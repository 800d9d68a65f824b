import Foundation
import HostSystem

/// Programs of the machine that some tests drive, or are driven by; a test without its tool says that it is skipped.
enum OutsideTools {
    static let python = findProgram("python3")
    static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap { findProgram($0) }.first
    static let office = findProgram("soffice")
    /// The script of axe-core, which some of PyPI's packages carry: it looks a page through for what keeps people out.
    static let axe: String? = {
        let look = """
            import importlib.util, pathlib
            for name in ("axe_core_python", "axe_selenium_python"):
                spec = importlib.util.find_spec(name)
                if spec and spec.origin:
                    print(*pathlib.Path(spec.origin).parent.rglob("axe.min.js"), sep="\\n")
            """
        guard let python, let found = try? run(python, ["-c", look]), found.status == 0,
            let script = found.output.split(separator: "\n").first
        else { return nil }
        return try? String(contentsOfFile: String(script), encoding: .utf8)
    }()
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
