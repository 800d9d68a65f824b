/// Given names that are names of their own: "Rylan" is no slip of "Dylan". With `Nicknames` (every name there counts
/// too) and the school's own registers this is how the matcher tells a typing slip from another child. Written for this
/// program.
enum GivenNames {
    static let table = """
        aadam aadi aadya aahil aaima aaira aairah aamnah aanya aarav aariya aariz aarna aarush aarya aashvi aasiya aatif abbas abdel abdou abed
        abeeha abeer abeera abeerah abel abhinav abid abida abigael abiola abla abraar abrar achilles adaeze adain adaku adara adaugo adebisi
        adebowale adedamola adedoyin adeeba adegoke adejoke adekunle adelajda adelina adenike adeniyi adepeju aderinsola aderyn adesewa adetola
        adetoun adetutu adewale adewunmi adeyemi adhya adila adina adira adita adiyah adjoa adlan adnan adolf adom adora adriel adunni advait advaith
        advik advika adwoa aeron afaf afeefa afi afia afnan afolabi afra afreen afsana afsheen afua agastya agboola agnese ahad ahana ahsan ahsen
        ahyan aida aikaterini aila ailbhe ailie ailish aimal aimen aina aine ainsley aislinn aissatou aiza aizah aizen ajay ajibola ajit ajmal ajoa
        ajoke ajwa akanni akash akeel akeem akhil akhlaq akif akim akin akinola akinwale akira akmal akram akshara akshata akshay akshita akua akwasi
        alaa alaba alaia alaina alanna alannah alara alaric alastar alastor alayah alayna alba alban albion alden aldo aled aleema aleena aleeza
        aleezah alejandra alekhya aleksy alena alesha alessia alessio alexandros alexia alfonso algernon alhassan aliha alima alin alina alis alisa
        alishah alishba alissa alivia aliyan aliza alizah alizeh allegra alma almas almeera alojzy alon alondra alper alperen alpha altan alvin alwen
        alwyn alys alyssa ama amaan amaar amaechi amal amala amandine amani amara amarachi amarachukwu amari amaru amata amatullah amaya amba amber
        ambika ambrose ambrozy ameen ameenah ameera ameerah amelka ameya ameyaw amhlaoibh amiin amila aminat aminata amira amirah amirat amit amita
        amiya amma ammaar ammar ammara ammarah amna amnah amogh amol amos amrit amrita amulya anaaya anabia anagha anais anam anamaria anamta anand
        ananth ananya anastas anaum anay anayo anca ancuta andra andrada andreas andria andzelika aneeka anees aneesh aneirin anest aneta anetka
        aneurin angus anh anike anil aniqa aniqah anirudh anisha anishka anita anjana anjola ankit ankita ankur anmol annamaria anneka annelise annes
        anouk anousha anoushka ansa ansar ansel anselm ansh anshika anshul anson anthea anton antonina anuj anuli anuoluwa anuoluwapo anusha anusheh
        anvi anvita anwar anwen anwita anzal aodh aoibh aoibhe aoibheann aoibhin aoibhinn aoife apinya apollo apolonia apoorva april aqdas aqeel
        aqeelah aqib aqil aqsa araba aradhya aranya aras arbaaz arbab archana arda ardal areeba areebah areej areen areesha arhum aria ariadne ariana
        arianell arianna arianne arianwen ariel ariella arif arifa arij arin arina arinola arinze arisha arjan arkadiusz arlo armaan arman armani
        arnab arnav arnold arooj aroush arpita arqam arsal arsen arsenii arsh arshad arshia arslaan artem artemis arun aruna arundhati arvin arvind
        arwa arwel arwen arya arzoo arzu asa asad asal asante asantewaa asawer aseel asees asha ashanti asher ashima ashir ashmita ashok ashraf
        ashvin ashwin ashwini asif asifa asim asiya asjad aslan asli asmara asmat asmi asmita aspen asra assia aster aston astra astrid aswad asya
        atakan atharv atif atifa atilla atinuke atiqa atiya atiyah atlas attila aubrey aud audley august aur aurangzeb aurel aurelian aurelie aurelio
        aurica auste autumn ava avaneesh avani aveline avery avika avishi aviva avleen avneet avni avram avril avtar avyukt awa awais awel awele axel
        aya ayaansh ayah ayana ayanda ayat aybars aybuke ayca aydin aygul ayla aylin ayodeji ayokunle ayomi ayra ayrton aysegul aysel aysenur aysun
        ayten ayush ayyan ayzah ayzal azaan azad azalea azan azaria azariah azeem azhar azima aziza azka azlan azmat azra azriel azubuike baaba badar
        bade badr bahadir bahar baheera bahia bailey bairbre bakar baldeep baldev balint balraj balthazar bamidele banan bankole banu bao barack
        barak baran barclay barirah baris barkat barra barrie barry baruch basak basharat bashir basim basirat basit basma batin batool batu batuhan
        baylee bayowa bayram bear beau bebhinn beca bedo bedwyr beenish behcet behzad bekir bela belen belgin beli belinay benazir benedek benedicta
        bengi bengisu benita benjamim benjamyn benno bennu berat beren berenice berfin beril berivan berk berkay berke berna bernadeta bernice berrak
        bersu bertha bertram berwyn beryl beste bethel betrys betsan betsi betul beuno bevan beverley beverly beyda beyza beyzanur bharat bhargav
        bhavesh bhavika bhavin bhavna bhavya bhumi bhuvan bianca bijan billal bilqis bimbo bimpe bina binta bintou birgit birgul birsen bishal bishop
        bisi bisma bismah bisola bjorn blaine blair blaise blake blanca blanka blathin blathnaid blazej bleddyn blessings blodwen bluebell blythe
        boaz bodhi bogdana bogna bogumil bogumila bogusia bohdan bohdana bojan bolade bolaji bolanle bolatito boleslaw bonifacy bonnie bora boris
        borislav borys bosco bosede boston boubacar bowen boyd bozhena bozydar brady braeden brahim braith bramwell brayden braydon breanna bree
        bregje brenna brennan brent brett briar brid brighid briony britney brogan bronach bronagh bronislaw bronislawa bronte brooklyn bruce bruna
        bruno bryanna brychan brygida bryn bryson buchi buddy buket bukky bukola bukunmi bulent bunmi burak burcin burcu burhan busayo buse busenaz
        bushra busola busra byron cabhan cadan cadell cadence cadfael cadhla cadi cadog cadwaladr cael cagla caglar cagri cahir cai caiden cain cairo
        caitlan caitriona caius caja calbhach caleb cali calista calix callan callie calliope calypso camelia cameo can canan canberk candace canice
        cansel cansin cansu caoilainn caoilfhionn caoimhin caomhan caprice cara caradog cari cariad caris carla carlo carlota carlton carmel carmela
        carmen carole carolyn caron carrick carson carter carwyn caryl casey cash casi cassia cassidy cassius castiel catalin catarina cathan cato
        catrin cavidan cayla ceara cearbhall cecil cecile cecily cecylia cedric cedrych ceinwen celeste celine celt celyn cem cemal cemile cemre cen
        cenk cera ceren ceri cerian ceridwen cesar ceulan cevdet ceyda ceylan cezar cezara cezary chad chaim chaitanya chaitra chana chandan chandni
        chanel chanelle channing chantal chantel charan charis charissa charleen charlene charlize charmaine charvi chaya cheikh chelsey chenai cher
        cherise cherry chetan cheyenne chiagozie chiamanda chiara chibueze chibuike chibuzor chidalu chidiebere chidozie chidubem chiedozie chiemela
        chiemerie chigozie chijindu chijioke chika chikamso chikaodili chikezie chikondi chimaobi chimdi chimezie chin chinasa chinaza chinecherem
        chinedum chinelo chinenye chinwe chinyere chirag chisimdi chisom chizara chizaram chizitere chizoba chrissie chrystal chuka chukwuebuka
        chukwuka chukwuma chukwunonso ciara cihan cinar ciprian citra claude claudette claudio claudiu clay clayton cleo cleopatra cliona clodagh
        clover clovis codin codrin codrut codruta cody cohen colby coleen colette colin colla colleen colm colman colton comfort comhghall conaire
        conall conan concetta conchur conn constanta constantina coral coralie corbin cordell coreen corentin corin corina corinna corinne cormac
        corneliu cory cosima coskun cosmo costache costin courtenay crawford creed cressida crina cristiano cristobal cronan cruz cuan cuba cullen
        cuneyt cyan cybele cynan cynfael cynog cynwrig cyra cyrus czeslaw czeslawa daan daanish daanyal dabhog dabira dabiri dacian dafina dagmara
        dagny dahlia dairine daisie dakota daksh dakshesh dale daley dalia dalila dalton damaris damisi damla damlanur damon danah daneen dania
        daniah danica danika danil danila danish danna dante danut danuta daphne dara darach daragh daramola darian dariush darlene darnell daron
        darragh darrell darryl darsh darshan darshana darshini darwin daryl dashiell dasia daud daumantas davinia davit davon dawn dawson daya dean
        deana deandra dearbhla debola debora decebal deeba deeksha deen deena deepa deepali deepika deepthi deeya defne deian deimante deiniol
        deirbhile deirdre deividas deja delfina delisha delores delphi delphine delroy delwyn delyth demba demelza demet demetri demir dena denisa
        denisha deniz denzel deon derbhla deren deri derin dermot derwen derya deryn desire desiree dev deva devan devang devansh devanshi deven devi
        devika devin devina devlin devon devorah devrim devyani dewi dexter dezi dhairya dhanush dhanya dhara dharma dharmesh dhiya dhriti dhruv
        dhruva dhruvi dhwani dhyan diamond diarmaid diarmuid dicle didem dideoluwa diego dieter dieudonne digby dilara dilawar dilay dilber dilek
        dilpreet dilraj dilshad dilshan dilwyn dimitra dimitrie dimple dina dinah dinesh dinko dino dion dionizy dionne dior dipa dipak dipesh dirk
        disha dishant divit divya divyansh diya djamila djeneba dobrawa dodie dogan dogukan doha doina doireann dolapo dolores domantas domas
        domenico domhnall dominika dominykas donal donatas donnacha donncha donnie donte dorcas doreen dorel dorian dorin dorina doris dorsa dov
        doyin dragos drake druv drystan dua duaa dubhaltach dudley duha dulcie dumitra dumitru dunya durga duro durrah duru durva dushyant dustin
        duygu dwayne dwight dyfan dyfed dyfi dyfrig eabha eadan eadie eamon eamonn eanna earl earnan ebba ebele ebere ebiere ebrar ebrill ebru ebube
        ebunoluwa ecaterina ece ecem echezona ecrin edanur eden edgars edina edison edita edmond ednyfed edoardo eduard eduardo edvard edwina edyta
        eesa eesah efa efan efekan efemena eflyn efua egbert ege eghosa egle egon ehinomen ehsan eibhear eibhlin eiddwen eifion eilir eilish eiman
        eimhin einion einir eira eireann eirian eirlys eirwen eisa eisha eithne ejaz ejiro ekaette ekene ekin ekow ekrem ekta ekua elaf elaina elan
        elanur elara elbert elcin eldon eldora electra eleni eleri elfed elfie elfreda elgan elham elia eliana eligiusz elin elina elio elise elisei
        elissa ellery ellesse elliana ellise ellison elma elodie elora elowen elroy elsa elton eluned elva elvan elwyn elyas elyse elysia emaan emad
        emamuzo ember emel emelia emelie emenike emerson emery emil emile emilian emilio emilka emine emir emira emirhan emlyn emmanuela emrah emrys
        emyr ena enas enda ender eneko enes enfys engin enid eniola enis enitan ennis enobong enoch enric enrico enya enyonam ephraim epsa erasmus
        eray erdal erdem erdinc eren ergin erhan erhun erik erika eris erkan erkin erlend ermias ernesta ernestas ernesto erol eros ersin ersoy ertan
        erum eryk eryka erykah esa esaa esat ese eseoghene eseosa esha eshaal eshaan eshal eshan esher eshwar esi esila esin esinam eslem esma
        esmanur esohe esosa esperanza esra essa esteban estee estelle ester estera esyllt ethel etienne etim etinosa ettie eufrosina eugen eugenie
        eugenio eugeniu eugeniusz eulalia eunan eurig euros eurwyn eusebiu eustace evaan evander evangelos evanna evelina evelyna everett everly
        evgeni evren evrim ewout eyad eyal eylem eylul eymen eyram ezekial ezgi ezichi ezinne ezio ezmae ezme faaiz fabian fabiana fabien fabio
        fachtna fadi fadil fadime fadumo fahad fahd faheem fahim fahima fahmi fahmida faiq faiza faizah faizan fajar fajr falak falaq fallon fanta
        faolan faraz fardeen fareed fareeda fareeha farha farhan farhana farida faridat fariha farooq farooqa farouk farrell farwa farwah faryaal
        faryal farzana fasih fathiya fatih fatin fatou fawad fawaz fawzan fawzia fayyaz fayza fazal fazila fearghal feargus federica federico fehmida
        feidhlim feilim fejiro felicja feliks felisha ferdous fergal ferhat feride ferit fern fernanda fernando feroz ferran ferruccio feyza ffion
        fflat fflur fiach fiachra fiadh fidel fidelma figen fiifi fikret filipek filippa filippo filiz filofteia finbar finbarr fineen finian finlo
        finneas finnegan finola fintan fionn fionnan fionnuala fiorella firas firat firdaus fiyinfoluwa fiza fizah fizza flannan flavia flavian
        flaviu flavius fletcher flint floarea florbela florentina florentyna florica florina flynn folake folarin folorunsho ford forrest foster
        fouzia fox franciszka franco franz fraser freeman freyah frida frieda fuad fulya funke funmi funmilayo funmilola furkan furqan gabija gabin
        gaby gael gagandeep gaia galina gamze gana garam garbhan gargi garima garmon garnet garrett garry garth gaston gaurav gauri gautam gautham
        gavril gavrila gayatri gaye gayle gbemi gbemisola gbenga gbolahan gearoid geena geetha genc geneva genowefa georg georgeta georgios georgiy
        gerallt gerda germaine german gertruda gesa ghada ghazal ghazala gheorghita gherasim ghulam giacomo gian gianluca gianna gianni gibril giedre
        gift gilda giles ginevra gintaras giorgia giorgio girish gisele giselle gita gitanjali giulio giustina gizem gjon glain glen glenda glenn
        glenys glesni glory glyndwr gobnait goda gohar gokce gokhan goksu goktug golda gonca gonul goodness gopal goran govind gozde gracja gracjan
        grady graeme grant gratiela grayson greer gretchen griff griffin griffith grigor gruff gruffudd gruffydd grusha gudrun guglielmo guido
        guilherme gulay gulcan gulcin guler gulnaz gulnur gulsah gulsen gulsum gulten gulzar gunay gunes gungor gunjan gurbaksh gurdit gurjeet gurjit
        gurjot gurkan gurkirat gurman gurnoor gurshan gursimran gurvinder gurvir gustas gustavo gustaw guste guven guy gwawr gwenan gwenda gwenfair
        gwenfron gwenith gwenno gwern gwernan gwion gwladys gwyn gwyndaf gwyneth gwynfor gytis haani haaniya habeebah habiba hacer hadassah hadeed
        hadeel hadi hadley hadrian haf hafeez hafeezah hafiz hafiza hafizah hafsat hafwen hagar haidah haidar haider haitham hajar hajira hajra
        hajrah hakan hakeem hakki hala haleem halil halina halit hallam haluk halyna hamad haman hamayun hamdan hamdi hameed hameeda hamid hamida
        hammad hamna hamnah hanaa hanan handan hande haneef haneefa hanif hanifa haniya hank hannes hans hansika hanzala haoyu harald harbir hardeep
        hardik hareem haresh hargun hari harikrishnan harini harish harita haritha harjit harjot harkiran harkirat harlan harlee harlow harman
        harmony harnoor haron haroona harpal harper harsh harsha harshada harshil harshini harshit hartley haruka haruki harveen harveer haseeb
        haseena hashir hasina hasnain hasret hassam hassana hassanat hassim hateem hatice haven havva hawwah hayaan hayah hayat haydar hayden haydn
        haydon hayes hayriye haytham hazal hazem haziq heba hector hedd hedda heddwyn hedley heena hefin heledd helin hema hemant hena hendrix heni
        henna henri henrik henrikas henrique henryka herbie herman hermina hero hershel hesham hester heston hetal hetvi heulwen heulyn hiba hibah
        hidaya hidayat hifsa hifza hikmah hilal hilda hilla himanshu hina hinata hind hira hiral hiroshi hishaam hisham hitesh hiyab hollis homa
        honey hoorain hooria hooriya hopcyn hope horatia horatiu horea horia hosanna hosna houda hristo hrithik hritik huda hudaifa hudson huey hulya
        humaa humaid humayra humayun humberto humna hunter huriyah husam husna husnain husniye huw huxley huzaifa huzaifah huzefa hyacinth hywel
        iacob ianis ianto iarlaith ibironke ibiso ibraheema ibtehaj ibtihaj ibtisam ida idalia idan idara idha idil idony idowu idrissa ieremia
        iestyn ieva ifan ifeatu ifechi ifechukwude ifedayo ifeyinwa iffah iffat ifra ifrah iftikhar iftin igho ignacio ignas ignazio ihsan ijaz
        ijeoma ikechi iker ikhlaas ikhlas ikpemosi ikraam ikrah ikram ilan ilaria ilarion ilayda ilerioluwa ilham ilhan iliana ilias ilie ilir ilkay
        ilker illtyd ilona ilsa ilya ilyaas ilyas imaad imaani imad imama imani imara imisi imogene ina inaam inam inara inayat inci inderpal india
        indigo indira indiya indra inemesit ines inesa inez inigo inka inna innes insha insia insiya intisar iola iolanda iollan iolo ionel ionela
        iori iorwerth iosif ipek iqbal ira iram irem ireneusz irfaan irfan irfana irha iria irma irmak irsa irshad irum irvin irving isaias isatou
        iseult isha ishaan ishan ishani ishanvi isher ishika ishita ishrat ishwar isidora isioma isis iskra islwyn ismah ismay ismet isolde isra
        israr issa issam istiaq istvan ita italia ithan ithel itunu iulian iuliana iuliu iustin iustina iva ivaan ivana ivanka ivar ivet iveta ivo
        ivona ivor ivy iwo iyabo iyad iyanu iyanuoluwa iyinoluwa iyla iylah iyra izaan izaaz izaiah izan izel izhaan izma izna izydor izza izzah
        izzet jaan jabari jabez jabir jacek jacinta jacinth jacques jad jada jadah jadesola jadwiga jadzia jael jagan jagger jagjeet jagjit jagmeet
        jagna jago jagoda jagruti jahan jahanara jahangir jahanzaib jahmai jahmal jahnavi jai jaime jaimie jaimin jaina jakir jalaal jalal jaleel
        jalen jalil jalila jamaica jameel jameela jamieson jamila jamilah janae janelle janessa janette janina janine janis janiya jannatul janos
        january janusz japleen jared jarek jareth jarlath jarod jarrad jarrod jarvis jasbir jash jashan jasim jaskaran jaskirat jasmeen jasmeet
        jasmina jasneet jasraj jasveer jasvi jasvir jaswant jatin jatinder javairia javan javeria javi javier javon jawad jaweria jaxon jaxson jaya
        jayan jayant jayanti jayce jayesh jayla jaylen jaymie jaymin jayna jayson jazib jazlyn jazmyn jeana jeanne jeannie jed jedidah jedidiah jeena
        jeet jeevan jeevika jelena jemal jemma jena jenaya jenibelle jenni jensen jenson jeremi jeremie jerica jericho jermaine jerrell jersey
        jeshurun jessa jessamy jesutofunmi jet jethro jett jevan jewel jhanvi jia jiahao jiaqi jiawei jibril jigna jignesh jihad jihan jilly jimena
        jimi jimin jin jinal jing jiri jivan jiya joachim joana joann joaquin job jobe jocelyne joelle joely johan johann johannes johnnie johnson
        jolade jolana jolanta jolene jolie jomana jomiloju jonas jonasz joni jonte jordana jordanna jordi jorge jorgie joris jorja josefina josefine
        joseline joshan jost josue jovan jowita jozefa jozefina juan juana juanita jubal judah judas judie juhi julek juliane julianna julianne julien
        juliette julio julita juliusz july jumana jumoke junaid junaina junayd june junjie juno jurgen jurgita justas juste justice justina justinas
        justine juwairiya juwayria juwayriyah juziel jyothi jyoti jyotsna kaan kaavya kabir kacperek kade kadiatou kadie kadir kadriye kaede kael
        kaela kafayat kafui kagan kahlan kai kaia kaija kailash kailey kailum kainat kaira kairav kairo kaisa kaitlan kaivalya kaiya kaja kajal
        kajetan kajol kajsa kalani kale kaleb kaleel kaleem kali kalila kalina kalinda kalisha kalkidan kalpana kaltrina kalvin kalyani kamaal kamala
        kamara kamaria kameel kamel kami kamila kamilah kamlesh kamran kamsiyochukwu kamuran kamya kana kanan kanayo kanchan kandis kane kanesha
        kanika kanishk kanishka kaniz kanwal kanyinsola kanza kaodili kapil kara karachi karam karan karanveer karas kardelen kareema kareen karel
        karima karishma karla karlo karlos karly karma karol karolis karolyn karson karsten karter karthik karthika karun karys kasey kashaf kashfa
        kashif kashish kashmir kashvi kason kaspars kasra kassandra kassia kassidy kaszimir katalin katana kateline katia katinka katja katrin
        katrine katya katyusha kausar kaushal kaushik kavan kaveh kavi kavin kavir kavish kavya kayan kaycee kaye kayinsola kaynat kayne kayode kayra
        kazi kazimierz keagan kean keana keanu keara keaton keegan keelin keely keenan keerthana keerthi kees kehinde keighley keir keisha keith
        kelan kelcie kelis kelvin kemal kemuel kenan kendal kendall kendra kendrick kenia kennedy kensa kent kenya kenza kenzi kenzo kerem keri kerim
        kerri kerrie kerstin keshav keshia kestrel ketan keturah kevin kevyn keya keyaan keyan keyla keyur khadim khaleda khaleel khalifa khalil
        khalilah khanh khayra khiana khizar khizr khush khushali khushboo khushi khuzaima khyati kiaan kiah kiana kiara kiaran kiefer kikelomo kilian
        kimani kimi kimora kimran king kinga kingsley kingston kinjal kinsley kinza kinzah kiowa kip kira kiran kirandeep kiranjit kiranpreet kirby
        kirill kirk kirpal kirtan kirti kishan kishor kitan kivanc kiya kiyan kiyana kizzie klara klaudia klaudija klea klemens kleopatra klevis kobi
        kobina koby kodi kofi kofoworola koji kola kolade komal konrad konstancja konstanty koray kordian korede korey kornel kotryna kourosh kriday
        krina krisha krishan krishiv krishna krishnavi kristaps kristen kristi kristiana kristin kristof kristofer kristupas kriti kritika kriya
        krupa kruti krystal krystle ksawery ksenia kseniia ksenija kshitij kubra kuda kudirat kukua kulraj kulsoom kulsum kumar kunal kunj kunjal kunle
        kupakwashe kursat kurt kurtis kusum kwaku kwamena kwasi kweku kyden kyla kylan kylar kylee kyler kylian kylie kymani kyna kyra kyree kyron
        kyrylo kyson laaibah labake labeeb labiba lacey laci lacie ladan ladi ladislav lael laiba lailani laine lainey laiqa laith lakeisha lakisha
        laksh lal lale lalita lamar lamees lamin lamiya lamya lanae lance lancelot landon lane langston lani lanre laoghaire laoise lara laragh
        laraib larissa lark lars larysa lasya latasha lateef lateefat latifa latifah latoya laur lauraine laureen laurel laurentiu lauryn laurynas
        lavanya lavender lavinia lawson laya layan layba layton lazar leander leandra leandro leda lee leeanne leela leen leesa leeza legacy lehna
        leif leighann leilani leith leja lekan lela leland lelia leman lemar lencho lenka lennie lennox lenora leokadia leoma leona leone leonid
        leonidas leonor leonora leopoldo leora leroy lesia leslee lester leta letisha leto leusa lev leva levan levent levente levi levon lewin lexa
        lexus leyan leyton liadan liadh liana lianne liba libbi liberty lidija lidya liepa lieve ligia likitha lilac lilia lilianna lilien liliya
        lilla lillia lillyana lilya lilyan linas linden lindsey ling linnea linus lior liora lisbeth lisette lisha lita liutauras liviu liya liyah
        liyana lizaveta lizbeth lleucu llewela llewelyn llifon llinor llion lliwen lloyd lluan llyr llywarch llywela lochan lochlan lochlann lodewijk
        lohith loki lolade lolita loma lona lonan london lonnie lora loran lorcan loredana lorelai lorelei lorena lorenza loretta loriana loris lorne
        lotus louella loui lourdes lovell lovely lovisa lowena lowri loyd luan luana luay lubaba lubna lubomir lucan lucca lucette luciana luciano
        lucica lucien lucilla lucius lucja lucretia lucrezia ludwik ludwika luella lugh lughan luigi luisa luiza lujain lukrecja lumi luminita luna
        luned luqmaan luqman lusia luther luul luz lwazi lyanna lyarna lyba lylah lyle lyndon lyndsay lyndsey lynette lynn lynne lynsey lynx lyra
        lyric lyubomir lyudmyla maab maame maan maanas maariyah maaya maaz maazin mabel mabli macauley mace mackenna macy mada madalin madalina
        madara maddison maddox madeeha madeena madelaine madhav madhura madhuri madiha madina madisyn madlen madog madonna mael maelle maelys maeva
        mafalda magali magdy magnolia maham mahdi mahdiya mahdiyah maheen maheera mahek mahfooz mahi mahika mahima mahir mahira mahjabeen mahmuda
        mahnoor mahon mahreen mahrosh mahtab maide maiken maille maimoona maimuna mair maira mairah mairead mairi mairin maisa maisara maisha
        maitland majella majid majida majka maka makayla makeda makena makenna makenzie makosi maksymilian malachy malaika malaikah malakai malakhi
        malala malavika malaya malayka maleeha maleeka malena malhar mali malia maliha malika malin malina malini malka malki mallory malo malvina
        malwina maly mamadou mamie mamoon man mana manaal manahal manahil manal manan manas manasa manasvi manav manavi mandip mandla manha manini
        manish manisha manjinder manjot manmeet mannat manon manraj mansa mansi mansoor mansour manuela manus manveer manvi manvir manya maoliosa
        maolra mara maram marcela marcelina marceline marcella marcelle marcelo marcia marco marcos mared maree mareike marek maren margareta margaux
        marged margherita mariabella mariah mariann mariella marielle mariha marijus marilena marilla marilyn marin marinela marioara mariola marion
        marios maris marisa mariska marisol marissa marit marita maritza marius marjorie markas markel marko marla marlee marleigh marlena marlene
        marlo marlowe marnie marquis marsel marsha marshall martel martim martina martins martyn marwa marwah marwan maryann maryanne maryia maryla
        maryna maryse marzena marzia masa masood masooma massimo master masuma matas matei math mathias mathonwy matias matilde matis matiss matous
        mattea matteo matthieu mattia matus matvei matvey maud maude maura mauricio maurits maurizio maurycy mavis mawuli maxence maximo maxton
        mayada mayah mayank mayar mayowa mayra mayukh mayur mayuri mazen mazhar mazie mckayla mckenna mea meadhbh meadow medha medine medwyn meena
        meenakshi meenal meera meerab megha meghna mehak mehar mehdi meher mehnaz mehreen mehrish mehrunisa mehtab mehtap mehul mehwish meilin meilir
        meilyr meinir meir meirav meiriona mekhi melahat melania melek melih melike melina melis melisa melodie meltem melva melvin melvyn memoona
        menna meral mercan mercia meredydd mererid merfyn merida meriel meriem merin merle merlin merryn mersiha mert merve meryl meryn mesut mete
        meurig meziane micael micaela micha michele mieczyslaw mieszko mihail mihailo mihangel mihika mihir mihnea mihriban mika mikaela mikayla
        mikel miko mikolas milana milani milda miley milica milind millar millen miller milos milosz milton min minahil minal mindaugas mindy mine
        ming minh minha minhaal minna mirabel mirabela mirabelle mirac miracle miraj miray mircea mireille mirela mirella miren mirka mirna mirona
        miroslav miruna mirza misaal misbah mishaal mishal mishka misty mitali mithila mithun mitra mitul miyah mizan moa moaz modestas modou modupe
        modupeola moeed moeen mofe mofeoluwa mohan mohana mohini mohit mohsin mohsina moin moiz mojca mojola mojtaba moksha molli momin momina
        mominah momna monet monika monique monisola montague monte montel morag moray morayo mordechai morenike morfudd morgana morgane moriah moritz
        morlais morolake moronke morrigan morten morven morwen mosab moshe mosope moss mostyn motola motun motunrayo moussa moyin moyo moyosore
        mridul mubarra mubashir mubeen mudasir mudassir mueen mueez mufaro mufeed muftau muhammet muhanad muhsin muhsina muireann muiris mujeeb
        mujtaba mukaddes mukesh mukhtar mukund mumin mumtaz muna munazza muneeb muneeba muneera munir munira muqaddas murad murat murchadh muriel
        murphy murrough murside murtada murtaza musaab musab musfirah mushfiq muskaan muskan muslim muslima mussa mustajab mustakim mutahir mutaz
        muyiwa muzaffar muzaffer muzamil muzammil mwansa mwynwen mya myah myfyr mykhaila mylah myles mylie myra myrddin myrna myron myrtle mysha naaz
        naba nabeeha nabeel nabeela nabhaan nabhan nabiha nabil nabila nabilah naciye nada nadeem nadeema nadim nadin nadine nadir nadira nadja naeem
        naeema naeemah naeto nafees nafeesa nafisa nafisah nagi nagihan nahid nahida nahil nahla naila naima naina naira nairn naitik naiyah najeeb
        najm najma nakita nala nalani naledi nalini nam naman namir namita namra namrah namrata nanami nancie nandini nandita nanette nannon nantale
        naoki naomh napoleon narcis narcisa naresh narges nargis narin narinder narjis nasar naseem naseema nashit nashwa nasiba nasiha nasim nasima
        nasra nasrin nastassia natalita natania nataniel natasja natassja nathalia nathanial naufal nauman nausheen nava naveed naveen naveera navid
        navin naviya navleen navneet navpreet navraj navreet navya nawaal nawal nawaz naya nayab nayah nayan nayana nayla nayyab naz nazan nazanin
        nazar nazeem nazia nazifa nazim nazir nazish nazli nazma nazmul nazneen nazreen nchekwube ndidi nea necati necla neda nedas nedim neel neela
        neelam neelesh neeraj neeru neeti neeve nefeli neha nehal neharika nehir neira nelam nele nella nelly nelson nelu nena neo neralyn nergis
        neringa nerissa nermin neslihan nesrin nessan nest nesta nestor neva nevena nevin newton neyla ngoc nhyira nia niah niam niamat nicandro
        niccolo nichelle nicholai nickita nickolas nicoara nicol nicolai nicolette nicolo nicusor nida nidhi niels nieve nigella nihad nihal nihan
        nihira nii nikesh niket nikhil nikhila nikhita niklas nikodem nikolaj nil nila nilay niles nilesh nilgun nilima nilofer nils nilsu nilufar
        nilufer nimah nimco nimesh nimet nimisha nimra nimrah nimrat nino niraj nirali niranjan niranjana nirav nirmal nirmala nirvair nirvi nisa
        nisanur nisar nisarga nisha nishant nishat nishi nishka nishtha nismah nita nitara nithila nithya nitika nitin nitya niv niva nivaan nivedita
        nixie nixon niya niyah niyati nizam nizar nkem nkiru nkiruka noam noe noel noelia noella noelle noemi nohaila noirin nojus nola nolan nollaig
        noman nomsa nonhle noorah nooria noorulain norbert noreen norma norris nosheen noura nouran nova novak nowshin nuala nuha nuhaa numaan nuno
        nupur nuray nurcan nurgul nurhan nuri nuria nurin nursel nurten nusaiba nusaybah nusrat nuur nuzhat nwando nwanneka nya nyah nyasha nye nyla
        nylah nyomi nyra nyx oana obaa obafemi obaid oberon obiageli obichi obinze obioma oceana octav octavian octavius oda odarka odhran odin
        odinaka odran odunayo odysseus ofelia ogechi ogochukwu ogwen ohanna oighrig oilibhear oirin oisin ojas okan okechukwu okiemute oktay olabisi
        olabode oladayo oladimeji oladoyin olaf olaide olajide olajumoke olakunle olaniyi olanrewaju olasubomi olatunde olatunji olawale olayinka
        oleander oleksii oleksiy olimpia olivi oliwer oliwka oluchi oluchukwu olufunke olufunmilayo olumuyiwa oluremi olusola oluwabukola oluwabusayo
        oluwadamilare oluwadara oluwadarasimi oluwadunsin oluwadurotimi oluwafunmilayo oluwagbemisola oluwakorede oluwalonimi oluwamayowa oluwapelumi
        oluwasegun oluwasemilore oluwaseyifunmi oluwaseyitan oluwatamilore oluwatimilehin oluwatofunmi oluwatoni oluwatosin oluwayemisi olwen olwyn
        olympia om omari omarion omera omid omkar ommay omnia omobolanle omodolapo omolara omonigho omorinsola omosede omowunmi omran ona onder onome
        onuora onur onyedikachi onyeka onyekachukwu onyinye onyinyechi onyx oona oonagh opal opemipo opeoluwa opeyemi oprah oran orcun oren orestas
        orfhlaith orhan oriana oriel origa oriol orion orji orlando ornella orson ortansa osagie osahon osama osaretin osariemen osaru osarugue osas
        osasere osayi osaze osborn oseremen osha osirioghene oskars osric ossian ostap otilia otis otto otylia oumou ousman ovidiu oviya owais oya
        oyewole oyin oyindamola oyinkansola ozan ozcan ozge ozgur ozil ozlem paakhi paakow paapa pablo padma padmini padraic padraig padraigin pakize palak
        palesa pallavi paloma palvinder pandora pantelimon panya paola paolo parag paraschiva paresh pari parinita paris parisa parisha parker
        parmjit parth parthiv parul parvez pascal pascale patience patricija patrik paulina paulius paulo pauls pauri pavan pavandeep pavani paven
        pavitra pavni pavol pawandeep payal payton paz peace peadar peader pearl pearse pelagia pelin pelumi penda penina penri pepper peredur
        peregrine peri perihan perla pernille perrie perry persis perveen peta petar petrina petronela petros petru petrut petruta phaedra pharrell
        phebe phelan phelim phineas phoenix phuong pia pierre piet pietro pilar pinar pinja piper pippin pixie piya piyush pola polina pollie pooja
        poonam poorvi porfirio portia poyraz prabhjot prabhleen prabhnoor prachi pradeep pradyumna pragati pragnya pragya praise prakriti pranali
        pranav pranay praneet pranjal pranjali pranshu pranvi prarthana prasad prasanna prashansa prashant prateek pratham pratibha pratik pratiksha
        pratyush praveen praveena prayag preeti preetika preksha prem prerna preslava presley prianka primo prina princess prisca prital pritam
        prithvi priti pritika priyal priyam priyan priyesh proinsias promise prosper prudencia prysor przemek przemyslaw puja pulkit punam puneet
        purav purdey purity purva purvi pushpa pyaar qadir qais qamar qasima qi qiana qiara qing quade qudsia quinlan quinn quinten quintin quiteria
        quratulain raafe raag raahim raahima raaif rabail rabeea rabeeah rabia rabiah rabiya racha rachana racquel rada radhika radhiya radiya
        radovan radu radvile raees raegan raelynn rafaela rafay rafeeq raffaele raffaella rafferty raffi raffy rafia rafiat rafiq rafiya raghad
        raghav raghavendra ragnailt ragnar rahaf raheela raheema rahel rahi rahil rahila rahma rahmat rahul raiden raif raighne raihaan raihan
        raihana raikou raima raimonda raina raisa raissa raiza raja rajab rajan rajani rajat rajbir rajdeep rajeev rajeshwari rajiv rajni rajpal
        rajveer rajvi rakesh rakhi rakin raluca rama ramadan ramandeep ramatoulaye ramazan rameen rameesa rameesha rameez ramesh ramil ramin ramina
        ramiro ramisa ramiz ramla ramon ramsay ramses ramsha ramy ramya ramzan ramzi rana ranbir randa randall raneem rani rania ranim raniya ranjana
        ranti ranveer ranvir raqiya rares ras rasa rasha rashed rasheeda rashi rashida rashidah rashmi rasika rasmus ratna rauf raul raven ravina
        ravindra ravjit ravneet rawan raya rayaan rayana rayane rayann raylan raymonda rayna rayne rayon rayshaun rayya raza razan razeen razi razia
        razvan reagan realtin reanna recep redmond reef reegan reem reema reena reenu reet reeva regan regis reha rehaan rehan rehana rehma rehmat
        rei reika reina reinis reiss rekha remas remell remi remigijus remigiusz remus remy remzi renae renato rene renee renesmee renia rennie reno
        reshma reuel reva revan revathi rex reya reyaan reyan reyansh reyhan reyna reza rhea rheanna rheon rhett rhia rhianna rhiannan rhianne
        rhinwedd rhoda rhodes rhona rhonda rhun rhydian riaan riad riana rianna riannah riaz ricards rickesh rida ridah riddhi ridhi ridhima ridvan
        ridwaan ridwan rieko rienna rifah rifat rifqa rihaan riham rihan rihanna rihards rija riker rikki rima rimsha rini rinku rinsola rio rion
        riona rionach ripley risha rishab rishabh rishan rishi rishika rishit risteard ritaj rithika rithvik riti ritika ritu ritvik riva river
        riverlyn riya riyaan riyad riyadh riyan riyansh riyaz riza rizwaan rizwan rizwana roan roar robertas roby rocco rochelle rocio rocky rodas
        roderic rodica roha rohaan rohail rohaila rohan roheen rohin rohini rokas roksana rola rolake rolando rolf roma romaan romain romaine romaisa
        romana romano romany romario rome romeesa romeo romey romi romilly romina rommel romola romualdas romulus rona ronav ronia ronin ronit rony
        roo roohi rook roop roopa roosa roqia rosa rosalba rosaleen rosalia rosanne rosario rosella roselyn rosetta roshan roshini roshni rosita
        roslyn ross rostislav rostyslav roswell rotem rouen rowland roxanna roxie roy royce rozalia rozerin rozina ruadhan ruaidhri ruairc ruan ruba
        rubab rubaiya ruben rubens rubin rubina rucha ruchi ruchika rudra rudransh rufaro rugile ruhaan ruhan ruhi rui rujula rukaiya ruken rukevwe
        rukhsana rukhsar rukiye ruksana rumaisa rumaisah rumaysa rumaysah rumi rupa rupal rupali rupan rupi rupinder ruqaiyah rushabh rushali rushil
        ruslan ruslana rusne russel rustem ruta rutendo rutvi rutvik ruvim ruxanda ruya rya rydal ryder ryka rylan ryland ryley ryo ryszarda saabir
        saabirah saachi saadat saaim saaliha saanvi saara saarah saba sabah sabeeha sabeeka sabeen saber sabia sabiha sabin sabina sabir sabira
        sabiya sabri sabrin sacha sachin sadaf sadeed sadeq sadhbh sadi sadik sadika sadiq sadiqa sadiyah saeeda safeera saffa saffi saffiyah safina
        safiye safoora safwaan safwan sagal sagar sagarika saghir sahaj sahana sahar sahasra saher sahib sahibjot sahil sahin sahir sahira sahra
        sahrish sai saida saiesha saifullah saikou saim saina saiqa saira sairah saisha sait sajad sajda sajeel sajid sajida sajidah sakariya sakeena
        sakina sakinah saku salaar salahuddin saleha salem salena salih saliha salima salina salmaan salman salome salwa sama samaira samana samanta
        samar samara samarth samaya sameea sameeha sameen sameer samet samia samiha samiksha samir samiullah samiya sampson samrat samreen samridhi
        samrin samvit samya san sanae sanah sanam sanaya sanda sandhya sandie sandip sandor sandro saneeha sangeeta sania sanika saniya saniyah sanja
        sanjana sanjay sanjeev sanjida sanjith sanket sanna sannah sanne sanskriti santana santeri santosh sanvi sanya saood saphira sapna sapphire
        saqib saqlain saran saranya sarayu sardar sari sarika sarim sarin sarina sarita sarmad sarosh sarrah sarvesh sarwar sascha saskia sathvik
        sathya satnam satveer satvir satya saul saule saumya sava savana savio saviour savita savitri savleen sawda sawyer sawyl sayali sayan sayyida
        sazime scarlet scarlette scath seadna seanan sebnem secil seda sedat sedef seedy seema sefa sefakor sefton sehaj sehajdeep sehajpreet seher
        sehrish seimon sejal selah selahattin selam selami selasie selcan selcuk selda selena selene selin selwyn sema semih semiloore semra sena
        senam senan sency seneca senna seoirse seonaid sepideh septimiu serafina serap seraphim seray serban sercan serdar serenity serge sergei
        sergey serghei sergio sergiu sergiusz serhan serhat serhii serife serkan serpil servet serwaa set setareh seth sevda severus sevgi sevil
        sevim sevinc sevval seweryn seyda seyed seyma seymour sezen sezer shaaf shaakir shaan shaanvi shaban shabana shabaz shabbir shabir shabnam
        shabnum shadaab shadi shadia shae shafaq shafi shafia shafiq shafiqa shagufta shahad shahan shahana shahbaaz shahbaz shahd shaheda shaheena
        shaheer shahida shahina shahir shahla shahmeer shahmir shahnaz shahroz shahrukh shahryar shahtaj shahzad shahzaib shahzeb shai shaiden shaila
        shailesh shaima shaina shaiq shaista shaivi shakeela shakila shakir shakur shalini shaliza shallu shalom shamas shamila shamim shamima shamir
        shamis shams shamsa shamsul shana shanae shanaya shandi shane shanel shani shania shannen shanon shantanu shante shantel shanti shanvi shanya
        shanza shanzay shaqeel sharan sharanjit shardul shari sharifa sharjeel sharlene sharmaine sharmila sharmin sharn sharna sharni sharron
        sharvari sharvil shashank shauna shaurya shavon shawna shay shaya shayaan shayan shayla shaylee shaymaa shayna shayne shaza shazad shazain
        shazana shazia shazma shazmeen shea sheba sheela sheelagh sheena sheetal sheeza shefali sheharyar shehla shehnaz shehroz shehroze shehzad
        shekinah shelby sheldon shem shenelle shenna sher sheraz sheree sheridan sherin sherine sherlock sherman sheron sherrie sherry sherwin sheryl
        shevon sheyla shi shifa shifah shikha shikhar shila shilo shiloh shilpa shima shira shiraz shireen shirin shital shiva shivaan shivam shivang
        shivangi shivansh shivanya shivin shivon shivraj shiza shlok shlomo shoaib shola shona shonagh shonda shoshana shraddha shreeja shreeya
        shreyas shreyash shriya shriyan shruthi shruti shrutika shu shuaib shubham shubhi shubhra shuja shukri shulamit shumaila shyam shyanne shyla
        siadhal siam siana sianna siba sibel siddhant siddhi siddiqa sidika sidonia sidonie sidra sidrah siegfried siencyn sierra sif sifat sigrid
        sigurd sihaam siham sijuade sikandar silke silva silvan silvana silver silvestras silvia silviu sima simar simas simay simba simeon simge
        simidele simina simisola simmi simona simonas simonne simra simrah simrat simrit sina sinan sinclair sindi sindy sinem sinmiloluwa sinthia
        siobhain siofra siomha sion sioned sipho sira siraj sirin siriol sissy sita siti siun siva siwan sixten siya siyana siyona skaiste skye skyla
        skylar skyler slaine slawomir smita smriti sneh sneha snehal snizhana snow sobia soeren sofian sofiane sofiyan soha sohaib sohail soham sohan
        soheil soheila sokol solange soleil solvei somaiya somer somhairle somkene somtochi sona sonal sonali sonam soner songul sonia sonja sonny
        sonu sonya soobin soong sophea sophronia soraia sorana soraya sorcha soren sorin sorina soroush soukaina soumya sourav spencer spike spyridon
        sravan sravya sreeja sri srihan srinidhi srinivas srishti sruthi ssofia stacy stana stanca stanimir stanislawa stanko star stavros stefana
        stefanie stefanos steffi stelian stelios sten stepan stephana stephania stevan stevi stewie stig stina storm stoyan stuti su suad sualeh
        subhaan subhan subhana subhash subomi suchita suchitra sudarshan sudeep sudenaz sudha sudhir sufi sufian sufiyan sufyaan sufyan sugandha suha
        suhaan suhaib suhail suhaila suhana suhani suhas suhayb suheyla suibhne sujal sujata sukaina sukanya sukhbir sukhdev sukhleen sukhman
        sukhmani sukhraj sukhveer suki sukran sukriti sukru sul sulabh sule sullivan sultan sultana sumaira sumairah suman sumbal sumbul sumedha
        sumeet sumer sumera sumeyye sumi sumit sumita suna sunaina sundas sunday sunder sunniva surabhi suraiya suraj suraya surbhi suren suresh suri
        surina surjit surya sushant sushma sushmita suvarna suzan suzy svara sven svenja swapnil swara swasti swati sybil sydnie sylvain sylvana
        sylwester symon synne syra syrus szczepan taaha taayba tabassum tabasum tabea tabish tad tadas tadhg tadiwa tafadzwa taha tahani taher tahir
        tahira tahiya tahleel tahmid tahmina tahreem tahseen tahsin taibah taiga taimoor taimur taina taiyba taiye taj tajinder takara takashi
        takunda talal talan talat talha talhah tali taliah taliesin talin talisa tallis talula talya talyah tamana tamanna tamar tamarah tameem
        tameen tamer tamika tamilore tamim tamina tamir tamkeen tammi tamoor tamsyn tamuno tamwar tana tanaka tanase tanatswa tanay taneesha taner
        tangui tania tanika tanisa tanish tanishka tanitoluwa taniya tanmay tanmayi tannaz tansy tanush tanushree tanveer tanvi tanvir tanwen tanzeel
        tanzeela tanzila taonga taqi taqwa tara tarah taraji taran tarang taranpreet taras tare tarek tariere tarin tarinda tarini tarkan tarone
        tarun tarveen tasfia tashi tashinga tasmia tasmin tasneem tasnia tasnim tate tatum tatyanna tauqeer tauseef tavian tavish tawana taya tayah
        tayba taybah tayfun tayla taylan tayler taylor tayyab tayyaba tayyabah tayyib tazeen tazmin tea tecwyn tedros teegan teena tegbir teghan
        teghveer tegid tegwen tehreem tehya teidi teifi teifion teigan teja tejal tejasvi teju tejumola tekin teleri temidayo teniola tenisha
        tennyson tenzin teodora teoman tera terell teresia terrell terrence terri terrie tesni tessie teun tevin teya teyana thabiso thai thais
        thalia thandi thandiwe thando thane thara tharun thekla thelma themba theodosia theon therese thi thiago thibault thierry thilo thishan
        thivya thomasina thomasz thor thora thorin thu thuy thyra tiago tiah tianna tiannah tiara tiaraoluwa tiarnan tiberiu tibor tiernan tierney
        tiger tiggy tihana tijani tijesu tilak till timea timi timilehin timon timotei timoteo timothee timur tinashe tino tinotenda tinuke tioluwa
        tioluwani tiona tirath tirion tirzah tita titas titi titilayo titilope titus tiwa tiwalade tiya tiyana tjark toader tobiasz tobie tobin tobit
        tobyn todd tofunmi toirdhealbhach tolani tolga toma tomasina tomass tomilola tomislav tomiwa tommaso tonye tooba toprak torben torin tosin
        tova tove toyah toyosi tracie trae traian tran treasa treasure trefor trey trinh trinity triona trisha trishna tristram troy trudi trudie
        truman trystan tsion tsveta tuathal tuba tucker tudor tudora tudorel tugba tugce tuhin tulay tulika tulsi tumininu tuna tunc tung tunji
        tunrayo turan turgut turkan turner tushar tvisha tya tyga tyla tylah tymek tymon tymoteusz tyne tyr tyra tyreece tyreke tyrell tyron tyson
        tzipora uainin ubaid ubaidah ubayd ubaydah udayan udit ufuk ufuoma ugne ugo ugochi ugonna ugur uileog ujjwal ukachi ukasha ulas ulric ulrich
        ultan ulunma ulya umaima umaimah umairah umaiza umama umamah umay umayma umaymah ume umesh umit umme ummi umut una unaisa unaysah unity unoma
        upma urania uri uriah uriel urien urja urmi urooj urte urvashi urvi urwa urwah usaamah usaid usama usayd usha ushama ushma ushna usmah uswa
        utkarsh utku utsav uwaimah uwais uwe uzaib uzair uzayr uzma uzochukwu uzodinma uzzi vaani vaclav vadim vaibhav vaibhavi vaidehi vaidik
        vaishali vaishnav vaishnavi vaiva valdas valdemar valencia valentine valentino valeria valerian valeriia valerija valeriu valery valeska
        valmik vance vanda vangelis vani vania vanisha vanita vanja vanshika vanya varinder varisha varnika varsha varshini varun varvara vasant
        vasanth vaseem vashti vasilica vasilios vasilisa vasu vasudev vasudha vasylyna vatsal vaughan ved veda vedanshi vedant vedika veena veer
        veera veli velma vena venetia venice venkat venus veranika verena verna vernon verona veselin veselina vesna vesper vesta viaan viann vianne
        vibha victoire victorija vida vidhi vidhya vidisha vidula vidur vidya vienna vierin vignesh vihaan vihan vihana vijaya vijeta vikas vikesh
        vikrant viksit viktorie vildan vilhelm vilius villanelle vilte vimal vinay vinayak vincents vincenzo vineet vineeta vinesh vinita vino vinod
        viola violeta violetta viorel viorica vipasha vipin vipul vir viraaj viraj viren virgil virgilijus virginie virti visarion visha vishakha
        vishal vishesh vishnu vishva vismay vismaya vita vitali vitalie vitalii vitalija vitaliy vito vitor vitoria vittoria vitus viva vivaan vivek
        viveka vivi viviana vivianne vjosa vladan vladimira vladislava vladut vlasta voichita voldemar volkan vrinda vrishti vritika vuk vusi vyan
        vyara vyas vyom vyoma vytautas waahid wade wadi wafa wafaa wafiq wahab wahaj wahid wahida waida wail wajeeh wajeeha wajid wajiha wale waleed
        waleeja wali walid waliyah wallis walther wambui wan wanjiru waqar waqas warda wardah wareesha warisha warner warren warrick warwick waseem
        waseema washington wasif wasim wasima wassim waylon wayne weam wei weihan wendel wendell wendi wendy wenjie werner westley weston whitney
        wieslaw wieslawa wietske wilbert wilbur wilder wiley wilford wilfredo wilhelm wilkie willard wille willem willemina willis willoughby wilma
        wilmer wilson wincenty windsor winona wit witold wlodek wren wunmi wuraola wyatt wyclef wylie wyn wynford wynn wynne wynona wynter xabi
        xanthe xanthia xavi xaviera xena xenia xi xia xiang xiaoyu xin xinyi xinyue xochitl xolani xuan xue xyla yaa yaara yaaseen yacine yadav
        yadira yael yafa yagiz yagmur yagna yahir yaiza yajat yakoub yakup yamal yaman yameen yamin yamina yan yanick yanis yankuba yannick yaqeen
        yarden yared yaren yarik yarin yaro yarrow yasar yaseer yaseera yasha yashal yashas yashasvi yashi yashika yashna yashraj yashvi yasira
        yasmina yasra yavuz yaw yayra yazan yazid yazmin ye yeabsira yejide yekta yemi yemisi yemurai yen yeray yerin yesenia yeshua yesim yetunde
        yevgeniya yevhen yevheniia yewande yi yichen yifan yihan yildiz yilmaz yimika yishai yisrael yitzchak ylva yngve yoana yoann yoav yohan
        yohana yohanes yohannes yoko yolande yoltzin yonas yonatan yongjie yoni yorick yoruba yoshi youcef youmna youna young ysabel yseult yuan
        yucel yue yug yuhan yui yuki yuksel yukta yulian yuliya yumna yumnah yuna yunfei yupheng yury yusha yutong yuval yuvan yuvika yuvraj yuxuan
        yves yvette yvie yvo zaafir zaara zaariyah zabihullah zabir zacarias zacharias zackariah zackery zacky zada zadie zafar zafer zafir zafirah
        zahab zaharia zaheen zaheer zaheera zahi zahid zahida zahin zahir zahira zahraa zaibunisa zaiden zaim zaima zaina zainabu zainah zaine zair
        zaira zaire zaitun zakariyyah zakir zakiya zakiyah zakiyya zala zale zalina zaman zamfir zamir zana zandile zandra zane zanele zaneta zaniah
        zanib zareen zareena zariah zarin zarina zarish zariyah zaroon zarqa zarrar zarya zaryab zavier zaviyar zawadi zawar zawdie zaya zayaan zayan
        zayana zaydaan zaydan zayden zayla zayna zayyan zdzislaw zea zeb zebediah zeejay zeenat zeerak zeeshan zeina zekeriya zeki zelda zelia zelie
        zelina zella zena zenab zeni zenia zenith zenobia zenon zenzele zephyr zev zeya zhanna zhao zhara zhen zhi zhiwei zhong zhuo zia ziaan ziad
        zian ziana zidaan zidan ziemowit ziggy zihan zikra zikri zilda zimal zimraan zina zinaida zineb zinneerah zinnia zion zipporah ziqi zirwa
        zita ziva zivah ziya ziyaad ziyad ziyan ziyana zlata zlatan zobia zoha zohaa zohaib zohair zohan zohra zola zora zorah zoraiz zoran zorka
        zubaida zubaidah zubair zubayr zubeyde zuhaib zuhair zuhal zuhra zuhur zulaikha zulaikhah zuleika zuleikha zulekha zulfa zulfiqar zulqarnain
        zunaira zunairah zuri zuriel zuzka zuzu zvi zyad zyaire zyan zygfryd zygimantas zygmunt zylah zymal zyna zynovii zyon zyra
        """

