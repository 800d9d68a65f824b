// Feeds libFuzzer's inputs to the readers. Built by fuzz.py alone, with -sanitize=fuzzer,address.

import DelimitedText

@testable import WhoJoinedKit

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
) -> Int32

/// Whatever the bytes are: records lie inside their buffer, and every row of an export is accounted for.
func read(_ bytes: [UInt8]) {
    if let text = try? decodeText(bytes) {
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
            var lines = 0
            readRecords(in: text.bytes, delimiter: delimiter) {
                precondition($0.line > lines && ($0.ends.last ?? 0) <= $0.bytes.count)
                lines = $0.line
            } onDamage: { line, _ in
                precondition(line >= 1)
            }
        }
    }
    do {
        let export = try readExport(bytes, file: "seed.csv", hints: ReadingHints())
        precondition(export.rowsRead >= export.rowsRejected)
        for meeting in export.meetings {
            for stay in meeting.participants.lazy.flatMap(\.stays) {
                if let joined = stay.joined, let left = stay.left { precondition(joined <= left) }
            }
        }
    } catch {
        precondition(!error.problems.isEmpty)
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
    read(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runDriver(&count, &arguments, testOneInput)
