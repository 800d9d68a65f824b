/// Family names that are one name to those who bear them, a line each: the Gaelic, Welsh, Chinese … name and what
/// English registers make of it. Without marks and gaps; Gaelic and Welsh names without the word for son or daughter
/// before them. Written for this program on 2026-11-30 from the customs of these languages.
enum FamilyNames {
    static let lines = [
        irish, scottish, welsh, english, spoken, chinese, korean, vietnamese,
        iberian, germanic, eastern, southern,
    ].flatMap(linesOfWords)

    /// Irish, without Ó, Ní, Mac, Nic: first in Irish, then in English.
    private static let irish = """
        briain brien bryan bryant
        neill neal niell
        ceallaigh kelly kelley
        murchu murchadha murphy morrow morphy
        conchobhair conchuir connor connors conor
        gearailt fitzgerald gerald
        gabhann gowan smith smyth
        dochartaigh doherty dougherty docherty dogherty
        cathasaigh casey
        conaill connell
        raghallaigh reilly riley rielly
        breathnach walsh walshe welsh welch
        broin byrne byrnes burns beirne
        gallchoir gallchobhair gallchu gallagher gallaher gallacher
        nuallain nolan
        riain maoilriain ryan mulryan
        coinn cuinn quinn quin
        floinn flynn flinn lynn
        aodha hughes hayes hay hoy hoey magee mckee mckay mccoy mackey keys kee kay
        uidhir guidhir guire maguire mcguire
        burca burke bourke
        uiginn huiginn higgins
        donaill domhnaill donnell donnel donald mcdonald donaldson daniel daniels
        suilleabhain suilliobhain sullivan
        carthaigh carthy
        muimhneachain moynihan minihan monaghan
        manachain muineachain monaghan monahan
        dalaigh daly daley dailey
        dubhghaill duill doyle dougall dowell dugald
        mathghamhna mathuna mahon mahony mahoney matthews
        cinneide cinneidigh kennedy
        loingsigh lynch linchey
        meachair maher meagher
        neachtain naughton naghten nocton
        caoimh keeffe keefe
        flaithearta flatharta flaithbheartaigh flaherty flaverty laverty lafferty
        faolain phelan whelan fealan felan
        foghlu foghladha foley
        fearghail farrell farrel ferrall
        baoill baoighill boyle
        bradaigh brady
        braonain brennan
        cearnaigh catharnaigh kearney kearns kearny carney
        cearbhaill cearuill carroll carrol
        cleirigh cleary clery clarke clark
        coileain collins cullen
        colmain colman coleman
        corcrain corcora corcoran
        cuilinn cullen
        daimhin devine davin devin
        dea deagha day
        deorain deoradhain doran
        diomasaigh dempsey
        doibhlin dobhailein devlin
        donnagain donegan dunnigan
        donnabhain donobhain donovan
        donnchadha donnchu donohue donoghue donahue donaghy donaghey donagh duncan
        drisceoil driscoll
        dubhain duane dwane devane
        dubhda duda dowd doody dowda
        duibhir dwyer
        duinn doinn dunne dunn
        eideain hayden
        fiannachta finnerty
        fionnagain finnegan finegan
        fionnghaile fennelly finnelly
        flannagain flannagan flanagan
        fogartaigh fogarty
        gadhra gadhraigh geary guiry
        gormain gorman
        grada gradaigh grady brady
        griofa griobhtha griffin griffith griffey
        aodhagain hagain eagain egan hagan keegan
        airt hairt hart harte
        anluain hannluain hanlon
        eadhra headhra eaghra hara
        ealaithe healai elaithe healy hely
        ogain hogain hogan
        icidhe hicidhe ici hickey
        ainle hainle hanley hanly
        eidhin heidhin hynes hines
        odhrain hodhrain horan oran
        uallachain huallachain houlihan holohan hoolahan hoolihan
        urthuile muirthile hurley
        laoghaire laoire leary
        laoi lee leigh
        leannain lionain lennon leonard
        lochlainn loughlin loghlin laughlin lachlan
        lorcain larkin
        luain lamb lane
        maille malley meally
        maolchiarain maoilchiarain mulkerrin
        maoileoin malone
        maolain mullan mullen mellon mullin moylan
        maolmhuaidh maolaoidh molloy mulloy
        mordha mora more moore
        morain moran murain
        mongain mongan mangan
        muirgheasa muiris morrissey morris fitzmaurice morrison
        muirigh muireadhaigh muiri murray murry moriarty
        muircheartaigh moriarty
        nunain nuanain noonan
        raifeartaigh robhartaigh rafferty
        raithile rathaille reilly rahilly
        riordain rioghbhardain riordan reardon rearden
        ruairc rourke rorke roarke
        ruanaidh rooney
        se seaghdha shea shay shee
        siochain siothchain sheehan sheahan
        siadhail siaghail shiel shiels sheils shields sheilds
        sioda silke silk sheedy
        tuama toomey twomey tuomey
        tuathail toole tohill tuohill
        treasaigh tracey tracy treacy
        ciarain kieran kerin
        aonghusa aonghais guinness ginnis hennessy hennessey innes mcguinness mcginnis
        annadh canna cana cann
        ardghail ardle
        cathmhaoil campbell cawell cawl
        cionaoith cionnaith kenny kenna kinney
        cormaic cormack cormick cormac
        cuarta court
        cumascaigh cumhscraigh cumiskey comiskey comisky cumisky
        diarmada diarmaid dermott dermot
        eochaidh eochaidhe keogh kehoe keough hoey
        eoin eoghain keon owens keown ewan owen johns
        fhlannchaidh flannchaidh clancy glancy
        fionnlaoich fionnlaigh finlay finley kinlay
        giollabhain kilbane
        giollabhride bride gilbride kilbride
        giollaeain gilleathain lean clean gillean
        giollaphadraig patrick fitzpatrick kilpatrick
        giollariabhaigh kilroy gilroy elroy
        giollarua giollaruaidh elroy gilroy kilroy
        maghnuis manus manusson
        namara conmara
        oireachtaigh geraghty gerety gerity gerraghty
        riabhaigh greevy grevey
        seain shane johnson johnston jackson
        suibhne sweeney sweeny swiney queen
        tiarnain tighearnain tiernan kiernan kernan
        uaid quaid wade
        uidhilin quillan
        anbhaird bhaird ward
        antsaoi saoi intee ateer entee atee
        antsaoir saoir intyre ateer tear carpenter
        angobhann ghobhainn gobhann gowan smith gow
        anulltaigh ulltaigh nulty anulty
        anfhailigh fhailigh nally anally
        anri inri enri henry enery
        ionrachtaigh inreachtaigh enright hanratty anraghty
        tsionnaigh sionnaigh fox tinney
        mealoid mellet mellett
        paor power
        puirseil purcell
        roiste roche
        faoite white whyte
        bhailis bailis wallace wallis
        brun browne brown
        bhal wall
        leis lacy lacey
        barra barry
        blaca blake
        cursa courcy
        seoighe joyce
        siurtain jordan
        misteil mitchell
        bairead barrett
        ciosog cusack
        pluinceid plunkett plunket
        caomhanach kavanagh cavanagh
        laighneach lynagh
        deiseach deasy
        liam uilleim william williams williamson
        tomais thomas thomson comb
        cuinneagain connagain cunningham cunnigham
        croinin cronin
        ceannabhain canavan
        conaire conraoi conry connery conroy
        ciardha keary carey
        ciaragain kerrigan
        comhraidhe corra curry corry
        comain comyn commons cummins
        coigligh quigley
        corragain corrigan
        casaide caiside cassidy
        canainn canannain cannon
        cathain caithain kane keane kahane cahan okane cain
        buachalla buckley
        brosnachain brosnan
        breislin breasail breslin
        braoin breen
        beachain behan
        tuairisc uisce waters
        sioradain siordain sirideain sheridan
        scolai scully
        scanlain scannlain scanlon scanlan
        rathaille rahilly reilly
        ruadhain ruane rowan
        meallain mallon
        maolduin muldoon
        maoldomhnaigh moloney maloney muldowney
        maonaigh maoineachain mooney meaney
        miadhaigh mee
        madain madaidhin madden
        longain longaigh langan long
        labhradha labhrai lavery
        lideadha lideadh liddy
        eigeartaigh heigeartaigh hegarty hagerty haggerty
        gliasain glasain gleeson
        geibheannaigh keaveney geaney
        frighil firghil friel
        faircheallaigh farrelly
        eachthairn eachtigheirn eachthigheirn ahern aherne hearne
        dunlaing dulaing dowling
        duinnin dinneen dineen
        dubhthaigh dufaigh duffy duhy
        croidheain croidhain crean
        criomhthain criofain crehan griffin
        conghaile conghalaigh conaola connolly connelly conneely conley
        coisdealbha oisdealbha coistealbha costello costelloe
        cochlain coughlan coghlan coughlin
        cobhthaigh coffey coffee
        cinnseallaigh kinsella kinsley
        cillin cilleain killeen
        craith raith grath magrath mcgrath
        coluim collum colum callum
        conmidhe namee conmee
        cnaimhin nevin nivin
        caba cabe
        adhaimh adaimh adam adams
        alastair alasdair allister alister alexander
        eanruig henry henderson hendry
        gairbheith garvey garvie
        giblin gibealain
        ceallachain callaghan callahan
        ceallachain ocallaghan
        lomain loman lemon
        maolagain mulligan milligan
        maoileachlainn loughlin mclaughlin melaugh
        muireagain morgan
        meadhra mara meara
        ragain riagain regan reagan
        maicin mackin
        reachtagain ratigan
        sealbhaigh shelly shelley
        spealain spillane
        tiomanai timoney timony
        cadhla kiely kealy
        caolain keelan kealan
        cuilleannain cullinane cullinan
        cuineain cunnane conan
        eithir heithir hehir
        duibhginn dubhagain dugain duggan dugan
        aoidh aodh mackay mckay kay hughes
        illeathain gilleathain lean maclean mclean
        martain mairtin martin
        bheannaigh beannaigh benn
        caoilte quilty
        cadhain kyne coyne
        cualain folan
        curraidhin curraoin curran
        cuirc quirke quirk
        dinneain dineen
        fionnain finan
        faodhagain fagan
        gallchuir gallagher
        grianna greene green
        huain houghton
        iarnain ernan
        laithbheartaigh laverty
        leochain loughran
        maicne mackin
        maoilmhichil mitchell
        maoilriain mulryan
        mochain mohan mahon
        muraile murrihy
        niallain neilan
        paidin padden
        peatain peyton patton
        rinn reen
        roithleain rowland
        rothlain rowland
        seanain shannon
        seanchain shannon
        searcaigh sharkey
        suilliobhain sullivan
        taidhg tighe teague
        teimhneain tynan
        tiomain timmons
        treabhair trevor
        traoin train
        uallain ouldin
        """

