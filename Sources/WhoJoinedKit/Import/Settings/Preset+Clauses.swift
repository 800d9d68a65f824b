import DelimitedText
import Templates

extension Preset {
    /// Every clause of the policy that the preset is made after, in its order; none of `none`.
    var clauses: [Clause] {
        guard let text = embeddedTemplate("\(rawValue).clauses.csv") else { return [] }
        return readClauses(text)
    }
}

/// - Parameter text: `Clause,Demand,Sessions,Shown By,Remark`, a line for each demand.
func readClauses(_ text: String) -> [Clause] {
    let rows = records(in: Array(text.utf8), delimiter: .comma).records.map(\.texts)
    return rows.dropFirst().map { row in
        guard row.count == 5, let scope = Clause.Scope(rawValue: row[2]), let evidence = Clause.Evidence(row[3]) else {
            preconditionFailure("the clause \(row) is wrong")
        }
        return Clause(number: row[0], demand: row[1], scope: scope, evidence: evidence, remark: row[4])
    }
}
