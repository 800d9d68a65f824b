/// `{{…}}` in a template.
struct TemplateTag {
    enum Kind { case field, section, end, remark, broken }

    /// `section`: one begins, for what is there or for what is not. `broken`: `}}` is missing.
    var kind: Kind
    var name: String
    /// From 1.
    var line: Int
    /// With its braces.
    var place: Range<Int>
}

/// The tags of a template in order. No tag goes over the end of its line.
func templateTags(_ bytes: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var (line, i) = (1, 0)
    while i < bytes.count {
        if bytes[i] == .lineFeed { line += 1 }
        guard bytes[i] == .openingBrace, i + 1 < bytes.count, bytes[i + 1] == .openingBrace else {
            i += 1
            continue
        }
        var end = i + 2
        while end + 1 < bytes.count && bytes[end] != .lineFeed
            && !(bytes[end] == .closingBrace && bytes[end + 1] == .closingBrace)
        {
            end += 1
        }
        guard end + 1 < bytes.count && bytes[end] == .closingBrace else {
            tags.append(TemplateTag(kind: .broken, name: "", line: line, place: i..<end))
            i = end
            continue
        }
        let content = bytes[(i + 2)..<end]
        // `{{{name}}}`, as in other programs: the third brace goes with it.
        if content.first == .openingBrace && end + 2 < bytes.count && bytes[end + 2] == .closingBrace { end += 1 }
        tags.append(TemplateTag(content, line: line, place: i..<(end + 2)))
        i = end + 2
    }
    return tags
}

extension TemplateTag {
    fileprivate init(_ content: ArraySlice<UInt8>, line: Int, place: Range<Int>) {
        switch content.first {
        case .numberSign, .caret: kind = .section
        case .slash: kind = .end
        case .exclamationMark: kind = .remark
        default: kind = .field
        }
        let isMarked = kind != .field || content.first == .ampersand || content.first == .openingBrace
        let name = content.dropFirst(isMarked ? 1 : 0).drop { $0 == .space }
        self.name = String(
            decoding: name.prefix((name.lastIndex { $0 != .space } ?? name.startIndex - 1) + 1 - name.startIndex),
            as: UTF8.self)
        self.line = line
        self.place = place
    }
}