    /// Scottish, without Mac, Nic: first in Gaelic, then in English.
    private static let scottish = """
        caimbeul campbell cambell
        coinnich kenzie mackenzie kenneth
        dhomhnaill domhnaill donald donaldson
        leoid leod cloud
        moireasdan morrison moreson
        moireach murray
        stiubhart stewart stuart steuart steward
        foirbeis forbes
        friseal fraser frazer frasier
        rosach ros ross
        rothach munro monroe munroe
        sutharlanach sutherland
        greumach graham grahame
        gordan gordon
        grannd grant
        cuimeanach cumming cummings comyn
        camshron cameron camron
        robasdan robertson robinson
        dhughaill dughaill dougall dowell dougal
        fhearghais fearghais fergus ferguson fergusson
        dhonnchaidh donnchaidh duncan robertson
        iain ian johnson johnston
        phail pail paul polson
        phi fie phee fee
        phearsain pherson pearson
        mhathain mathan matheson mathieson
        mhuirich muirich murray vurich currie curry
        amhlaigh aulay auley cauley
        asgaill askill caskill gaskill
        artair arthur carter
        bheatha beatha beth beaton bean
        tagairt sagairt taggart
        leigh lay livingstone leay
        gillfhinnein illfhinnein lennan lenan
        gillmhaoil illemhaoil maolain mhaolain millan
        cruimein crimmon
        griogair gregor grigor gregory
        iomhair iver ivor ever
        rath ratha rae crae craw
        ruairidh ruairi rory rury rorie
        thomais comie thomas thomson
        fhionghuin fionghuin kinnon
        pharlain parlan farlane farland
        toisich antoisich intosh tosh mackintosh
        anaba naba nab
        neacail nicol nicolson nicholson
        uaraig kendrick
        eacharna eachern kechnie echern
        eachain eachainn eachan hector
        bhriuthainn britheimh brayne brown
        aindreis andrew anderson andrews
        lachlainn lachlan laughlan
        """

