/// Words that are no part of a person's name, by what they say. Lower case, blank-separated; parsed at first use.
enum NameWords {
    /// What a word may say: each list below has its bit, so that a word is looked up once.
    struct Kinds: OptionSet, Sendable {
        var rawValue: UInt32
        static let title = Kinds(rawValue: 1)
        static let womensTitle = Kinds(rawValue: 1 << 1)
        static let mensTitle = Kinds(rawValue: 1 << 2)
        static let relative = Kinds(rawValue: 1 << 3)
        static let relativeOrName = Kinds(rawValue: 1 << 4)
        static let household = Kinds(rawValue: 1 << 5)
        static let deviceNoun = Kinds(rawValue: 1 << 9)
        static let shortDeviceNoun = Kinds(rawValue: 1 << 10)
        static let deviceOrName = Kinds(rawValue: 1 << 11)
        static let deviceWord = Kinds(rawValue: 1 << 12)
        static let wordBeforeDevice = Kinds(rawValue: 1 << 13)
        static let generic = Kinds(rawValue: 1 << 14)
        static let tag = Kinds(rawValue: 1 << 15)
        static let outsideMark = Kinds(rawValue: 1 << 16)
        static let lastMark = Kinds(rawValue: 1 << 17)
        static let pronoun = Kinds(rawValue: 1 << 18)
        static let staffRole = Kinds(rawValue: 1 << 19)
        static let remark = Kinds(rawValue: 1 << 20)
        static let remarkFiller = Kinds(rawValue: 1 << 21)
        static let place = Kinds(rawValue: 1 << 22)
        static let kiss = Kinds(rawValue: 1 << 23)
        /// The first word of a greeting.
        static let lead = Kinds(rawValue: 1 << 25)
        static let ownersWord = Kinds(rawValue: 1 << 24)
    }

    static func kinds(of word: String) -> Kinds { table[word] ?? [] }

    private static let table: [String: Kinds] = {
        let lists: [(Kinds, String)] = [
            (.title, titles), (.womensTitle, womensTitles), (.mensTitle, mensTitles), (.relative, relatives),
            (.relativeOrName, relativesOrNames),
            (.household, households),
            (.deviceNoun, deviceNouns),
            (.shortDeviceNoun, shortDeviceNouns), (.deviceOrName, devicesOrNames), (.deviceWord, deviceWords),
            (.wordBeforeDevice, wordsBeforeDevices),
            (.generic, generics), (.tag, tags), (.outsideMark, outsideMarks), (.lastMark, lastMarks),
            (.pronoun, pronouns), (.staffRole, staffRoles),
            (.remark, remarks), (.remarkFiller, remarkFillers), (.place, places), (.kiss, kisses),
            (.ownersWord, ownersWords),
            (
                .lead,
                "its itz iz im iam hi hello hey heyy heyyy heyyyy hiya heya my this it i the pupil student learner handy tel mob"
            ),
        ]
        var table: [String: Kinds] = [:]
        for (kind, text) in lists {
            for word in linesOfWords(text).joined() { table[word, default: []].insert(kind) }
        }
        return table
    }()

    private static let titles =
        "mr mrs ms miss mx dr prof professor sir madam mme mister rev reverend fr father sr sister lady lord mstr"
    private static let womensTitles = "mrs ms miss madam mme lady sister sr"
    private static let mensTitles = "mr mister sir lord fr father"
    /// Of whom "X's …" is said: the account is a relative's, not the child's.
    private static let relatives = """
        mum mums mummy mummys mom moms mommy mam mammy mama mamma mami maman mother dad dads daddy dada papa papi baba abba abbu ammi ammu father
        tata matka ojciec parent parents carer carers guardian nan nana nanny gran granny grandma grandmother grandad granddad grandpa grandfather
        grandparent grandparents aunt aunty auntie uncle stepmum stepdad stepmother stepfather childminder mamgu nain taid tadcu gu cu
        bibi nani dadi dida thatha amma appa rodzic rodzice opiekun tad tadi mamaw chwaer brawd modryb ewythr umm hooyo aabo aabbe ayeeyo awoowe
        abat enat annesi babasi babaanne anneanne teyze abla abi babicka dedecek babcia babunia dziadek dziadzio ciocia wujek mamusia tatus bunica
        bunicul babushka dedushka tato tatu babusia didus tetis mociute senelis mae pai tia tio avo vovo abuela abuelo padre madre mere pere vater
        mutter oma opa nonna nonno yiayia pappous khala chachi chacha mamu mataji pitaji taya athair mathair daideo mamo seanair seanmhair nne
        ukhti walid walida vovo mamy taty babci dziadka mamei bunicii mata moeder vader anya apa nagymama stiefvater stiefmutter sister brother uncle father anne
        """
    /// Also given names, titles or other words: relatives only where a possessive stands before them.
    private static let relativesOrNames =
        "anne ma pa abu papa nana baba dada amma mama sister brother uncle father tia mae pai abla abi apa mata opa oma tad umm abat enat nne mere mamo taya chacha mamu tata"
    /// Whose father or mother somebody says to be, also as a roster's relationship has it.
    static func relation(of word: String) -> NameReading.Relation? {
        mothers.contains(word) ? .mother : fathers.contains(word) ? .father : nil
    }

