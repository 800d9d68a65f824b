extension PupilIDs {
    /// With the digits for which somebody typed O and I.
    private static func digits(of text: String) -> String {
        let (first, rest) = (text.prefix(1), text.dropFirst().uppercased())
        return first + rest.replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1")
    }

    /// A UPN under another heading, in any spelling, right or wrong, is a UPN: used to match and never printed.
    mutating func moveUPN() {
        for place in [\PupilIDs.admissionNumber, \PupilIDs.misID] {
            guard let id = self[keyPath: place], id.utf8.count >= 13 else { continue }
            let plain = String(
                UPN.tidied(id).unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
            guard UPN.hasForm(plain) || UPN.hasForm(PupilIDs.digits(of: plain)) else { continue }
            upn = upn ?? plain
            self[keyPath: place] = nil
        }
    }
}