    /// Welsh, without ap, ab, ferch.
    private static let welsh = """
        huw hugh hughes pugh puw hew hews huws
        hywel howell howells powell howel hywell
        rhys rees reese preece price prys prees rice prise
        owain owen owens bowen bown ywain
        prydderch rhydderch prothero protheroe roderick prytherch
        ieuan ifan evan evans bevan ifans jevons ieuans bevans jenkin
        harri henri harry harris parry penry henry harries
        rhisiart richard richards prichard pritchard richardson
        robat robert roberts probert rhobert
        rosser prosser rhosier
        elis ellis bellis elias
        gruffydd gruffudd griffith griffiths gruffyd griffin
        maredudd meredydd meredith bedo
        sion ioan jones john johns shone johnes
        gwilym williams william gwillim gwilliam wiliam
        dafydd dewi davies david davis dafis davids
        llywelyn llewelyn llewellyn lewis llewellin
        llwyd lloyd floyd
        tomos thomas tomas
        morys morus morris morrice
        morgan morgans
        siencyn jenkins jenkin siencin
        watcyn gwatcyn watkins watkin
        hopcyn hopkin hopkins popkin
        tudur tudor tewdwr
        wyn gwyn wynne wynn gwynne gwynn
        goch coch gough gooch
        fychan bychan vaughan
        cadwaladr cadwallader
        iorwerth yorath
        edwart edward edwards bedward
        wmffre humphrey humphreys humphries pumphrey
        einion eynon beynon onions
        madog maddock maddocks maddox
        caradog craddock
        cynwrig kenrick kendrick
        steffan stephen stephens stephenson
        ffylip philip phillips philips
        ffowc foulkes ffoulkes foulks fowkes
        siors george
        pedr peter peters
        mathew mathias matthews mathews
        dai day
        gethin gittins gittings
        bran brann
        lewys lewis
        ithel bithell
        ynyr bunner
        """

