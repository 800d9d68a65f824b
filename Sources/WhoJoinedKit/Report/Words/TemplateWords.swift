/// What is said to a technician of a template that cannot be used.
enum TemplateWords {
    static func unreviewed(_ pupils: Int, _ language: String) -> String {
        "letters about \(counted(pupils, "pupil")) are in English: no reader of the school has looked at this text in \(language)"
    }
    static func review(_ language: String) -> String {
        "let somebody who reads \(language) look at it and take its line \"unreviewed\" out, or set unreviewed = true in [letters]"
    }
    static let wrongPage = "the page does not have each of its two placeholders once"
    static let mendPage = "write {{title}} and {{{main}}} once each"
    static let openTag = "a placeholder is not closed"
    static let closeTag = "end it with }}"
    static let unknownField = "a placeholder that nothing fills"
    static func fields(_ fields: [String]) -> String { "use one of \(fields.joined(separator: ", "))" }
    static let wrongEnd = "the section that ends here was not the last to begin"
    static let reverseOrder = "close first the section that was opened last"
    static let wrongList = "a list on this line does not have twelve months or seven days"
    static let partByCommas = "separate them with commas, from January or from Monday on"
    static let openSection = "a section that is never closed"
    static func closeSection(_ name: String) -> String { "end it with {{/\(name)}}" }
    static let unreadable = "the template cannot be read"
    static let seeLetters = "see the letters in Templates for how it is written"
    static let noText = "this template cannot be read as text"
    static let saveAsText = "save it as UTF-8, or remove it"
}
