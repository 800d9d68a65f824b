/// Short forms and spelling variants of given names, as British school registers hold them. Written for this program.
enum Nicknames {
    /// The day of this list, for `--version`.
    static let day = "2026-11-30"

    /// One name a line, then its short and pet forms. A short form may belong to many names.
    static let shortForms = """
        francisco pancho kiko curro chico
        jose ze zeca josito
        guadalupe lupe lupita
        eduardo edu lalo duda dudu
        eduarda duda
        alberto beto tito
        roberto beto tito
        manuel manu nel
        isabel chabela
        consuelo chelo
        pilar pili
        antonio tono tonho
        vicente chente vince
        santiago chago
        sebastian sebas
        alejandro ale jandro alex
        alejandra ale jandra alex
        fernando nando fer
        fernanda nanda fer
        leticia leti
        beatriz bia bea
        margarida guida
        joao joca joazinho
        luciana lu
        gustavo guga gus
        carolina carol
        gabriela bia
        rodrigo digo
        guilherme gui guigui
        henrique rique kiko
        pedro pedrinho perico
        ricardo cado
        joaquin quino quin joaco
        joaquim quim joca
        miguel migue
        luis lucho luisinho
        carlos charly carlitos
        diego dieguito
        andres andy
        rosario charo
        montserrat montse
        stanislaw stasiek
        malgorzata goska
        krystyna kryska
        barbara baska
        jadwiga jadzia
        jozef jozek
        kazimierz kazik
        wladyslaw wladek
        mikolaj mikus
        michal michalek
        pawel pawelek
        piotr piotrus
        jakub kubus
        mateusz mateuszek
        anna anka andzia
        ewa ewunia
        agnieszka agnisia
        aleksandra olka
        malwina malwinka
        weronika weronka
        magdalena magdusia
        hana hanka hanicka
        eliska eli elinka
        petr peta petrik
        pavel pavlik paja
        tomas tomik tomasek
        lukas lukasek
        martin martinek
        jaroslav jarda jarek slavek
        miroslav mirek
        stanislav stanik standa
        ladislav lada
        radoslav radek
        jana janca janicka
        lenka lena
        lucie lucka
        erzsebet bozsi erzsi zsoka
        katalin kati kata
        zsuzsanna zsuzsi zsuzsa
        ildiko ildi
        gyorgy gyuri
        jozsef joco joci
        janos jani
        istvan isti
        mihaly miska
        gabor gabi
        tamas tomi
        balazs balazska
        bence bencus
        eszter eszti
        agnes agi
        judit jutka
        boglarka bogi
        yevhen zhenya zhenia
        yevheniia zhenya zhenia
        volodymyr volodya
        vladimir volodya
        mykhailo mykhas mishko
        oleksandr sashko oleksa
        oleksandra sashka lesia
        kateryna katrusia katya
        mariia marusia masha marichka
        anastasiia nastia
        dmytro dmytryk
        ivan vania ivanko
        andrii andriiko
        nataliia natalka nata
        tetiana tania tetianka
        yuliia yulka
        olha olia
        iryna ira irynka
        svitlana svita lana
        vasyl vasia
        serhii serhiiko seriozha
        ibrahim ibo
        fatma fatos
        hatice hatca
        emine emis
        gheorghe gicu
        vasile vasilica
        elena lenuta
        maria maricica
        konstantinos kostis dinos
        dimitrios dimitris mitsos
        georgios yorgos giorgos
        ioannis giannis
        panagiotis takis
        evangelia litsa
        aikaterini katerina katia
        fatoumata fatou
        vojtech vojta
        frantisek franta fanda
        barbora bara barca
        karolina kaja
        matej mata
        ondrej ondra
        jan honza jenda
        josef pepa
        vaclav vasek
        tereza terka
        katerina katka kacka
        zuzana zuzka
        alzbeta betka
        jiri jirka
        michaela misa
        veronika verca
        istvan pisti
        jozsef jozsi
        sandor sanyi
        ferenc feri
        laszlo laci
        gergely gergo
        janos jancsi
        mihaly misi
        dorottya dorka
        jesus chuy
        dolores lola
        ignacio nacho
        enrique quique
        mercedes merche
        concepcion concha
        francisca chica
        grzegorz grzesiek
        ignacy ignas
        sebastian basti
        johannes hannes
        friederike rike
        aleksandar aca
        dimitar mitko
        viacheslav slava
        valeriia lera
        daryna dasha
        tewodros teddy
        selamawit selam
        yiannis yanni
        giorgos george
        panagiotis panos
        ioannis yannis
        konstantinos kostas kosta
        nikolaos nikos niko nick
        nikolai nik kolya niko
        sebastien seb bas
        davina vina
        emanuela ela emma
        emmanuella ella emma
        ottilie tilly ottie
        rosalyn rose rosie
        rosalie rose rosie
        mollie moll
        zachery zac zach
        raymundo ray
        marley marls
        harley har
        mckenzie kenzie mac
        evangelina eva evie
        lysander sandy
        percival percy
        persephone percy seph
        isadora izzy dora
        josiah jo joe
        savanna sav
        adrianna adri
        brianna bri
        tiana tia
        ottoline ottie otty
        clementina clem clemmie
        bernardo bernie
        antoine tony
        jeanette jean nettie
        marianna mari anna
        adeline addie addy
        kristine kris krissy
        kristina kris krissy tina
        kristian kris
        kristopher kris topher
        junior junie jr
        annette nettie netta ann
        addison addie addy
        abigail abi abbie abby gail abs
        abraham abe bram ibby
        abdullah abdul abs abz
        abdulrahman abdul abdur rahman abdi
        abdirahman abdi
        abdulaziz aziz abdul
        adam ads ad adz
        adebayo bayo ade
        adedayo dayo ade
        adeola ola ade
        adebola bola ade
        aderonke ronke
        adesola sola ade
        adetokunbo tokunbo toks ade
        adelaide addie addy ada heidi
        adele addie della
        adrian ade adi
        adriana adi ria
        agata aga
        agnieszka aga agusia
        agnes aggie nessa
        aisling ash
        alan al
        alana lana
        alastair al ali ally alec
        albert al bert bertie albie
        aleksander alek olek alex sasha
        aleksandra ola alex sasha olenka
        alexander alex al alec alek xander zander sandy sasha lex ali ally lexi eck
        alexandra alex al ali lexi lexie lex sandra sasha sandy alexa ally xandra
        alexandru alex alecu sandu
        alexandrina alex
        alexis alex lexi lexie
        alfred alf alfie fred freddie freddy
        alice ali allie ally
        alicia ali lissy lish allie ally ali
        alison ali allie ally
        alistair al ali ally
        aloysius al lou
        amanda mandy manda
        amarjit amar
        amandeep aman deep
        amelia amy millie milly mia mel mila melia ames
        amelie millie milly amy mel
        anastasia ana annie stacey stasia nastya tasia ani
        anastasija ana nastya
        anastasiia nastya ana
        andrea andie andy drea
        andrei andy
        andreea deea andre
        andrew andy drew andi dru
        andriy andrii
        andrzej andy jedrek
        angela angie ange
        angelica angie jelly
        angelina angie lina gela
        ann annie nan
        anna annie ania ann anya hania
        annabel anna bella belle annie bel
        annabelle anna bella belle annie bel
        annalise anna annie lise
        anne annie
        annie ann anna
        anthony tony ant anth anto
        anthonia toni
        antonia toni tonia
        antonio tony toni
        antoni antek
        antoinette toni netta
        archibald archie archy baldie
        archie arch
        arabella bella belle ara
        arthur art artie arty
        artur art artie
        ashleigh ash
        ashley ash
        ashton ash
        athena thena
        audrey audie
        augustus gus augie
        augustine gus austin
        aurelia aura lia
        aurora rory
        austin aus
        ayomide ayo mide
        ayodele ayo dele
        ayotunde ayo tunde
        babatunde tunde baba
        balwinder bal
        barbara barb babs basia bobbie
        barnaby barney barn
        bartholomew bart
        bartlomiej bartek bart
        bartosz bartek bart
        basil baz
        beatrice bea bee trixie
        beatrix bea bee trixie
        belinda bel lindy
        benedict ben benny
        benjamin ben benji benny benj jamin
        bernadette bernie detta
        bernard bernie
        bethan beth bethie
        bethany beth bethie
        bilal bill
        billie bill
        blessing bless
        boluwatife bolu tife
        boguslaw bogdan
        bogdan bogdi
        bradley brad
        bradford brad
        brandon bran
        branwen bran
        brendan bren
        brian bri
        bridget bridie biddy bridge
        bronwen bron
        bronwyn bron
        bryony bry
        caitlin cait cat katie
        callum cal
        calvin cal
        cameron cam
        camilla millie milly cam mila
        camille cam millie
        candice candy
        caoimhe kiva
        carlos carl
        carly carl
        carol caz
        caroline caz carrie caro line
        carolina caro lina
        casimir caz
        cassandra cass cassie sandra
        catalina cata lina
        cathal cal
        catherine cath cathy kate katie kat cat kitty kath kathy catie cate caz
        catriona cat trina cath
        cecilia celia cece cissy ceci
        cerys cez
        chantelle chan
        charles charlie chas chuck charley chaz
        charlotte charlie lottie lotty char charley lotte charl
        charity chari
        chelsea chels
        cheryl chez
        chiamaka amaka
        chibuzo buzo
        chidera dera
        chidinma dinma
        chidi chi
        chimamanda amanda
        chinedu nedu edu
        chinonso nonso
        chioma chi
        chloe clo coco
        christian chris
        christina chris tina chrissy christie
        christine chris chrissy tina christie
        christopher chris topher kit christy kester
        chukwuemeka emeka
        chukwudi chudi
        clara
        clarissa clari rissa
        claudia claud
        clementine clem clemmie
        clement clem
        clifford cliff
        clive cli
        conor con
        connor con
        constance connie
        constantin costi costel
        constantine con costa
        cordelia delia cora dilly
        corey cor
        cornelius con neil
        cosmina mina
        courtney court
        craig craigy
        crispin cris
        cristian cris cristi chris
        cristina cris cristi tina
        crystal crys
        curtis curt
        cynthia cindy
        cyril cy
        dafydd dai daf taff
        damilola dami lola
        damian dame damo
        damien dame damo
        danielle dani danny ellie elle
        daniel dan danny dani daz
        daniela dani dana ela
        daria dasha
        dariusz darek
        darren daz
        david dave davie davy dai dav
        davinder dav
        dawid dave
        deborah deb debbie debs
        declan dec deccy
        deepak deep
        delilah lila lilah del
        demetrius dem
        demi dem
        denise den
        dennis den denny
        derek del
        desmond des
        destiny des dest
        diana di dee
        diane di
        dilys dil
        dimitri dima mitya
        dimitrios dimitri jimmy
        dmytro dima mitya
        dmitri dima mitya
        dominic dom nic
        dominik dom
        dominique dom
        donald don donny
        donna don
        donovan don
        dorothy dot dottie dolly dory
        dorothea thea dot dora
        douglas doug dougie
        duncan dunc
        dylan dyl
        ebenezer eben
        ebony eb ebs
        edgar ed eddie
        edith edie eda
        edmund ed eddie ned ted eddy
        edward ed eddie ted teddy ned ned eddy ward
        edwin ed eddie eddy
        efosa efe
        eilidh ails
        eilis eili
        elaine laney
        eleanor ellie nell nellie elle nora ella lena ellen el elly nellie
        elena lena ellie ella
        eli el
        elias eli
        elijah eli lijah
        eliza liza lizzie
        elizabeth liz lizzie beth betty eliza ellie elsie libby lisa bess lizzy bessie liza betsy betty lily liv elle elspeth lil zabeth
        elisabeth liz lizzie beth betty lisa elsie libby lis
        elisabeta eli beta
        ellen ellie nell ell
        elliot eli ell
        elliott eli ell
        ellis el
        eloise ellie lois elle lou
        elspeth elsie beth ellie
        elvira elvi vera
        elzbieta ela
        emanuel manny eman
        emmanuel manny eman manu
        emily em emmy emmie millie milly mils ems
        emilia emi mila em milka millie
        emma em emmie emmy ems
        emmeline em emmie
        emmett em
        emeka mek
        enrique rick
        eric rick ricky
        erica rica
        erin ez
        ernest ernie
        esme es
        esmeralda esme
        esther essie hettie
        ethan eth
        eugene gene
        eugenia genie
        eunice eun
        euphemia effie
        evangeline eva evie angie
        eve evie
        evelyn eve evie evy lyn
        eva evie eve
        evan ev
        ewa ewka
        ezekiel zeke eze
        ezra ez
        faith fay
        fatima fati tima
        favour fav
        felicia fel fliss licia
        felicity fliss flick flic lissy flissy felix fee
        felix fee
        ferdinand ferdie
        fergus ferg gus
        filip fil
        finlay fin finn
        finley fin finn
        finnian fin finn
        fiona fi fee
        fleur flo
        florence flo florrie flossie flora
        florin flo
        fortune fort
        frances fran frankie franny francie
        francesca fran frankie frances franny chess cesca chessie francie
        franciszek franek
        francisco fran paco
        francis frank frankie fran
        franklin frank frankie
        frank frankie
        frederick fred freddie freddy rick eric fredrick
        frederica freddie rica
        freya frey
        fyodor fedya
        gabriel gabe gab gabi
        gabriella gabby ella gabi bella
        gabrielle gabby elle gabi
        gabriela gabi gabby ela
        gareth gaz gar
        gary gaz
        gavin gav
        gemma gem gems
        genevieve gen evie viv eve ginny jenny
        geoffrey geoff jeff
        george georgie geo
        georgia georgie george gia
        georgiana georgie ana georgie
        georgina georgie gina george
        geraint ger
        gerald gerry ged
        geraldine gerry
        gerard ged gerry
        gertrude gertie trudy
        gethin geth
        gideon gid
        gilbert gil bert
        gillian gill gilly
        giovanni gio
        giuseppe beppe
        gladys glad
        gloria glo
        glynis glyn
        godfrey goff
        gordon gord gordie
        grace gracie
        graham gray
        gregory greg gregor
        grigore grig
        grzegorz greg grzes
        guinevere gwen
        gulshan gul
        gurdeep gur
        gurpreet gur preet guri
        gustav gus
        gwendolyn gwen
        gwenllian gwen llian
        gwilym gwil will
        hadiza diza
        hamish ham
        hannah han hana hannie anna
        harriet hattie harri hatty harrie hettie
        harrison harry har
        harold harry hal
        harry haz
        harpreet har preet harps
        harvey harv
        harvinder harv
        hayley hayls
        hazel haz
        heather heath
        heidi hei
        helena helen lena ellie nell nellie
        helen nell ellie lena
        henrietta hattie etta henry hetty hettie
        henry harry hal hen
        henryk heniek
        herbert herb bert bertie
        hermione mione hermy
        hilary hils
        holly hols
        hollie hols
        honor norrie
        horatio horace
        howard howie
        hubert hugh bert
        hugh hughie
        hugo hugh
        humphrey hump
        humaira huma
        ian iain
        ibrahim ibby ibra ib
        ibukunoluwa ibukun ibk
        idris id
        ieuan iew
        ifeoluwa ife ifeo
        ignatius iggy
        ignacy iggy
        igor iggy
        ikechukwu ike iyke
        imogen immy imo immie gen
        inderjit inder
        indiana indie indy
        ingrid inga
        ioana iona
        iolanthe io
        ionut ion
        irene rena
        iris ris
        isaac zac ike isa zak
        isabel izzy bella belle bel isa issy izzie ibby tibby
        isabelle izzy bella belle bel isa issy izzie elle
        isabella izzy bella belle bel isa issy izzie ella
        isaiah zay
        isambard issy
        isidore izzy
        isla isy
        isobel izzy bella bel isa issy izzie
        israel izzy
        iwona iwka
        jack jackie jacko
        jackson jack jax
        jacqueline jackie jacqui
        jacob jake coby jay cob
        jade jay
        jaden jay
        jagdeep jag
        jakub kuba jake jakob
        james jim jimmy jamie jem jimbo jay jamesy
        jan jasiu janek
        jane janie janey
        janet jan
        janice jan
        jasmine jas jazz jazzy jasmin mina jaz
        jason jay jace
        jasper jas
        jaspreet jas preet jassi
        jaswinder jas jaz
        jayden jay
        jean jeanie
        jeffrey jeff
        jemima mima jem jemmy
        jennifer jen jenny jenna jennie
        jeremiah jerry jem jez miah
        jeremy jez jem jerry
        jerome jerry
        jerzy jurek
        jessica jess jessie jessy jes
        jesse jess
        jillian jill
        joan joanie
        joanna jo joey asia joasia
        joanne jo
        jocelyn joss
        joel joey
        johanna jo hanna
        john johnny jack jon jock
        jonathan jon jonny jonnie nathan johnny jono
        jonah jon
        jordan jord jords jordy
        jose pepe
        joseph joe joey jo jos
        josephine jo josie joey posy fifi jojo
        joshua josh joshy
        joyce joy
        judith judy jude judi
        julia jules
        julian jules jule
        juliana jules ana
        julie jules
        juliet jules julie
        julius jules
        justin just
        justyna justa
        kacper kasper
        kaitlyn kait kaitie katie
        kamaldeep kamal
        kamil kam
        karen kaz
        karim kaz
        karolina karo lina
        kasper kas
        katarzyna kasia kate kat
        katarina kat kata
        kate katie
        katelyn kate katie kait
        katherine kate katie kat kath kathy kitty kit kay kathie
        kathleen kath kathy kate katie kay
        kathryn kate katie kat kath kathy
        katrina kat trina kate
        kayleigh kay kayls
        keeley kee
        keira kiki
        kelechi kel
        kelsey kels
        kenneth ken kenny
        kerensa kerry
        keziah kez kizzy kezi
        khadija khadi dija
        kiera kiki
        kieran kier
        kimberley kim kimmy
        kimberly kim kimmy
        kirsten kirsty
        kirsty kirst
        konstantin kostya kosta
        kornelia nela
        krystyna krysia
        krzysztof krzys chris
        kuldeep kul
        kulwinder kul
        kwabena kobby
        kwadwo kojo
        kyle ky
        lachlan lachie lach
        laila lai
        lakshmi laxmi
        latisha tish tisha
        laura lau lori laurie
        lauren laurie loz ren
        laurence larry laurie loz
        lawrence larry laurie law loz
        leanne lea
        leila lei
        leighton leigh
        lennon len lenny
        leonard len lenny leo leon
        leonardo leo leon
        leon leo
        leopold leo poldi
        leonie leo
        leslie les
        leszek lech
        leticia letty tish
        lewis lew lewie lou
        lexi lex
        liam li
        lidia lida
        lilian lil lily lilly
        lillian lil lily lilly
        liliana lil lily lilly ana
        lily lil lils
        lincoln linc
        linda lin lindy
        lindsay linds
        lionel leo
        lilith lily lil
        llewellyn llew lyn
        llinos lin
        logan logie
        loreto lori
        lorenzo enzo renzo
        lorna lorn
        lorraine lori raine
        louis lou louie
        louisa lou lulu isa
        louise lou lulu weez
        lucas luke luc luca
        lucia lucy luce lulu
        lucian luci
        lucille lucy lulu
        lucinda lucy cindy cinda
        lucjan lucek
        lucy lu luce lulu
        ludmila luda mila lyuda
        ludovic ludo
        luke lukey
        lukas luke luk
        lukasz luke luk luki
        lydia lyd liddy lyds
        lyubov lyuba
        mackenzie mac kenzie mack
        maciej maciek
        macsen mac
        madeleine maddie maddy mads madge
        madeline maddie maddy mads madge
        madison maddie maddy mads madi
        magdalena magda maggie lena madzia
        magnus mags
        mahmoud moody
        maisie mai mais
        malcolm mal malc
        malgorzata gosia maggie malgosia
        malachi mal
        mandeep mandy mani
        manjit manj
        manpreet mani preet manny
        manuel manny manolo
        marcel marc
        marcin marc
        marcus marc mark
        margaret maggie meg peggy mags madge greta marge daisy margie rita megan margo
        margarita rita margo
        margot margo
        maria mia ria mari masha
        mariam mari
        marian mari
        mariana mari ana
        marie mia
        mario mari
        marianne mari anne
        marigold goldie mari
        marika mari
        marina mari rina
        mariusz mario
        mark marky
        marlon marl
        marta marti
        martha marty mattie
        martin marty mart
        martyna marti
        marvin marv
        mary molly polly mae may
        maryam mari
        mateusz mati matt mat
        mathew matt matty mat
        mathilda tilly tilda mattie matty tillie
        matilda tilly tilda mattie matty tillie til
        matthew matt matty mat mattie
        matthias matt matty
        maureen mo
        maurice mo
        maverick mav rick
        maximilian max maxi milian
        maximus max
        maxine max
        maxwell max
        maya may
        megan meg megs meggie
        meghan meg megs
        meirion mei
        melanie mel
        melissa mel lissa missy lissy
        melody mel
        mercedes mercy sadie
        meredith merry
        mervyn merv
        mia mimi
        michael mick mike mikey mickey micky micah mikael mikie mich
        michaela mick kayla mickey mica mikki
        michalina michasia
        michal mike michas
        michelle shell chelle shelly mich
        miguel mig
        mihai misu
        mikhail misha mike
        mikolaj miki nick
        mildred millie milly
        miles milo
        milena mila
        millicent millie milly
        miranda mandy randy mira
        miriam mim miri mimi
        miroslaw mirek
        mitchell mitch
        mohammed mo moe mohd med moh hammed moha
        moira mo
        molly mol moll mols
        monica mon mona monnie
        montgomery monty
        morgan mo morgs
        morwenna wenna
        moses mo
        muhammadu mo
        murray muz
        myfanwy fanny myf
        myroslav miro
        mykola kolya nick
        mykhailo misha mykha
        nadia nads
        nancy nance
        naomi nay
        nasreen nas
        natalia nat talia nati natasha natka tala
        natalie nat nattie talie
        natasha tash tasha nat nats
        natasza nat tasza
        nathan nate nath nat
        nathaniel nate nath nathan nat nathe
        nathanael nate nath nathan nat
        navdeep nav
        navjot nav
        neil neily
        nehemiah nemi
        nerys nez
        nevaeh nev
        neville nev
        niamh neev
        nicholas nick nicky nico nic nicko klaus
        nicola nicky nic nikki nicki
        nicole nicky nic nikki nicki nico cole
        nicolae nicu nic
        nicoleta nico nicky
        nigel nige
        nikita nikki nik
        nikola nik niki
        nikolas nik nick niko
        noah no
        nora norrie
        norman norm
        obianuju uju
        octavia tavi tavia
        odette odie
        oghenekaro karo
        oksana oksi
        oladipo dipo ola
        olaoluwa ola
        oladele dele ola
        olamide ola mide lamide
        olena lena
        olivia liv livvy livia ollie livi olive via livs livvie
        oliver ollie olly ol oli noll
        oliwia liwia oli
        oliwier oli oliver
        oluwaseun seun
        oluwadamilola dami damilola lola
        oluwaseyi seyi
        oluwatobi tobi tobiloba
        oluwatobiloba tobi tobiloba
        oluwatoyin toyin
        oluwafemi femi
        oluwakemi kemi
        oluwatomisin tomisin tomi
        oluwanifemi nifemi nife
        omolola lola
        omotola tola
        omotayo tayo
        onyekachi kachi
        ophelia phelia effie
        oreoluwa ore
        oscar ossie oz oski
        osian os
        oskar ossie oz
        oswald oz ozzy
        owain ow
        owen ow
        paige pai
        pamela pam pammie
        pardeep par
        parminder par
        parveen par
        pascoe pasc
        patricia pat trish patsy tricia patty tish
        patrick pat paddy rick packie
        patrycja patka pat
        patryk pat
        paul paulie
        paula paulie
        pauline paula
        pavlo pasha
        penelope penny pen nell poppy
        perpetua perri
        peter pete petey
        petra pet
        petre petrica
        peyton pey
        philip phil pip
        phillip phil pip
        philippa pippa pip philly flip
        philomena phil mena
        phoebe pheebs fee bee
        phyllis phyl
        pierce pier
        piotr piotrek pete
        poppy pops
        precious presh
        prakash kash
        preston pres
        primrose prim rose rosie
        prince princey
        priscilla cilla pris
        priyanka priya
        prudence pru prue
        prisha pri
        queenie queen
        quentin quen
        quincy quin
        rachael rach rae
        rachel rach rae rachy
        radoslaw radek
        rafael rafa raf rafi
        rafal rafa raf
        raheem rah
        rajesh raj
        rajinder raj
        rajvir raj
        ramona mona
        randolph randy
        ranjit ran
        raphael raph raphy rafe
        raymond ray
        rebecca becky becca bex becks beckie bec reba bekka
        rebekah becky becca bex beks bekah
        reginald reg reggie
        regina gina
        renata rena nata
        reuben rube ben
        rhiannon rhi rhian annie non
        rhodri rhod
        rhys reesy
        ricardo ricky rico
        richard rich dick rick ricky richie ritchie dickie rik
        robert rob bob bobby robbie bert robin robby bobbie
        roberta robbie bobbie berta
        roberto rob berto
        robin rob
        roderick rod rory roddy
        rodrigo rod rodri
        rodney rod
        roger rog
        roland rolly roly
        roman romek rom
        romesh rom
        ronald ron ronnie ronny
        ronan ro ron
        rory ror
        rosalind ros roz rosie
        rosaline rose rosie ros
        rosamund ros rosie
        rosanna rose rosie anna
        rose rosie rosy
        rosemary rose rosie romy
        rosina rosie
        rowan ro
        rowena ro wena
        roxanne roxy
        roxana roxy
        roza rozi
        ruairi ru rory
        ruby rubes rubie
        rudolph rudi rudy
        rufus rufe
        rukayat ruka
        rupert rupe
        russell russ rusty
        ruth ruthie
        ruxandra ruxi
        ryan ry
        ryszard rysiek
        sabrina bri brina
        sadie sade
        safiyyah saf safi
        saffron saff saffy
        salvador sal
        samantha sam sammy sammie samm
        samson sam sammy
        samuel sam sammy sammie
        sandra sandy
        santiago santi iago
        saoirse sersh
        sara sar
        sarah sare sally sadie
        sasha sash
        savannah sav savvy vanna anna
        scarlett scar lettie
        scott scotty
        sean seany
        sebastian seb bas bash bastian sebby sebbie
        selina lina
        seraphina sera fina phina
        serena rena
        seren ser
        shakira shaki
        shanice shan
        shannon shan
        sharon shaz
        shaun shauny
        sheila shee
        shelley shell
        shirley shirl
        sidney sid
        sydney syd
        sienna sia
        sigourney siggy
        silas si
        simon si sy
        simone sim
        simran sim simi
        simranjit simran sim
        siobhan shiv
        sofia sofi fia
        solomon sol solly
        somtochukwu somto
        sophia soph sofi
        sophie soph sofe
        stacey stace
        stanislaw stan stas staszek
        stanislav stan stas
        stanley stan stanny
        stefan stef
        stefania stef
        stella stel
        stephanie steph stef stevie stephie
        stephen steve stevie ste steph
        steven steve stevie ste
        stuart stu stew
        stewart stew stu
        sukhdeep sukhi sukh
        sukhjit sukhi
        sukhvinder sukhi
        suleiman sully
        summer sum
        sunita sunny
        sunil sunny
        surinder sur
        susan sue susie suzie sukie suze
        susanna sue susie suzie anna
        susannah sue susie suzie
        suzanne sue suzie suze
        svetlana sveta lana
        sylvester sly
        sylvia sylvie syl
        sylwia sylwka
        szymon szymek simon
        tabitha tabby tab
        tadeusz tadek
        tallulah lula lulu tally
        tamara tam tammy
        tamsin tam tammy taz
        tanya tan
        taiwo tai
        tatiana tanya tati
        tegan teg
        temitope temi tope
        temiloluwa temi
        terence terry tel
        teresa tess tessa terry tracy
        theresa tess tessa terry tracy
        thaddeus thad
        thea thee
        theodora thea dora theo teddy
        theodore theo ted teddy teo
        theodoros theo
        theo thee
        theophilus theo
        thomas tom tommy thom tomo toms
        tiffany tiff tiffy
        timothy tim timmy timo
        timofei tima
        tobias toby tobi
        tobiloba tobi
        tochukwu tochi
        toluwani tolu
        tolulope tolu
        tomasz tomek tom
        tomos tom twm tommy
        torquil tor
        tracey trace
        travis trav
        trevor trev
        tristan tris
        tudur tud
        tyler ty
        tyrone ty
        tyrese ty
        uchechukwu uche
        uchenna uche
        ursula uschi
        usman uzi
        uzoamaka amaka
        valentina val tina vali
        valentin val vali
        valerie val
        vanessa nessa ness van
        vasile vasi
        verity vee
        veronica ronnie vera roni
        veronika nika vera
        victor vic vick
        victoria vicky tori vic vikki tory viki vicki torie vix
        viktor vic vitya
        viktoria vika viki
        viktoriia vika
        vikram vik
        vincent vince vinny vin vinnie
        violet vi lettie
        virginia ginny gina
        vivian viv
        vivienne viv
        vladimir vlad vova
        vladyslav vlad
        volodymyr vova
        wallace wally
        walter wally walt wat
        wanda wandzia
        wesley wes
        weronika wera nika
        wiktoria wika wiki
        wilfred wilf fred wilfie will freddie
        wilhelmina mina willa billie minnie
        william will bill billy willy wills liam willie wil
        willow will wills
        winifred winnie freda win
        winston win
        wioletta wiola
        wojciech wojtek
        woodrow woody
        xavier xav zav
        ximena mena
        yaroslava slava yara
        yasmin yas yaz yazzy mina
        yasmine yas yaz
        yelyzaveta liza
        yevgeny zhenya
        yolanda yoli
        yousef yusi joe
        yusuf yus
        yuliia yulia
        yuri yura
        yvonne von
        zachariah zach zac zak zack
        zachary zach zac zak zack
        zainab zee zai
        zakariya zak zaki zack
        zara zaz
        zbigniew zbyszek
        zephaniah zeph
        zofia zosia
        zoltan zoli
        zoya zo
        zuzanna zuza zuzia susie
        mohammad mo moe moh
        benedykt benek
        bozena bozenka
        hanna hania
        helga olga
        dorota dora
        ewelina ewa
        gheorghe gigi ghita
        ileana ilinca
        elif eli
        mehmet memo
        mustafa musti mustaf
        ibrahima ibou
        yigit yig
        huseyin huso
        suleyman sulo
        emre em
        kwame kwams
        akosua akos
        abena abs
        nana nan
        ekundayo dayo kunda ekun
        folashade shade sade fola
        folasade sade fola
        babajide jide
        olumide mide olu
        olufemi femi olu
        oluwole wole olu
        olusegun segun olu
        obinna obi
        ikenna ike kenna
        ngozi ngo
        nkechi kechi
        nnamdi namdi
        ifeanyi ify
        ifeoma ify oma
        kosisochukwu kosi kosiso
        kenechukwu kene
        somadina soma
        zikora ziko
        gurleen gur
        harleen har
        jasleen jas
        ravinder ravi
        sandeep sandy
        satinder sat
        tejinder tej
        priyadarshini priya
        venkatesh venky
        subramaniam subbu mani
        krishnan krish
        ramachandran ram chandra
        siddharth sid siddhu
        aishwarya aish
        anushka anu
        anuradha anu radha
        anjali anju
        lakshman laks
        abhishek abhi
        aditya adi
        arjun arj
        aryan ary
        rohit ro
        shreya shrey
        tanisha tani
        tejas tej
        vijay vij
        yashwant yash
        """