    /// English and Scots spellings.
    private static let english = """
        stewart stuart steward stewert
        pierce pearce peirce pearse pears
        lee leigh lea ley
        white whyte wight
        kerr carr ker
        nicholls nichols nicholl nicol nicholas nickolls
        rodgers rogers rodger roger
        hewitt hewett huet hewit
        cooke cook coke
        taylor tailor tayler
        jeffries jefferies jeffreys jeffery jeffrey geoffrey
        burgess burges burgiss
        maughan mohan maugham
        johnston johnstone johnson johnsen
        davies davis davys
        matthews mathews mathewes
        shepherd shepard sheppard shephard sheperd
        fisher fischer
        miller millar muller mueller
        forster foster
        baxter backster
        bailey bayley baily baillie bayly
        barnes barns
        bennett bennet benett
        blackburn blackburne
        bowes bows
        boyd boyde
        braithwaite brathwaite
        bristow bristol
        brooks brookes brook brooke
        bruce brus
        byrom byron
        cartwright cartright
        catherall cathrall
        chandler candler
        clayton cleighton
        coates coats
        cole coles
        connolly connelly
        coward cowherd
        crawford crawfurd crauford
        crosby crosbie
        cummings cummins comyns cumming
        curtis curtiss
        cuthbert cuthbertson
        denis dennis
        dickson dixon
        dickinson dickenson
        donaldson donalson
        douglas douglass
        downs downes
        eaton eton
        edmonds edmunds edmondson
        elliott elliot eliot eliott
        emmerson emerson
        fairburn fairbairn
        faulkner falconer fawkner falkner
        fenwick fennick
        field fields
        fletcher flesher
        fox foxe
        gibbs gibb
        gilbert gilbart
        glenn glen
        goddard godard
        goodwin godwin
        graham grahame
        gregory gregorie
        haines haynes hanes
        hall halle
        hammond hamond
        harrison harrisson
        hawkes hawks
        heywood haywood hayward
        hicks hickes
        hobbs hobs
        hodgson hodson hodgeson
        holmes homes
        horsfall horsefall
        howard howarth haworth
        hudson hutson
        hutchinson hutchison hutcheson
        inglis english ingles
        jackson jaxon
        jarvis jervis gervais
        jenkins jenkyns
        keith keth
        kirkpatrick kilpatrick
        knowles noles
        lawrence laurence lawrance
        lawson lauson
        leach leech
        learmonth learmouth
        lindsay lindsey linsey
        livingston livingstone
        low lowe
        lowry lowrie laurie lawrie
        lyons lyon
        marshall marshal marschall
        martin martyn
        mason masson
        maxwell maxwel
        mead meade
        mercer merser
        middleton midleton
        monk munk
        moore more moor
        morley moorley
        naylor nailor
        newton neuton
        norris norriss
        oakley oakeley
        oliphant olifant
        page paige
        palfrey palfreyman
        parkes parks
        patterson paterson pattison
        payne paine pain
        phillips philips philipps phelps
        pollock pollok
        porter portar
        quigley quigly
        ramsay ramsey
        randall randell randle
        rawlins rawlings
        raynor rayner reyner
        redmond redman
        reynolds renolds reynold
        rhodes roads rodes
        robinson robison robson
        rowe roe row
        russell russel
        sanders saunders sanderson
        sadler saddler
        scholes scoles
        seymour seymore
        simmons simmonds symonds simonds
        simpson simson
        sinclair stclair
        slater slator
        snowden snowdon
        spencer spenser
        squires squire
        stevens stephens stephenson stevenson
        stirling sterling
        stokes stoakes
        strachan straughan strawn
        symons simons
        tennant tenant
        thornton thorneton
        tindall tyndall tindale
        todd tod
        tomlinson thomlinson
        townsend townshend
        tremayne tremain
        turner tourner
        vickers vicars vickars
        waddell waddle
        wainwright wainright
        wallace wallis walles
        waters watters
        watson wattson
        weir wear ware
        wells welles
        whitaker whittaker whitacre
        whitehead whithead
        wilde wild wylde
        wilkes wilks
        wilkinson wilkerson
        willis wyllis
        wilson willson
        winterbottom winterbotham
        woodhouse wodehouse
        wright right wight
        wyatt wiatt
        yates yeates yeats
        """

