/// Digits with an optional leading `+`.
///
/// - Returns: `nil` without any digit; `isRestored` when a spreadsheet had eaten the leading 0.
func phoneNumber(_ text: String) -> (number: String, isRestored: Bool)? {
    var digits = ""
    var hasPlus = false
    for scalar in text.unicodeScalars {
        if scalar.isASCII, UInt8(scalar.value).isASCIIDigit {
            digits.unicodeScalars.append(scalar)
        } else if !scalar.isASCII, scalar.properties.numericType == .decimal,
            let value = scalar.properties.numericValue
        {
            digits += String(Int(value))
        } else if scalar == "+", digits.isEmpty {
            hasPlus = true
        }
    }
    if digits.isEmpty { return nil }
    if hasPlus { return ("+" + digits, false) }
    if digits.utf8.count == 10, "1237".utf8.contains(digits.utf8.first!) { return ("0" + digits, true) }
    return (digits, false)
}
