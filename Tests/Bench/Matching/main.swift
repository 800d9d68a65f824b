// Times the matcher alone, on one core: matching SCHOOL [ROUNDS]. Built by bench.py alone, with -enable-testing.
// Prints the number of entrants and the best seconds in which they were linked: as a week does it, and each as if
// nobody had been met before.

import Foundation
import HostSystem

@testable import WhoJoinedKit

func best(of rounds: Int, _ work: () -> Void) -> Double {
    (0..<rounds).reduce(.infinity) { least, _ in
        let taken = ContinuousClock().measure(work)
        return min(least, Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
    }
}

let folder = URL(filePath: CommandLine.arguments[1])
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5
let school = try readSchool(at: HostPath(folder.path()), parameters: RuleBook.parameters)
let inbox = folder.appending(path: "inbox")
let exports = try FileManager.default.contentsOfDirectory(atPath: inbox.path()).sorted().map { name in
    try readExport(
        [UInt8](Data(contentsOf: inbox.appending(path: name))), file: name,
        hints: ReadingHints(zone: school.settings.zone))
}
let week = Day(year: 2026, month: 11, day: 16)!.week
let finder = SessionFinder(school)
let sessions = finder.place(exports).meetings.filter { week.contains($0.day) }.map(finder.session)
let asked = best(of: rounds) {
    let matcher = Matcher(school)
    for session in sessions { _ = matcher.link(session) }
}
let matcher = Matcher(school)
let queries = sessions.map { (context: matcher.context(of: $0), identities: $0.entrants.map { EntrantIdentity($0) }) }
let anew = best(of: rounds) {
    for (context, identities) in queries { for identity in identities { _ = matcher.link(identity, in: context) } }
}
print(sessions.reduce(0) { $0 + $1.entrants.count }, asked, anew)