    /// One name a line, in the spellings that are the same name.
    static let variants = """
        aaliyah aliyah aliya aaliya aleeyah
        alia alya
        aaron aron arron aran
        abdallah abdullah abdulla abdoulaye
        abdulrahman abdurrahman abdurahman abdelrahman abdirahman abdulrehman abdurrehman
        abigail abigayle abbigail abigale abbygail
        adil aadil adeel
        ahmed ahmad ahmet achmed ahmedi
        aidan aiden ayden aydan aden aodhan aedan
        aisha ayesha aysha aesha aishah ayisha aicha aysheh eesha
        aileen eileen ailin
        aimee amy amie aimie
        akhtar akter aktar akther akhter
        aleksander alexander alexandre aleksandr
        aleksandra alexandra oleksandra
        ali aly
        alicja alicia alisia
        alisha alysha aleesha
        alistair alastair alasdair alister allister alaster
        allan alan allen alun
        amelia amelija
        emilia emilija
        amalia amalija
        amina aminah ameena aamina aaminah amena amineh
        amir ameer aamir amer
        ana anna
        ann anne
        hanna ganna
        anas anis
        andrej andrei andrey andriy andrii
        angharad angharhad
        anika annika anica
        anastasia anastasija anastasiia anastasiya anastazja
        aneesa anisa anisah
        areeb arib
        arham arhaam
        arran aran
        arsalan arslan
        asma asmaa
        ayaan ayan aayan
        ayyub ayub ayoub
        ayse aysha ayshe
        beatrice beatriz beatrix beatrisa
        begum begam begom
        brian bryan brien
        bronwyn bronwen
        brooke brook
        caelan caolan kaelan keelan
        caitlin kaitlin kaitlyn caitlyn katelyn katelin katlyn kaitlynn catelyn
        calum callum kallum
        cameron kameron camron camryn
        carys cerys karis
        catherine katherine kathryn katharine catharine kathrine cathryn
        kateryna katerina caterina
        chaudhry choudhury chowdhury chaudhary choudhry chaudry chaudhari choudhary chowdhary
        charlie charley charli
        chelsea chelsie
        chloe khloe cloe
        christian cristian kristian krystian
        christina cristina kristina krystyna khrystyna
        christopher kristopher cristopher krzysztof
        claire clare clair
        conor connor konnor conner conchobhar
        cosmin kosmin
        daniel daniyal danyal daniil danylo danial danyel
        daniela daniella
        danielle danyelle
        darcy darcey darcie
        daria dariia darya darja
        david dawid davyd
        dawood daoud dawud dawoud
        declan deaglan
        demi demie
        denis dennis denys
        diana diyana dayana
        dmytro dmitri dmitry dimitri dmitriy
        dominic dominik dominick dominyk
        dylan dillon dillan dilan
        eilidh eileigh ailidh
        ekaterina yekaterina
        elena yelena
        olena olena
        eleanor elinor ellenor eleanore elenor eleonora
        elisa eliza elyza
        elizabeth elisabeth elizabeta yelyzaveta elzbieta elisabeta
        elliot elliott eliot eliott
        ellie elly elli ell
        emily emilie emmily emely
        erin eryn
        esme esmae esmee
        ethan eathan ethen
        eva yeva ewa
        evie evy eevee
        ewan euan ewen
        ieuan iwan
        faisal faysal feisal
        farah farrah fara
        faris fares faaris
        fathima fatima fatimah fatema fatma fathimah fatemah
        faye fay fae
        fedir fyodor fiodor fedor
        filip philip phillip phillipe felipe philippe pylyp
        finlay finley findlay finnley
        florian floryan
        francesca franceska francheska
        frederick fredrick frederic fryderyk frederik
        freddie freddy
        freya freja freyja
        gabriel gabryel
        gabriela gabriella
        georgi georgy heorhii
        habib habeeb
        hadiya hadia haadiya
        hafsa hafsah hafza
        halima haleema halimah halimat
        hallie halle hayley hailey haley hayleigh
        hamza hamzah humza hamsa humzah hamse
        hana hannah hanna hanah channah
        haris harris haaris harith
        haroon harun haaroon
        hasan hassan hasaan
        hashim hashem haashim
        hawa hawwa hawaa
        holly hollie
        hussain hussein husain hussayn husayn hossain hosein huseyin hussien hossein
        iain ian
        ibrahim ebrahim ibraheem ibrahima ibrahem
        idrees idris
        igor ihor
        iman imaan eman imane
        imran emran imraan
        inaya inaaya inayah anaya
        iqra ikra eqra
        irina iryna irena
        isaac isaak issac izaak
        ishaq ishaaq
        isabel isobel isabelle isabell
        isabella izabela izabella isabela
        ismail ismael ismaeel ishmael esmail ismaila
        iwan ivan
        jack jac jak
        jacob jakob jacub
        jakub yakub
        yaqub yaqoob yacoub yakub
        jaiden jayden jaden jaydan jadon jaydon
        jake jaik
        jamal jamaal gamal djamal
        james jaymes
        jannah jannat janna
        jasmine jasmin jazmin jasmyn jazmine
        yasmin yasmine yasmeen yasemin
        javed javaid jawed
        jayne jane
        jesika jessica jessika
        jodie jody jodi
        john jon jhon
        jonathan johnathan jonathon johnathon jonatan
        jordan jorden jordyn
        josef joseph jozef josep
        julia yuliia yulia iulia julija giulia juliya
        kacper casper kasper caspar
        kaiden kayden caden cayden kaden
        karim kareem
        karina carina karyna
        karl carl
        karolina carolina
        katie katy katey kaytie
        kaur kour
        kavita kavitha
        kayla kaila kaylah
        keira kiera keera
        kelly kelli
        khadija khadijah kadija hadija khadeeja khadeejah kadijah khadijat
        khalid khaled khaleed
        khan khaan
        kian cian kyan
        kieran ciaran kieron kieren keiran kyran
        laila layla leila leyla lyla leyla laylah lailah lila leila
        lauren loren lauran lawren
        laurence lawrence
        leah lea
        lia leia
        lena leena
        lewis lewys
        lexi lexie
        liam lyam
        lidia lydia lidiia
        lily lilly lillie lili
        louise luise
        louis luis
        luca luka luqa
        lucas lukas lucus
        lucy lucie lusi
        luke luc luk
        macie maisie maisy macey maizie maisey
        madeleine madeline madeliene madelyn
        maha mahaa
        mahmoud mahmood mehmood mahmud mehmud mahmut
        maksym maxim maksim maxime
        malak malaak
        malik maalik mallick malick malek
        marcus markus
        margaret margret
        marharyta margarita
        maria marija mariia mariya marya
        mariam maryam maryum mariyam marium meryem
        mariama maryama
        mark marc
        martha marta
        mason mayson
        matthew mathew mathieu
        mateus matheus mateusz
        matilda mathilda
        max macs maks
        maya maia maja maiya maiia
        megan meghan meagan meghann maegan
        mehmet mehmed
        michael mikael micheal
        mikaeel mikail mikaail
        mykhailo mikhail
        mykola nikolai nikolay
        mila myla milla
        milan mylan
        milo mylo
        mohammed muhammad mohammad mohamed mohamad muhammed mohamud muhamed mohamoud mohammod mohamet mahammad mouhamed mohd mahomed muhamad mohummad
        mubarak mubarek
        mujahid mujaahid
        musa moosa mousa
        mustafa mustapha moustafa mostafa
        nadia nadiya nadija nadiia nadya
        naomi naomie
        nasir naseer nasser
        natalia nataliia nataliya natalija natalya natalie nathalie
        natasha natasza natacha
        nathan natan
        niall nyall
        neil neal neill
        niamh neve neave
        nicholas nicolas nikolas
        nicole nikol
        nikola nicola
        nina neena
        noah noa
        nuh nooh
        nora norah noora
        noor nur nour
        noora nura
        oksana oxana
        oleh oleg
        oliver oliwier olivier
        olivia oliwia olivija oliviya
        omar umar omer umer oumar umaru
        oscar oskar
        osman usman uthman othman ousmane usmaan
        patel patell
        patricia patrycja patrisha
        patrick patryk patric
        pavlo pavel pawel
        peter petr pieter
        petro petre
        piotr pyotr
        phoebe pheobe phebe febe
        poppy poppie
        qasim kasim qassim kassim
        rachel rachael raquel rachelle
        rafael raphael rafal
        rahim raheem
        rahman rehman rahmaan
        rashid rasheed
        rayan rayyan raiyan
        rebecca rebekah rebeca rebeka
        rhiannon rhianon
        rhys rees reece reese
        riley reilly rylee rileigh
        robin robyn
        roisin rosheen
        rory ruairi ruaridh ruari rori
        rosie rosy
        ruby rubie
        ruqayyah ruqaya rukaya ruqayya rukayat roqaya ruqaiya
        ryan rian
        saad saaad sad
        sadia saadia sadiya saadiya
        safa safaa
        saffron safron
        safia safiya safiyyah safiyah safiyya saffiya
        saif sayf
        saima saimah
        salah saleh
        salim saleem selim
        salma selma
        saman samaan
        sami samy
        samira sameera samirah
        samuel samuil shmuel
        sana sanaa
        sara sarah sarra
        sean shaun shawn
        shah shaah
        sheikh shaikh shaykh sheik
        shaheen shahin
        shahid shaheed
        shakil shakeel
        sharif shareef sherif
        shivani shivanee
        siddiqui siddiqi siddique sidiqi siddiquee sidique
        simon szymon
        sian shan
        sienna siena
        sofia sophia sofija sofiia sofiya
        sophie sofie
        somaya sumaya sumayyah sumaiya soumaya sumayya sumaiyah
        stanislav stanislaw
        stefan stephan steffan
        stephen steven
        sulaiman suleiman suleyman sulayman sulaymaan souleymane sulaimaan
        svitlana svetlana
        syed sayed said sayyid sayeed saeed saiyed
        syeda sayeda
        tamara thamara
        tariq tarik tareq taariq
        tatiana tetiana tatyana tetyana
        teagan tegan tiegan
        teresa theresa tereza
        theo teo
        theodor theodore teodor
        thomas tomas
        tomasz tomas
        toby tobi tobey
        tommy tommie
        tyler tylor
        umair omair umayr
        vasyl vasile vasily
        veronica veronika weronika
        victor viktor wiktor
        victoria viktoria viktoriia wiktoria viktoriya viktorija
        vivien vivienne vivian
        vladimir volodymyr
        vladyslav wladyslaw vladislav
        yahya yahia yehia
        yana jana iana
        yara yarah
        yaroslav jaroslav jaroslaw iaroslav
        yaseen yasin yassin yaasin
        yaser yasir yassir yaasir
        younis yunus younus yunis yunas
        yousef yusuf youssef yusef yousuf yusaf yousaf yusif yosef
        yuri yurii iurii jurij
        yusra yusraa
        zach zack zak zac
        zachary zackary zachery zakary zechariah zachariah zakariya zakaria zakariah zakariyya zakariye
        zahra zahara zehra zahrah
        zainab zaynab zaineb zeinab zeynep zaynub zainub zaynah
        zara zarah
        zayd zaid zayed
        zayn zain zein zayne
        zoe zoey zowie
        zuzanna zuzana susanna susannah suzanna
        caoimhe keeva kiva
        saoirse seersha
        eoin eoghan
        cillian killian
        daithi dahi
        eimear emer
        grainne grania
        sinead shinead
        maeve meabh maebh
        niall nial
        seamus shamus
        orla orlaith orlagh
        ursula urszula
        adriana adrianna
        beata beatka
        wojciech voytek
        zbigniew zbignew
        ioan ion
        mihaela michaela
        cosmina kosmina
        chen chan
        singh sing
        smith smyth smythe
        clark clarke
        brown browne
        davis davies
        philips phillips philipps
        stephens stevens
        stephenson stevenson
        thomson thompson
        reid read reed
        allan allen alan
        anderson andersen
        johnston johnstone
        grey gray
        green greene
        ahmad ahmed
        bibi beebee
        miah miya
        uddin udin ud-din
        sarkar sarker sircar
        islam islaam
        haque haq hoque huq
        jabbar jabar
        mccarthy macarthy
        nguyen nguen
        """
}
