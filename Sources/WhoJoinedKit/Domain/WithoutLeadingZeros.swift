/// Numbers lose their zeros in spreadsheets: they are compared without them.
func withoutLeadingZeros(_ text: String) -> String {
    let rest = text.drop { $0 == "0" }
    return rest.isEmpty ? text : String(rest)
}