    /// English, spelt as they are said.
    private static let spoken = """
        beauchamp beecham
        deighton dayton
        leicester lester
        featherstonehaugh fanshaw fanshawe
        cholmondeley chumley chumleigh
        mainwaring mannering
        marjoribanks marchbanks
        menzies mingis mingus
        cockburn coburn
        colquhoun cahoon
        dalziel dalyell deyell
        belvoir beaver beever
        farquhar farker
        geoghegan gaygan gegan
        maclean maclain
        mcleod mccloud macleod
        magee maghee
        beaulieu bewley
        wriothesley risley
        worcester wooster
        gloucester gloster
        bicester bister
        harewood harwood
        knollys knowles
        lefevre lefever
        saintjohn stjohn sinjin
        villiers villers
        urquhart urkart
        buchan buccan
        home hume
        kerr carr
        cowper cooper
        smythe smith
        strachan strawn
        tollemache talmash
        ruthven rivven
        wemyss weems
        auchinleck affleck
        pepys peeps
        raleigh rawley
        sidebotham sidebottom
        ramsbotham ramsbottom
        shakespear shakespeare
        thorogood thoroughgood
        """

    /// Chinese surnames, a character a line: Mandarin, Cantonese, Hokkien, Teochew, Hakka, Wade-Giles, Vietnamese.
    private static let chinese = """
        chen chan tan chin ting tran zan chern
        lin lam lim lum linn
        huang wong ng hwang wee ooi ui bong oei huynh hoang
        wang wong ong heng vong vuong
        li lee ly lei lai
        zhang cheung chang teo tiong chong teoh cheong truong
        liu lau low liew lew lao luu
        wu ng goh go ngo woo eng
        yang yeung yeo young yong duong ieong
        zhou chow chau chew chiu chou joe chu jow
        he ho hoe hor ha
        guo kwok kuok kok quek kwek koh kuo quach
        cai choi chua tsai choy chai toy tsoi chuah
        zheng cheng tay teh tee cheang trinh jeng
        xie tse hsieh chia tze cheah ta sia
        xu hui hsu koh khor hua kho
        ye yip yap yeh ip yapp diep
        zeng tsang tseng chan chang chen chng tang
        liang leung neo neoh leong niu luong liong
        luo law lo loh la lor
        song sung soong tong
        tang tong thong teng
        deng tang teng thang dang
        feng fung foong pang fong phung
        xiao siu seow hsiao shiu siew siow sio tieu
        zhu chu choo ju gee
        xu chui hsu tsui chee choy tsu tu
        sun suen soon syun sng ton
        hu wu oh foo woo ho
        gao ko kao kor cao
        ma mah beh mar
        zhao chiu chao teo chew tio trieu jiu
        su so soh sou to
        lu lo loo lou luu
        lu lui lyu lv looi
        ding ting teng dinh
        fu foo poh pho
        fang fong png hong phuong hwang
        shi shek sek chioh thach
        jiang kong kang chiang giang gong
        jiang cheung chiang tsiang tuong
        wang wong ong uong
        liao liu liew leow lieu leo
        yu yue yee ee du
        peng pang phang banh
        pan poon pun phua pua phan puan
        guan kwan kuan quan
        qiu yau khoo chiu kew khu yow
        zhong chung cheong choong chong jung
        shen sham sum sim shum tham sin
        yao yiu yeo dieu yow
        wei wai vi way
        wen wan voon oon on
        wei ngai gwee nguy
        ouyang auyeung auyong owyang auyang ohyang
        situ szeto seeto soohoo
        ou au ow ng
        yan yim ngiam yen giam nghiem
        jian kan kang gan
        mo mok mak
        mai mak mark
        li lai le loy
        lai loi
        luo lok lo
        gan kam kum
        tan tam tham tarm
        cheng ching trinh
        fan pham van
        ruan yuen nguyen un
        hong hung ang
        weng yung eng
        gu koo ku co
        qin chun tan chin
        du to toh do dow
        dai tai tay
        kang hong
        gong kung keong kiong
        hou hau how
        bai pak peh pai bak
        ni ngai nghe
        wu ng eng ngu
        lu luk look lok luc
        xiong hung hong
        gu ku koo
        dong tung dang
        yin wan
        jia ka chia
        zou chow chau tsou
        yuan yuen wan vien
        cao tso tsao cho chou chho
        rong yung
        ke or quah kua
        yan ngan gan
        shi see sy si
        ji kei kee
        lian lin
        rao yiu
        huo fok
        cen shum sam
        xian sin
        kuang kwong fong
        yi yee
        yun wan
        zhan chim tsim
        ling leng
        tian tin chan
        tao to
        zuo jor
        mu muk
        shao siu
        """

