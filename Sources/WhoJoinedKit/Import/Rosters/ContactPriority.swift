/// `2`, `2nd`, `Priority 2`, `second`, `Secondary`: who is told first.
func contactPriority(_ text: String) -> Int? {
    let words = Header(text).words
    for word in words {
        if let number = Int(word), (0...99).contains(number) { return number }
    }
    let ordinals = [["first", "primary", "main"], ["second", "secondary"], ["third", "tertiary"], ["fourth"]]
    return ordinals.firstIndex { !$0.allSatisfy { !words.contains($0) } }.map { $0 + 1 }
}
