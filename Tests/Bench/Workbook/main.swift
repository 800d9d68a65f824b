// Reads one workbook, as often as is said: workbook FILE [ROUNDS]. Built by bench.py alone.
// Prints the cells that were read and the best seconds in which it was.

import HostSystem
import XlsxSheet

let bytes = try readOrdinaryFile(HostPath(CommandLine.arguments[1]), limit: 50_000_000).bytes
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1
var best = Double.infinity
var cells = 0
for _ in 0..<rounds {
    let taken = try ContinuousClock().measure {
        let workbook = try readWorkbook(bytes, name: "workbook.xlsx")
        cells = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
    }
    best = min(best, Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
}
print(cells, best)
