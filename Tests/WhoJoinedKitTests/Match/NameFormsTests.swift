import Testing

@testable import WhoJoinedKit

/// One name in two tongues, two spellings or the forms for a man and a woman: a question about that pupil, never the
/// pupil for certain and never a stranger.
struct NameFormsTests {
    /// On the roster, then typed.
    @Test(arguments: [
        ("Aoife Ó Ceallaigh", "Aoife Kelly"), ("Cathal Murphy", "Cathal Ó Murchú"),
        ("Méabh Nic Gabhann", "Méabh Smith"),
        ("Bríd Ní Bhriain", "Bríd O'Brien"), ("Eilidh NicDhòmhnaill", "Eilidh MacDonald"),
        ("Ruaridh Caimbeul", "Ruaridh Campbell"), ("Mared ap Huw", "Mared Pugh"), ("Gwen Bowen", "Gwen ab Owain"),
        ("Klára Svobodová", "Klára Svoboda"), ("Radek Hájek", "Radek Hájková"),
        ("Alicja Nowicka", "Alicja Nowicki"),
        ("Ugnė Butkutė", "Ugnė Butkus"), ("Rasa Petrauskaitė", "Rasa Petrauskas"),
        ("Eleni Dimitriou", "Eleni Dimitrios"),
        ("Artem Hryhorenko", "Artem Grigorenko"), ("Vesna Đorđević", "Vesna Djordjevich"), ("Ming Kwok", "Ming Guo"),
        ("Kai Tse", "Kai Xie"), ("Suji Jung", "Suji Jeong"), ("Linh Huỳnh", "Linh Hoàng"),
        ("Hodan Faarax", "Hodan Farah"),
        ("Liban Cigaal", "Liban Egal"), ("Lucía González", "Lucía Gonçalves"), ("Priya Iyer", "Priya Aiyar"),
        ("Kavin Nadarajah", "Kavin Natarajah"), ("Thivya Kandiah", "Divya Kandiah"),
        ("Ellis Stuart", "Ellis Stewart"), ("Katla Jónsdóttir", "Katla Jónsson"), ("Filip Beneš", "Filip Benešová"),
        ("Joy Beauchamp", "Joy Beecham"),
    ])
    func `another form of the family name is a question`(roster: String, typed: String) {
        #expect(MatchStage([roster, "Quentin Fillerby"]).answers([typed]) == ["ambiguous P1"])
    }

    /// `yuliya` sounds like `yuliia`, and that stands beside `julia`.
    @Test(arguments: [
        ("Yuliya Marsh", "Julia"), ("Tadhg Roche", "Tim"), ("Máire Hession", "Mary"), ("Mihangel Tew", "Michael"),
        ("Cabdiraxmaan Liibaan", "Abdirahman"), ("Jurgis Norvila", "George"), ("Maria Castillo", "Marie Castillo"),
        ("Dohyun Yoon", "Do Hyeon Yun"), ("Mary Finnegan", "Máire Ní Fhionnagáin"), ("Seoyeon Bang", "Seo Yun"),
        ("Zihan Luo", "Tzu-Han"),
    ])
    func `another form of the first name is a question`(roster: String, typed: String) {
        #expect(MatchStage([roster, "Quentin Fillerby"]).answers([typed]) == ["ambiguous P1"])
    }

    @Test func `forms of one name in two other tongues are two names, an initial makes no fit better`() {
        #expect(
            MatchStage(["Juan Pardo", "Rory O'Brien"]).answers(["Sean", "Rory Ó Riain"]) == ["uninvited", "uninvited"])
    }

    @Test func `a first name between two of the class or near by sound alone is a question`() {
        #expect(
            MatchStage(["Jad Khoury", "Joud Khoury", "Elan Mostyn"]).answers(["Jaud", "Elen"]) == [
                "ambiguous P1;P2", "ambiguous P3",
            ])
    }

    @Test func `a Slavic genitive beside a word for a parent names the child`() {
        let stage = MatchStage(["Jakub Wrona", "Tomasz Sowa", "Irina Kos"])
        #expect(
            stage.answers(["Mama Kuby", "Tata Tomka", "Mama Iriny"]) == [
                "ambiguous P1", "ambiguous P2", "ambiguous P3",
            ])
    }

    @Test func `a mother with her form of the family name is a question about the child`() {
        let link = MatchStage(["Jan Novák", "Quentin Fillerby"]).links(["Mrs Nováková"])[0]
        #expect((link.outcome, link.mayBeStranger) == (.ambiguous, true))
    }

    @Test func `first names of two pupils side by side are both, unless the last is a family name`() {
        let stage = MatchStage(["Evie Hall", "Alfie Moss", "James Pardo"])
        #expect(stage.answers(["Evie Alfie", "Evie James"]) == ["ambiguous P1;P2", "uninvited"])
    }

    @Test func `a family name of several comes before what is near to a first name`() {
        let stage = MatchStage(["Samih Ahmed", "Sami Ahmed", "Ahmad Raza"])
        #expect(stage.answers(["Ahmed"]) == ["ambiguous P1;P2;P3"])
    }

    @Test func `the full name of a pupil of another class comes before a part of two here`() {
        let stage = MatchStage(["Harriet Stone", "Hattie Wragg", "Harriet Wragg|5C"])
        #expect(stage.answers(["Harriet Wragg"]) == ["ambiguous P2;P3"])
    }

    /// A short word that reads like a name is one, unless two letters are swapped or one is left out.
    @Test(arguments: [("Isal Dray", "pupil P1"), ("Orel Pym", "ambiguous P2"), ("Rile Hask", "pupil P3")])
    func `a swap in a short first name is a slip, another letter may be another name`(typed: String, answer: String) {
        #expect(MatchStage(["Isla Dray", "Oren Pym", "Riley Hask"]).answers([typed]) == [answer])
    }
}
