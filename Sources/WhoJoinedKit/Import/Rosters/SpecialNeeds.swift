func specialNeeds(_ text: String) -> Pupil.SEN? {
    if text.isEmpty { return nil }
    let lower = text.lowercased()
    func starts(_ word: String) -> Bool { lower.utf8.starts(with: word.utf8) }
    if starts("n") { return Pupil.SEN.none }
    if lower == "k" || starts("k ") || starts("k-") || starts("sen support") || starts("k:") { return .support }
    if lower == "e" || starts("e ") || starts("e-") || starts("ehc") || starts("education, health")
        || starts("education health") || starts("e:")
    {
        return .plan
    }
    return .other
}
