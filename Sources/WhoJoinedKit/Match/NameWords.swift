/// Words that are no part of a person's name, by what they say. Lower case, blank-separated; parsed at first use.
enum NameWords {
    static let titles = words("mr mrs ms miss mx dr prof professor sir madam mme mister rev reverend fr father sr sister lady lord mstr")
    static let womensTitles = words("mrs ms miss madam mme lady sister sr")
    static let mensTitles = words("mr mister sir lord fr father")
    /// Of whom "X's …" is said: the account is a relative's, not the child's.
    static let relatives = words(
        """
        mum mums mummy mummys mom moms mommy mam mammy mama mamma mami maman mother dad dads daddy dada papa papi baba abba abbu ammi ammu father
        tata matka ojciec parent parents carer carers guardian nan nana nanny gran granny grandma grandmother grandad granddad grandpa grandfather
        grandparent grandparents aunt aunty auntie uncle stepmum stepdad stepmother stepfather childminder mamgu nain taid tadcu
        bibi nani dadi dida thatha amma appa rodzic rodzice opiekun
        """)
    static let households = words("family fam household residence clan crew home house")
    static let bots = words(
        "notetaker notetakers otterpilot otter fireflies fathom avoma supernormal sembly tactiq meetgeek tldv krisp grain airgram fellow jamie recorder recording transcriber transcript bot botnote scribe"
    )
    /// Bots that bear a person's name or a common word: only beside `ai`.
    static let botsWithNames = words("otter jamie grain fellow")
    static let deviceNouns = words(
        """
        ipad ipads iphone iphones ipod imac macbook macbookair macbookpro chromebook chromebooks laptop laptops desktop tablet tablets tab android samsung galaxy
        huawei xiaomi redmi oppo oneplus motorola moto nokia pixel lenovo thinkpad ideapad toshiba asus acer dell kindle xbox playstation ps4 ps5 nintendo
        computer computers pc phone phones mobile handset device devices smartphone surface windows apple realme vivo tcl alcatel zte lg htc nexus
        ipadpro ipadmini ipadair notebook webcam tv smarttv firetv roku chromecast echo portal sonyericsson xperia poco infinix tecno itel blackberry fairphone
        """)
    /// Words that belong to a device only beside another device word: `Galaxy Tab S9 Ultra`, `Amazon Fire`.
    static let deviceWords = words(
        "pro max mini air note tab ultra plus lite se edge fold flip neo play power prime nova mate honor honour amazon fire hd google microsoft hp sony mac macos ios win os book go series gen generation inch wifi school home work new old my spare shared family kids kid the one two switch redmi fan edition fe core young ace grand duo smart view z j a s x m p e g c"
    )
    static let generics = words(
        """
        guest guests user users student students pupil pupils learner learners zoom zoomuser teams teamsuser meet participant participants anonymous anon unknown unnamed
        noname nobody someone somebody anyone anybody me you him her them us host cohost admin administrator account name username nickname test testing tester
        default home house family class classroom school teacher reconnecting connecting loading joining attendee visitor person people kid kids child children
        private hidden hello hi hey yo bro sis na nil null none blank empty x xx xxx lol idk whoever my your ur our the a an and of in on user1 user2 online
        owner meeting room call caller video audio dialin ta staff cover supply browser web chrome safari edge firefox internet login signin not available n
        """)
    /// Tags that platforms and people append to a name.
    static let tags = words(
        """
        guest external unverified verified he him his she her hers they them theirs ze zir host cohost co presenter organiser organizer attendee student pupil learner
        me you internal anonymous muted away brb back phone audio only no video mobile zoom teams meet yr year class form school primary academy
        """)
    static let pronouns = words("he him his she her hers they them theirs it its ze zir xe xem any all pronouns")
    static let staffRoles = words(
        "ta hlta teacher headteacher head ht dht aht senco sendco slt dsl ddsl tutor lsa elsa cover supply staff teaching assistant deputy principal hod hoy lead admin office technician it"
    )

    private static func words(_ text: String) -> Set<String> { Set(text.split { $0 == " " || $0 == "\n" }.map(String.init)) }
}