    private static let mothers = wordSet(
        """
        mum mums mummy mummys mom moms mommy mam mammy mama mamma mami maman mother ammi amma umm hooyo enat anne annesi mamusia mae madre mere
        mutter mataji mathair moeder matka
        """)
    private static let fathers = wordSet(
        """
        dad dads daddy dada papa papi baba abba abbu father tata ojciec tad tadi aabo aabbe abat babasi tatus tato tatu tetis pai padre pere
        vater pitaji athair vader appa abu
        """)
    private static let households =
        "teulu familia famille familie famiglia rodzina rodina familja csalad seima ailesi qoyska family fam household residence clan crew home house"
    private static let deviceNouns = """
        ipad ipads iphone iphones ipod imac macbook macbookair macbookpro chromebook chromebooks laptop laptops desktop tablet tablets tab android samsung galaxy
        huawei xiaomi redmi oppo oneplus motorola moto nokia pixel lenovo thinkpad ideapad toshiba asus acer dell kindle xbox playstation ps4 ps5 nintendo
        computer computers pc phone phones mobile handset device devices smartphone surface windows apple realme vivo tcl alcatel zte lg htc nexus
        ipadpro ipadmini ipadair notebook webcam tv smarttv firetv roku chromecast echo portal sonyericsson xperia poco infinix tecno itel blackberry fairphone
        telefon telefonu telefonul telefono telefoon telefone telefonas telefona tilifon mobiltelefon smartfon ordinateur portable ordenador movil
        telemovel computador komputer tableta tablette tableti bilgisayar bilgisayari iphoneu ipadi laptopu guthan ffon cyfrifiadur
        """
    /// Written in one with its owner's name: `hannahsipad`. None of them ends a given name.
    static let gluedDevices = [
        "iphone", "phone", "ipad", "laptop", "chromebook", "macbook", "tablet", "xbox", "playstation", "computer",
        "kindle",
        "pc", "samsung", "android", "switch",
    ]
    /// Between a device and its owner, in the languages that phones speak: `iPad van Nia`, `iPhone di Sienna`,
    /// `Telefonul lui Radu`; collected 2026-11-30.
    private static let ownersWords =
        "van von vom de di da do du del della dello des dos das lui of od af fra for la le el den der het"
    /// What is said of camera, sound, connection and health: enough to know a remark by; collected 2026-11-30.
    private static let remarks = """
        camera cameras cam cams mic mics mike microphone sound audio webcam broken working muted unmuted wifi internet connection signal battery lag
        laggy lagging glitching frozen buffering upstairs downstairs hospital poorly ill sick unwell brb afk late running sorry charging here hear
        speak talk headphones headset lol haha hahaha
        """
    /// Words that stand beside those and say nothing alone.
    private static let remarkFillers = """
        no not is isnt are was were will be been has have had i me my the a an on off at in from to of for it its very bad good poor low out cant
        cannot dont doesnt wont wasnt today now again soon back left leaving leave early going gone away min mins minutes only because and but so too
        really different other new same tomorrow still turned problem problems issue issues trouble dead dying
        """
    /// Where a child is, behind a preposition or before a number: `in bed`, `Ward 4`. Many are family names too.
    private static let places =
        "ward room bed car bus train garden kitchen home house school library work flat hotel office"
    private static let kisses = "x xx xxx xxxx xxxxx xo xox xoxo xoxoxo"
    /// Devices alone or after a possessive: `Ali's Mac`.
    private static let shortDeviceNouns = "mac hp fire switch"
    /// Alone rather somebody's name.
    private static let devicesOrNames = "vivo poco portal"
    /// Makers and owners before a device: `Amazon Fire`, `The family iPad`.
    private static let wordsBeforeDevices =
        "amazon google microsoft apple my the our new old school home spare hp sony work family kids"
    /// Words that belong to a device only beside another device word: `Galaxy Tab S9 Ultra`, `Amazon Fire`.
    private static let deviceWords =
        "pro max mini air note tab ultra plus lite se edge fold flip neo play power prime nova mate honor honour amazon fire hd google microsoft hp sony mac macos ios win os book go series gen generation inch wifi school home work new old my spare shared family kids kid the one two switch redmi fan edition fe core young ace grand duo smart view z j a s x m p e g c"
    private static let generics = """
        guest guests user users student students pupil pupils learner learners zoom zoomuser teams teamsuser meet participant participants anonymous anon unknown unnamed
        noname nobody no one someone somebody anyone anybody internal me you him her them us host cohost admin administrator account name username nickname test testing tester
        default home house family class classroom school teacher reconnecting connecting loading joining attendee visitor person people kid kids child children
        private hidden hello hi hey yo bro sis na nil null none blank empty x xx xxx lol idk whoever my your ur our the a an and of in on user1 user2 online
        owner meeting room call caller video audio dialin ta staff cover supply browser web chrome safari edge firefox internet login signin not available n
        """
    /// Tags that platforms and people append to a name.
    private static let tags = """
        guest external unverified verified he him his she her hers they them theirs ze zir host cohost co presenter organiser organizer attendee student pupil learner
        me you internal anonymous muted away brb back phone audio only no video mobile zoom teams meet yr year class form school primary academy
        """
    private static let outsideMarks = "guest external unverified"
    /// Taken off the end of a name.
    private static let lastMarks = "guest external unverified host cohost"
    private static let pronouns = Pronouns.english + " pronouns"
    private static let staffRoles =
        "ta hlta teacher headteacher head ht dht aht senco sendco slt dsl ddsl tutor lsa elsa cover supply staff teaching assistant deputy principal hod hoy lead admin office technician it"
}
