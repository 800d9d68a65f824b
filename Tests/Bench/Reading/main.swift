// Times the reading of one export, from its bytes in memory to typed stays: reading EXPORT [ROUNDS]. Built by bench.py
// alone, with -enable-testing. Prints bytes, stays and the least processor seconds, of all threads together, in which
// it was read.

import Foundation

@testable import WhoJoinedKit

let path = CommandLine.arguments[1]
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5
let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
var (stays, least) = (0, clock_t.max)
for _ in 0..<rounds {
    // The reader is given its bytes away and works in them.
    let given = bytes.map { $0 }
    let begun = clock()
    let export = try readExport(given, file: "big.csv", hints: ReadingHints())
    least = min(least, clock() - begun)
    stays = export.meetings.reduce(0) { $0 + $1.participants.reduce(0) { $0 + $1.stays.count } }
}
// POSIX has a million of them in a second.
print(bytes.count, stays, Double(least) / 1_000_000)
