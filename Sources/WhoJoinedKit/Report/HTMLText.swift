/// HTML being written: elements come from us, every text goes through the guard.
struct HTMLText: Sendable {
    private(set) var text = ""
    var size: Int { text.utf8.count }

    /// Our own mark-up: no name and no cell ever comes in here.
    mutating func markup(_ markup: String) { text += markup }

    /// Anybody's text.
    mutating func add(_ words: String) { text += PlainText.html(words) }

    mutating func element(_ name: String, _ words: String) {
        text += "<\(name)>"
        add(words)
        text += "</\(name)>\n"
    }

    mutating func paragraph(_ words: String, class name: String = "soft") {
        text += "<p class=\"\(name)\">"
        add(words)
        text += "</p>\n"
    }

    mutating func list(_ items: [String]) {
        text += "<ul>"
        for item in items {
            text += "<li>"
            add(item)
            text += "</li>\n"
        }
        text += "</ul>\n"
    }

    /// A table with its caption; columns named in `numeric` are set to the right. Every cell has the same attributes.
    mutating func table(_ caption: String, _ columns: [String], numeric: Set<Int> = [], _ rows: [[String]]) {
        text += "<div class=\"scroll\"><table><caption>"
        add(caption)
        text += "</caption><thead><tr>"
        for (i, column) in columns.enumerated() {
            text += "<th scope=\"col\" class=\"\(numeric.contains(i) ? "n" : "t")\">"
            add(column)
            text += "</th>"
        }
        text += "</tr></thead><tbody>\n"
        let none = ["none"] + Array(repeating: "", count: columns.count - 1)
        for row in rows.isEmpty ? [none] : rows {
            text += "<tr>"
            for (i, cell) in row.enumerated() {
                text += numeric.contains(i) ? "<td class=\"n\">" : "<td class=\"t\">"
                add(cell)
                text += "</td>"
            }
            text += "</tr>\n"
        }
        text += "</tbody></table></div>\n"
    }
}

/// An inline picture: places along it are shares of its width, so that letters keep their size on a phone.
struct Picture: Sendable {
    private var body = ""
    private let start: String
    private let height: Int

    /// - Parameters:
    ///   - id: unique on the page, our own.
    ///   - title: what it shows; `description`: what there is to see in it.
    init(id: String, height: Int, class name: String = "wide", title: String, description: String) {
        self.height = height
        start = """
            <svg class="\(name)" height="\(height)" role="img" aria-labelledby="\(id)t \(id)d"><title id="\(id)t">\(PlainText.html(title))</title>\
            <desc id="\(id)d">\(PlainText.html(description))</desc>
            """
    }

    mutating func bar(_ name: String, from: Double, to: Double, y: Int, height: Int) {
        body += "<rect class=\"" + name + "\" x=\"" + place(from) + "\" y=\"" + String(y)
        body += "\" width=\"" + place(max(to - from, 0.002)) + "\" height=\"" + String(height) + "\"/>"
    }

    mutating func label(_ words: String, at x: Double, y: Int, anchor: String = "start") {
        body += "<text x=\"\(place(x))\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(PlainText.html(words))</text>"
    }

    mutating func upright(at x: Double, from y: Int) {
        body += "<line class=\"grid\" x1=\"\(place(x))\" x2=\"\(place(x))\" y1=\"\(y)\" y2=\"\(height)\"/>"
    }

    mutating func level(at y: Int) { body += "<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>" }

    mutating func dot(at x: Double, y: Int) { body += "<circle class=\"dot\" cx=\"\(place(x))\" cy=\"\(y)\" r=\"4\"/>" }

    var markup: String { start + body + "</svg>\n" }

    /// A share of the width with one decimal: `12.5%`.
    private func place(_ share: Double) -> String {
        let tenths = Int((min(max(share, 0), 1) * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
