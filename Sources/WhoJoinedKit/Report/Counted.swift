/// `3 lessons`, `1 lesson`
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// `45 min`; under a minute `20 s`: who was removed after twenty seconds was not there for none.
func lengthWords(_ seconds: Int) -> String {
    (1..<60).contains(seconds) ? "\(seconds) s" : "\(roundedMinutes(seconds)) min"
}
