import HostSystem
import Testing

@testable import WhoJoinedKit

/// A few of the terms that `torture.py --only retroactive` plays by the thousand.
struct RetroactiveTests {
    @Test(
        .enabled(if: OutsideTools.python != nil && OutsideTools.whojoined != nil, "there is no python3 on this machine")
    )
    func `no later file accuses anybody of a week gone by, and no past figure changes in silence`() throws {
        let script = DocumentationTests.root.appending(path: "Tests/Torture/retroactive.py").path
        let outcome = try OutsideTools.run(
            try #require(OutsideTools.python),
            [script, try #require(OutsideTools.whojoined).text, "--runs", "24", "--weeks", "4"])
        #expect(outcome.status == 0, "\(outcome.output)")
    }
}
