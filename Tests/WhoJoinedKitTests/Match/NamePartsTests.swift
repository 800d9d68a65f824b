import Testing

@testable import WhoJoinedKit

struct NamePartsTests {
    @Test(arguments: [
        ("Zoë", "Zoe"), ("Łódź", "Lodz"), ("Straße", "Strasse"), ("Nguyễn", "Nguyen"), ("ÅsaÐ", "AsaD"), ("Å\u{81}ukasz", "Lukasz"), ("SiobhÃ¡n", "Siobhan"),
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
        ("iPad (2)", NameReading.Kind.device), ("Ali's iPad", .person), ("Zara's mum", .relative), ("The Smith Family", .household), ("Leela & Rohan", .several),
        ("Dr Who", .titled), ("zoom user", .generic), ("+44 7700 900123", .phone), ("...", .blank), ("Fireflies.ai Notetaker", .bot), ("a.b@c.example", .email),
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

    @Test(arguments: [("meghan", "megan"), ("yousef", "yousaf"), ("fathima", "fatimah"), ("mallick", "maalik"), ("akhtar", "akter"), ("reuban", "reuben")])
    func `spellings of one name sound alike`(a: String, b: String) {
        #expect(SoundKey.keys(of: a).loose == SoundKey.keys(of: b).loose)
    }

    @Test(arguments: [("hasan", "hussain"), ("amir", "omar"), ("salma", "salim"), ("nina", "nadia"), ("daniel", "danielle")])
    func `names that differ do not sound alike`(a: String, b: String) {
        #expect(SoundKey.keys(of: a).strict != SoundKey.keys(of: b).strict)
    }

    @Test(arguments: [("wesr", "west", true), ("lvi", "levi", true), ("djodui", "djoudi", true), ("ruthh", "ruth", true), ("layba", "layla", false), ("yaseer", "yaseen", false)])
    func `a finger slips to a neighbouring key`(typed: String, meant: String, isSlip: Bool) {
        #expect(isLikelySlip(typed: typed, meant: meant) == isSlip)
        #expect(typingDistance(typed, meant, limit: 1) == 1)
    }
}
