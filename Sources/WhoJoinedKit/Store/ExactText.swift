/// A text told by its bytes, as the sums of the history tell it: to Swift an é is also an e with an accent behind it, and
/// the one that stood there first would stand for both.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: ExactText, b: ExactText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
}
