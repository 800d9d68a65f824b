/// Whether a file's name ends so, in capitals or small letters: `Week 47.ZIP` is called `.zip`.
package func isCalled(_ name: String, _ endings: String...) -> Bool {
    let lower = name.lowercased()
    return endings.contains {
        lower.utf8.count > $0.utf8.count && lower.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
}