    /// Korean family names.
    private static let korean = """
        lee yi rhee ri i li
        kim gim ghim
        park bak pak bahk
        choi choe chwe chey
        jung jeong chung cheong chong joung
        kang gang kahng
        cho jo joe
        yoon yun youn
        jang chang
        lim im rim yim
        han hahn
        oh o
        seo suh so su sur
        shin sin
        kwon gwon kweon
        hwang whang
        ahn an
        yoo yu ryu you ryoo lyu
        jeon jun chun chon jhun
        ko go koh goh
        moon mun
        son sohn shon
        yang ryang
        bae pae bai
        baek paik baik back paek beck
        heo hur huh her
        sim shim
        noh no roh ro
        kwak gwak
        sung seong
        joo ju chu
        woo wu u
        koo gu ku goo
        na ra rha
        jin chin
        ji chi jee
        um eom uhm eum
        won weon
        cheon chun
        bang pang
        kong gong
        byun byeon pyun byon
        yeo yuh
        seok suk
        sun seon
        seol sul
        myung myeong
        do toh doh
        """

    /// Vietnamese by region, and without accents.
    private static let vietnamese = """
        huynh hoang
        vu vo
        pham fam phan
        truong chuong
        trinh chinh
        nguyen nguyenn nguyn
        """

    /// Spanish, Portuguese, Italian.
    private static let iberian = """
        gonzalez gonzales gonsalves goncalves
        rodriguez rodrigues
        fernandez fernandes
        martinez martins martines
        lopez lopes
        perez peres pires
        sanchez sanches
        alvarez alvares alves
        gomez gomes
        diaz dias
        vazquez vasquez vasques
        jimenez gimenez ximenez
        nunez nunes
        mendez mendes
        suarez soares
        dominguez domingues
        henriquez henriques enriquez
        souza sousa
        penha pena
        morais moraes
        queiroz queiros
        lourenco lorenzo
        silveira silvera
        carvalho carvalo carballo
        pereira perera pereyra
        ferreira ferrera
        oliveira olivera olivares
        teixeira texeira tejera
        costa acosta
        ribeiro rivero ribera rivera
        castro decastro
        correia correa
        moreira morera
        nogueira noguera
        vieira viera
        pinheiro pineiro
        cardoso cardozo
        barbosa barboza
        barros bairros
        cunha acuna
        guimaraes guimarais
        magalhaes magallanes
        batista baptista bautista
        leite leyte
        monteiro montero
        xavier javier
        marquez marques
        ramirez ramires
        gutierrez gutierres
        velazquez velasquez
        ibanez ybanez
        estevez esteves
        esposito sposito
        """

