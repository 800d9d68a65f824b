import Testing

@testable import WhoJoinedKit

struct NamePartsTests {
    @Test(arguments: [
        ("Zoë", "Zoe"), ("Łódź", "Lodz"), ("Straße", "Strasse"), ("Nguyễn", "Nguyen"), ("ÅsaÐ", "AsaD"),
        ("Å\u{81}ukasz", "Lukasz"), ("SiobhÃ¡n", "Siobhan"),
        ("Йосип", "yosyp"), ("Zoe\u{308}", "Zoe"), ("Ｚｏｅ", "Zoe"), ("Zоe", "Zoe"),
    ])
    func `a name in plain letters`(name: String, plain: String) {
        #expect(String(decoding: CleanName(name).bytes, as: UTF8.self) == plain)
    }

    @Test(arguments: ["Zoë Q", "❤️ Zoe ❤️", "👨‍👩‍👧 Zoe", "José", "Łukasz", "Йосип Коваль", "O’Hara"])
    func `honest letters are no disguise`(name: String) {
        #expect(!CleanName(name).isDisguised)
    }

    @Test func `a long name is cut, and cleaning what is clean changes nothing`() {
        #expect(CleanName(String(repeating: "é", count: 9000)).bytes.count == CleanName.limit)
        let once = String(decoding: CleanName("Đặng Thị Ánh").bytes, as: UTF8.self)
        #expect(String(decoding: CleanName(once).bytes, as: UTF8.self) == once)
    }

    @Test(arguments: [
        ("iPad (2)", NameReading.Kind.device), ("Ali's iPad", .person), ("Zara's mum", .relative),
        ("The Smith Family", .household), ("Leela & Rohan", .several), ("Rhea Quill and 2 more", .several),
        ("Rhea Quill + 1", .several), ("Rhea Quill und 3 weitere", .several), ("Rhea Quill 2", .person),
        ("Dr Who", .titled), ("zoom user", .generic), ("+44 7700 900123", .phone), ("...", .blank),
        ("Fireflies.ai Notetaker", .bot), ("a.b@c.example", .email),
        ("Jean-Luc Picard", .person), ("Max", .person), ("Mac", .device),
    ])
    func `what a display name says`(name: String, kind: NameReading.Kind) {
        #expect(NameReader(classKeys: [:]).read(CleanName(name).bytes).main.kind == kind)
    }

    @Test(arguments: ["Leo 4B", "4B Leo", "Leo (4B)", "Leo - 4b", "[4 B] Leo", "Leo | 4B"])
    func `a class in a display name is taken off`(name: String) {
        let parts = NameReader(classKeys: ["4b": "4b"]).read(CleanName(name).bytes)
        #expect(parts.classHint == "4b")
        #expect(parts.main.words == ["leo"])
    }

    @Test(arguments: [
        ("meghan", "megan"), ("yousef", "yousaf"), ("fathima", "fatimah"), ("mallick", "maalik"), ("akhtar", "akter"),
        ("reuban", "reuben"), ("yaqub", "yacob"),
    ])
    func `spellings of one name sound alike`(a: String, b: String) {
        #expect(sounds(of: a).loose == sounds(of: b).loose)
    }

    @Test(arguments: [
        ("hasan", "hussain"), ("amir", "omar"), ("salma", "salim"), ("nina", "nadia"), ("daniel", "danielle"),
    ])
    func `names that differ do not sound alike`(a: String, b: String) {
        #expect(sounds(of: a).strict != sounds(of: b).strict)
    }

    @Test(arguments: [
        ("wesr", "west", true), ("lvi", "levi", true), ("djodui", "djoudi", true), ("ruthh", "ruth", true),
        ("layba", "layla", false), ("yaseer", "yaseen", false),
    ])
    func `a finger slips to a neighbouring key`(typed: String, meant: String, isSlip: Bool) {
        let (typed, meant) = (Array(typed.utf8)[...], Array(meant.utf8)[...])
        #expect(isLikelySlip(typed: typed, meant: meant) == isSlip)
        #expect(typingDistance(typed, meant) == 1)
    }

    @Test(arguments: 0..<200)
    func `the distance of two words is that of the plain definition`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 1...9, using: &generator)).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
        }
        let (a, b) = (word(), word())
        #expect(typingDistance(a[...], b[...]) == plainDistance(a, b))
    }

    /// Changed, missing, added and swapped letters, by trying everything.
    private func plainDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = (0...a.count).map { i in (0...b.count).map { i == 0 ? $0 : $0 == 0 ? i : 0 } }
        for i in 1...a.count {
            for j in 1...b.count {
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }

    private func sounds(of word: String) -> SoundKey { SoundKey(of: Array(word.utf8)[...]) }
}
