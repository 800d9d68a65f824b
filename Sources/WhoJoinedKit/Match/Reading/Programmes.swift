/// Recorders, note-takers and assistants that join calls by themselves; collected from their makers' pages 2026-11-29.
enum Programmes {
    /// The day of these lists, for `--version`.
    static let day = "2026-11-29"

    /// What a display name says of a programme.
    enum Sign { case product, nameOrProduct, role }

    static func sign(of words: [RawWord]) -> Sign? {
        let texts = words.map(\.text)
        func has(_ list: Set<String>) -> Bool { texts.contains(where: list.contains) }
        if texts.count == 1, let only = texts.first, only.hasSuffix("ai") || only.hasSuffix("bot"),
            products.contains(only)
        {
            return .product
        }
        for phrase in phrases where contains(phrase, in: texts) { return .product }
        let isSpoken = texts.contains { $0 == "ai" || $0 == "app" || $0 == "io" }
        if has(products) { return .product }
        if has(names), words.count > 1 {
            let follows = words.indices.dropFirst().contains { i in
                words[i - 1].isPossessive && names.contains(texts[i])
            }
            if isSpoken || follows || texts.contains(where: helpers.contains) { return .product }
        }
        if isSpoken, texts.contains(where: helpers.contains) { return .product }
        if has(roles) { return words.contains(where: \.isPossessive) || isSpoken ? .product : .role }
        if let last = words.indices.last, last > 0, words[last - 1].isPossessive, texts[last] == "notes" {
            return .product
        }
        return words.count == 1 && has(names) ? .nameOrProduct : nil
    }

    static func isRole(_ word: String) -> Bool { roles.contains(word) }

    private static func contains(_ phrase: [String], in words: [String]) -> Bool {
        words.count >= phrase.count
            && words.indices.dropLast(phrase.count - 1).contains { Array(words[$0..<($0 + phrase.count)]) == phrase }
    }

    private static let helpers: Set<String> = [
        "notetaker", "notes", "note", "assistant", "companion", "recorder", "recording", "bot", "meeting", "meetings",
        "read", "transcript",
    ]

    private static let phrases: [[String]] = [
        ["ai", "companion"], ["meeting", "notes"], ["meeting", "assistant"], ["ai", "notes"], ["ai", "assistant"],
        ["tl", "dv"], ["plaud", "note"], ["zoom", "recorder"], ["cloud", "recording"], ["microsoft", "copilot"],
        ["facilitator", "copilot"], ["note", "taker"], ["video", "recorder"],
    ]

    /// Nobody's names.
    private static let products = wordSet(
        """
        otterpilot otterai fireflies firefliesai avoma supernormal sembly semblyai tactiq meetgeek tldv airgram readai notta nottabot laxis
        circleback granolaai fathomai colibri hyprnote jamieai krispai meetjamie noty scribbl spinach spinachai bluedot vowel wudpecker zoomai
        copilotai geminiai plaud plaudnote mymeetingai rewatch nyota sonix trint verbit recallai chorusai gongio bubbles loopin equaltime
        demodesk modjo claap fellowapp read.ai botnote otterbot
        """)

    /// Also names of people or common words: alone the programme, where nobody of the class is called so.
    private static let names = wordSet(
        "otter jamie grain fellow fathom krisp gemini copilot granola chorus gong bluedot vowel tana")

    /// What also a child may write behind its name: `Barty Finch – notetaker`.
    private static let roles = wordSet(
        "notetaker notetakers recorder recording transcriber transcript transcription bot scribe")
}