    /// German, Dutch, Nordic.
    private static let germanic = """
        schmidt schmitt schmid schmitz smith smit
        meyer maier mayer meier mair myers
        muller mueller miller moller
        weiss weis white
        schwarz schwartz
        schulz schulze schultz
        hoffmann hofmann hoffman
        fischer fisher visser
        koch cook kok
        hansen hanson hansson
        petersen peterson pettersson pedersen
        nielsen nilsson nelson
        olsen olsson olson
        larsen larsson larson
        andersen anderson andersson
        johansen johansson johnson jonsson jensen
        christensen kristensen christiansen
        eriksen eriksson erickson
        svensson svendsen swenson
        braun brown
        klein kleyn
        janssen jansen janssens
        devries vries
        """

    /// Slavic, Greek and Balkan, which the endings do not tell.
    private static let eastern = """
        oikonomou economou ikonomou oeconomou
        georgiou georgios georgiadis yiorgou
        dimitriou dimitrios demetriou
        vasileiou vasiliou
        ioannou yiannou joannou
        papadopoulos pappas papadopulos
        tchaikovsky chaykovsky chaikovsky chaikovskyi
        szabo sabo zabo
        kovacs kovac kovach kovatch kowacz
        horvath horvat
        nagy nadj
        toth tot
        popescu popesco
        ionescu ionesco ionesku
        """

    /// Somali, Arab, South Asian.
    private static let southern = """
        cilmi elmi ilmi
        cigaal egal igal
        ciise isse esse issa isa
        xirsi hersi hirsi
        guuleed guled
        geeddi gedi
        yuusuf yusuf yousuf yussuf
        sheekh sheikh shaikh
        nuur nur noor
        shire shirre
        iyer aiyar ayyar iyyer
        iyengar ayyangar aiyangar
        gowda gauda gouda
        bhattacharya bhattacharjee bhattacharyya
        mukherjee mukhopadhyay mookerjee mukerjee
        banerjee bandyopadhyay bannerji banerji
        chatterjee chattopadhyay chatterji
        ganguly gangopadhyay ganguli
        chowdhury chaudhuri chaudhry choudhury choudhry chaudhary
        dutta datta dutt
        ghosh ghose
        bose basu
        mitra mitter
        roy rai ray rae
        saha shaha
        nair nayar nayyar
        pillai pillay
        naidu naidoo
        reddy reddi
        rao row
        shetty setty shetti
        agarwal aggarwal agrawal
        sharma sarma sharmah
        verma varma
        mishra misra
        tripathi tiwari trivedi
        dwivedi dubey dube
        chaturvedi chaubey
        pandey pande
        thakur tagore thakor
        baig beg
        bhatt bhat butt
        rizvi razvi rizwi
        naqvi naqwi
        farooqi faruqi farooqui faruqui
        qureshi quraishi koreshi
        quddus kuddus
        perera pereira
        silva desilva
        wickramasinghe wickremesinghe wikramasinghe
        jayawardena jayawardene jayewardene
        bandara bandaranaike
        rajapaksa rajapakse
        begum begam
        haq haque hoque huq
        khatun khatoon
        laskar lashkar
        talukdar talukder
        mollah mulla molla
        sikdar sikder shikdar
        bajwa bajva
        dhaliwal dhariwal
        gill ghil
        grewal garewal
        sandhu sindhu
        sidhu siddhu
        dhillon dhillion
        johal jauhal
        """
}
