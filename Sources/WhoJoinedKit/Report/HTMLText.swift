import DelimitedText

/// HTML being written: elements come from us, every text goes through the guard.
struct HTMLText: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Our own mark-up: no name and no cell ever comes in here.
    mutating func markup(_ markup: String) { bytes += markup.utf8 }

    /// Anybody's text.
    mutating func add(_ words: String) { bytes += PlainText.html(words).utf8 }

    mutating func add(_ picture: Picture) { bytes += picture.bytes }

    /// The whole page: title and content put into the template; what is put in is never looked at again.
    func page(title: String, template: String) -> [UInt8] {
        let bytes = Array(template.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + self.bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i...].starts(with: "{{title}}".utf8) {
                out += PlainText.html(title).utf8
                i += 9
            } else if bytes[i...].starts(with: "{{{main}}}".utf8) {
                out += self.bytes
                i += 10
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return out
    }

    /// - Parameter place: a path of our own making, or a mark on this page.
    mutating func link(_ place: String, _ words: String) {
        markup("<a href=\"")
        add(place)
        markup("\">")
        add(words)
        markup("</a>")
    }

    mutating func element(_ name: String, _ words: String) {
        markup("<\(name)>")
        add(words)
        markup("</\(name)>\n")
    }

    mutating func paragraph(_ words: String, class name: String = "soft") {
        markup("<p class=\"\(name)\">")
        add(words)
        markup("</p>\n")
    }

    mutating func list(_ items: [String]) {
        markup("<ul>")
        for item in items {
            markup("<li>")
            add(item)
            markup("</li>\n")
        }
        markup("</ul>\n")
    }

    /// A part that scrolls by itself where the page is narrow, also from the keyboard.
    mutating func beginScroll(_ name: String) {
        markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        add(name)
        markup("\">")
    }

    /// A table with its caption; columns named in `numeric` are set to the right. Every cell has the same attributes.
    mutating func table(_ caption: String, _ columns: [String], numeric: Set<Int> = [], _ rows: [[String]]) {
        beginScroll(caption)
        markup("<table><caption>")
        add(caption)
        markup("</caption><thead><tr>")
        for (i, column) in columns.enumerated() {
            markup("<th scope=\"col\" class=\"\(numeric.contains(i) ? "n" : "t")\">")
            add(column)
            markup("</th>")
        }
        markup("</tr></thead><tbody>\n")
        let none = ["none"] + Array(repeating: "", count: columns.count - 1)
        for row in rows.isEmpty ? [none] : rows {
            markup("<tr>")
            for (i, cell) in row.enumerated() {
                markup(numeric.contains(i) ? "<td class=\"n\">" : "<td class=\"t\">")
                add(cell)
                markup("</td>")
            }
            markup("</tr>\n")
        }
        markup("</tbody></table></div>\n")
    }
}

/// An inline picture: places along it are shares of its width, so that letters keep their size on a phone.
struct Picture: Sendable {
    /// Without its end.
    private var body: [UInt8]
    private let height: Int

    /// - Parameters:
    ///   - id: unique on the page, our own.
    ///   - title: what it shows; `description`: what there is to see in it.
    init(id: String, height: Int, class name: String = "wide", title: String, description: String) {
        self.height = height
        body = Array(
            """
            <svg class="\(name)" height="\(height)" role="img" aria-labelledby="\(id)t \(id)d"><title id="\(id)t">\(PlainText.html(title))</title>\
            <desc id="\(id)d">\(PlainText.html(description))</desc>
            """.utf8)
    }

    mutating func bar(_ name: String, from: Double, to: Double, y: Int, height: Int) {
        add("<rect class=\"", name, "\" x=\"")
        add(share: from)
        add("\" y=\"", String(y), "\" width=\"")
        add(share: max(to - from, 0.002))
        add("\" height=\"", String(height), "\"/>")
    }

    mutating func label(_ words: String, at x: Double, y: Int, anchor: String = "start") {
        add("<text x=\"")
        add(share: x)
        add("\" y=\"", String(y), "\" text-anchor=\"", anchor, "\">", PlainText.html(words), "</text>")
    }

    mutating func upright(at x: Double, from y: Int, _ name: String = "grid") {
        stroke(name, from: (x, y), to: (x, height))
    }

    mutating func stroke(_ name: String, from start: (x: Double, y: Int), to end: (x: Double, y: Int)) {
        add("<line class=\"", name, "\" x1=\"")
        add(share: start.x)
        add("\" x2=\"")
        add(share: end.x)
        add("\" y1=\"", String(start.y), "\" y2=\"", String(end.y), "\"/>")
    }

    mutating func level(at y: Int) { add("<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>") }

    mutating func dot(at x: Double, y: Int) {
        add("<circle class=\"dot\" cx=\"")
        add(share: x)
        add("\" cy=\"", String(y), "\" r=\"4\"/>")
    }

    var bytes: [UInt8] { body + Array("</svg>\n".utf8) }

    private mutating func add(_ parts: String...) { for part in parts { body += part.utf8 } }

    /// A share of the width with one decimal: `12.5%`.
    private mutating func add(share: Double) {
        let tenths = Int((min(max(share, 0), 1) * 1000).rounded())
        add("\(tenths / 10).\(tenths % 10)%")
    }
}
