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
    private static let named: [(audience: Finding.Audiences, word: String)] = [
        (.parents, "parents"), (.slt, "slt"), (.dsl, "dsl"), (.teacher, "teacher"),
    ]

    /// As in findings.csv: `slt;dsl`.
    var text: String { Self.named.filter { contains($0.audience) }.map(\.word).joined(separator: ";") }

    /// - Parameter text: as findings.csv has it.
    init(text: String) {
        let words = Set(text.split(separator: ";").map(String.init))
        self.init(Self.named.filter { words.contains($0.word) }.map(\.audience))
    }

    /// Nobody but the safeguarding lead may read it.
    var isForLeadAlone: Bool { contains(.dsl) && !contains(.slt) && !contains(.teacher) }
}
