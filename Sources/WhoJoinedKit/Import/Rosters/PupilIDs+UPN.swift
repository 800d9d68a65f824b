extension PupilIDs {
    /// A UPN under another heading, in any spelling, right or wrong, is a UPN: used to match and never printed.
    mutating func moveUPN() {
        for place in [\PupilIDs.admissionNumber, \PupilIDs.misID] {
            guard let id = self[keyPath: place], id.utf8.count >= 13 else { continue }
            let plain = String(
                UPN.tidied(id).unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
            guard UPN.hasForm(plain) else { continue }
            upn = upn ?? plain
            self[keyPath: place] = nil
        }
    }
}
