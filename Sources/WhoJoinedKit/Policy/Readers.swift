extension School {
    /// Who reads a finding: nobody reads of themselves. What concerns a member of SLT goes to the safeguarding lead alone,
    /// what concerns that lead to SLT alone; without an address of the other, the rule's own audiences stand.
    func readers(_ audiences: Finding.Audiences, concerning staff: [StaffMember.Index]) -> Finding.Audiences {
        let concerned = Set(staff.compactMap { roster.staff[$0].email.map(comparableEmail) })
        func includes(_ addresses: [String]) -> Bool { !concerned.isDisjoint(with: addresses.map(comparableEmail)) }
        let (isOfSLT, isLead) = (includes(settings.mail.slt), includes(settings.mail.dsl))
        if isLead, !isOfSLT { return audiences.subtracting([.dsl, .teacher]).union(.slt) }
        guard isOfSLT, !isLead, !settings.mail.dsl.isEmpty else { return audiences }
        return audiences.subtracting([.slt, .teacher]).union(.dsl)
    }
}

extension Finding.Audiences {
    /// As in findings.csv: `slt;dsl`.
    var text: String {
        let named: [(Finding.Audiences, String)] = [
            (.parents, "parents"), (.slt, "slt"), (.dsl, "dsl"), (.teacher, "teacher"),
        ]
        return named.filter { contains($0.0) }.map(\.1).joined(separator: ";")
    }

    /// Nobody but the safeguarding lead may read it.
    var isForLeadAlone: Bool { contains(.dsl) && !contains(.slt) && !contains(.teacher) }
}
