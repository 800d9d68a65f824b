/// A letter as a page, for a language whose lines run from right to left: what keeps its own direction in the text does
/// so on the page.
///
/// - Parameter title: the message's subject.
func letterPage(_ text: String, title: String, language: String) -> String {
    let paragraphs = text.split(separator: "\n\n").map { paragraph in
        let lines = paragraph.split(separator: "\n").map { line in
            PlainText.html(String(line)).replacing("\u{2068}", with: "<bdi>").replacing("\u{2069}", with: "</bdi>")
        }
        return "<p>\(lines.joined(separator: "<br>\n"))</p>"
    }
    return """
        <!DOCTYPE html>
        <html lang="\(language)" dir="rtl">
        <head><meta charset="utf-8"><title>\(PlainText.html(title))</title></head>
        <body><main>
        <h1>\(PlainText.html(title))</h1>
        \(paragraphs.joined(separator: "\n"))
        </main></body>
        </html>

        """
}