    /// Family names so common that one of them is no slip of another.
    static let families = """
        adams ahmed ali allen anderson andrews armstrong arnold atkins atkinson austin bailey baker ball banks barber barker barnes barnett barrett
        barton bates bell bennett berry bird bishop black bolton bond booth bowen bradley brady brennan brown bryant buckley burgess burke burns
        burton butler byrne campbell carr carroll carter chambers chan chapman chen clark clarke clayton coates cole coleman collins connolly cook
        cooke cooper cox crawford cross cunningham daly daniels davidson davies davis dawson day dean dixon doherty douglas doyle duffy duncan dunn
        edwards elliott ellis evans farrell ferguson fernandes finch fisher fitzgerald fleming fletcher flynn ford foster fowler fox francis franklin
        fraser freeman french frost fuller gallagher garcia gardner george gibbons gibbs gibson gilbert gill glover goddard gordon graham grant gray
        green greenwood gregory griffin griffiths hale hall hamilton hammond hancock hardy harper harris harrison hart harvey hawkins hayes haynes
        henderson henry hewitt hicks hill hodgson holland holmes holt hopkins horton howard howe howell hudson hughes humphreys hunt hunter hussain
        hussein hutchinson ingram iqbal ireland irving jackson jacobs james jenkins jennings john johnson johnston jones jordan joseph joyce kaur kay
        kaya kelly kemp kennedy kent kerr khalid khan king kirk knight knowles kumar lamb lambert lane law lawrence lawson leach lee lewis lloyd long
        lowe lucas lynch macdonald mackenzie mahmood malik mann marsden marsh marshall martin mason matthews may mccarthy mcdonald mckenzie mclean
        miah miles miller mills mistry mitchell moore moran morgan morley morris morrison morton moss murphy murray myers nash nelson newman newton
        nicholls nicholson nolan norman norris north norton oliver osborne owen owens page palmer parker parkes parkin parry parsons patel payne
        pearce pearson perkins perry peters phillips pickering pollard poole pope porter potter powell power pratt preston price pritchard pugh quinn
        rahman read reed rees reeves reid reynolds rhodes rice richards richardson riley roberts robertson robinson robson rogers rose ross rowe
        russell ryan salmon sanders saunders savage schofield scott shah sharma sharp sharpe shaw shepherd short simmons simpson sinclair singh
        skinner slater smith spencer stanley stephens stephenson stevens stevenson stewart stokes stone stuart sullivan sutton swift sykes taylor
        thomas thompson thomson thornton todd tucker turner tyler vaughan wade walker wall wallace walsh walters walton ward warner warren waters
        watkins watson watts weaver webb webster welch wells west weston wheeler white whitehead williams williamson willis wilson winter wood woods
        woodward wright wyatt yates young
        """
}
