/// Given names that are names of their own: "Rylan" is no slip of "Dylan". With `Nicknames` (every name there counts too) and the
/// school's own registers this is how the matcher tells a typing slip from another child. Written for this program.
enum GivenNames {
    static let table = """
        aadam aadi aadya aanya aarav aarna aarush aarya aashvi abbas abdel abed abeer abel abhinav abid abida abigael abiola abraar abrar achilles
        adaeze adain adaku adara adewale adhya adila adina adira adita adnan adora adriel advait advik afia afra afsana agnese ahana ahsan aida
        aikaterini aila ailbhe aina aine ainsley aislinn aiza aizah ajay ajit ajmal akash akeel akeem akhil akif akim akinola akira akmal akram
        akshay akua alaa alaia alaina alannah alaric alastor alayna alba alban albion alden aldo aled aleena alejandra aleksy alena alesha alessia
        alessio alexandros alexia alfonso algernon alhassan alina alisa alissa aliza alizah allegra alma almas alon alondra alpha alvin alwyn alys
        alyssa amaan amal amala amandine amani amara amarachi amari amaru amata amaya amba amber ambika ambrose ameya amila amira amirah amit amita
        amiya ammar ammarah amna amos amrit amrita anais anam anamaria anand ananya anastas andra andrada andreas andria aneeka aneesh aneta aneurin
        angus anh anil anisha anita anjola ankit ankita anmol annamaria anneka annelise annes anouk ansel anselm anson anthea anton antonina anuoluwa
        anuoluwapo anusha anvi anwar anwen aoibhe aoibheann aoibhinn aoife apinya apollo april aqib aqsa aria ariadne ariana arianna arianne ariel
        ariella arif arifa arin arina arisha arjan arlo armaan arman armani arnav arnold arooj aroush arsen arsenii arsh arshad artem artemis arun
        aruna arvin arwa arwen arya asa asad asal asante aseel asees asha ashanti asher ashir ashok ashraf ashvin asif asim asiya aspen asra assia
        aster aston astra astrid aswad asya atif atiya atlas attila aubrey aud audley august aurel aurelian aurelie aurelio auste autumn ava avaneesh
        aveline avery aviva avleen avneet avril avtar awa awais axel aya ayaansh ayah ayana ayanda ayat ayla aylin ayomi ayra ayrton ayten ayush
        ayyan azaan azad azalea azan azaria azariah azeem aziza azka azlan azra azriel badr bahar bailey bakar baldeep baldev balint balraj balthazar
        banan banu bao barack barak baran barclay baris barkat barra barrie barry baruch bashir basit basma batool batuhan baylee bear beau beca
        bedwyr beenish behzad bela belen benedek benedicta bengi benita benjamyn benno berat berenice berfin berk berkay bernice bertha bertram beryl
        bethel betsi betul bevan beverley beverly beyza bhavesh bhavin bhavna bianca bijan billal bina birgit bishal bishop bjorn blaine blair blaise
        blake blanca blanka blessings bluebell blythe boaz bodhi bogna bohdan bohdana bojan boleslaw bonnie boris borislav borys bosco boston bowen
        boyd bozhena brady braeden brahim braith bramwell brayden braydon breanna bree bregje brenna brennan brent brett brianna briar briony britney
        brogan bronagh bronislaw bronte brooklyn bruce bruna bruno bryanna bryn bryson buddy bukola bunmi burak buse busola busra byron cadan cadence
        cadi cael cai caiden cain cairo caitlan caius caja caleb cali calista calix callan callie calliope calypso camelia cameo can canan candace
        cansu caomhan caprice cara cariad caris carla carlo carlota carlton carmel carmela carmen carole carolyn caron carrick carson carter carwyn
        casey cash cassia cassidy cassius castiel catarina cato catrin cayla ceara cecil cecile cecily cedric celeste celine celyn cemal cenk ceri
        ceridwen cesar ceyda ceylan chad chaim chana chanel chanelle channing chantal chantel charis charissa charleen charlene charlize charmaine
        chaya chelsey chenai cher cherise cherry cheyenne chiara chibueze chidozie chidubem chiemela chijioke chika chikondi chin chinaza chinwe
        chisom chizara chizoba chrissie chrystal chuka chukwuma citra claude claudette claudio clay clayton clementina cleo cleopatra cliona clodagh
        clover clovis cody cohen colby coleen colette colin colleen colm colton comfort conall conan concetta constantina coral coralie corbin
        cordell coreen corentin corin corina corinna corinne cormac cory cosima cosmo courtenay crawford creed cressida cristiano cristobal cruz cuba
        cullen cyan cybele cyra cyrus czeslaw daan daanish daanyal dagmara dagny dahlia daisie dakota dale daley dalia dalila dalton damaris damla
        damon danah dania danica danika danil danila danish danna dante danuta daphne dara daragh darian dariush darlene darnell darragh darrell
        darryl darshan darwin daryl dashiell dasia daud daumantas davina davinia davit davon dawn dawson daya dean deana deandra debora decebal deen
        deena deepa deepika deeya deimante deirdre deividas deja delfina delisha delores delphi delphine delroy delyth demelza demetri demir dena
        denisa denisha deniz denzel deon dermot deryn desire desiree dev deva devan devansh deven devi devika devin devina devlin devon devorah dewi
        dexter dezi dhara dhiya dhruv dhruvi dhyan diamond diego dieter dieudonne digby dilara dilawar dilek dilpreet dilraj dilshan dimitra dimitrie
        dimple dina dinah dinesh dinko dino dion dionne dior dipa dipak dipesh dirk divya diya djamila dodie dogan dolores domantas domas domenico
        dominika dominykas donal donatas donnacha donnie donte dorcas doreen dorian dorin dorina doris dorsa dov dragos drake drystan dua duaa dudley
        duha dulcie dumitru dunya durga duru dushyant dustin dwayne dwight dyfan dyfed eabha eadie eamon eamonn earl ebba ebele ebru ece eden edgars
        edina edison edita edmond edoardo eduard eduardo edvard edwina edyta eesa eesah efan efua egbert egle egon ehsan eilish eira eirian eirlys
        eirwen eisha ekin ekow elaf elaina elan elara elbert eldon eldora electra eleni eleri elfie elfreda elham elia eliana elin elina elio elise
        elisei elissa ellery ellesse elliana ellise ellison elma elodie elora elowen elroy elsa elton eluned elva elwyn elyas elyse elysia emaan
        emanuela ember emelia emelie emerson emery emil emile emilio emine emir emira emlyn emmanuela emmanuella ena enas enda ender eneko enes engin
        enid eniola enis ennis enoch enric enrico enya ephraim epsa erasmus eray erdem eren erhan erik erika eris erkan erlend ermias ernesta
        ernestas ernesto erol eros ersin ertan eryk erykah esa esat esha eshaan eshal eshan esher esin eslem esosa esperanza esra essa esteban estee
        estelle ester estera ethel etienne ettie eugen eugenie eugenio eugeniu eulalia eurig eustace evaan evander evangelos evanna evelina evelyna
        everett everly evgeni evren ewout eyad eyal eylul eymen ezekial ezgi ezio ezmae ezme faaiz fabian fabiana fabien fabio fadi fadil fadumo
        fahad fahd fahim fahima faiq faiza faizah faizan falak fallon fanta faraz fardeen fareed fareeha farha farhan farhana farida farooq farouk
        farrell farwa faryal farzana fathiya fatih fatou fawaz fawzia fayyaz fazal federica federico felicja feliks felisha fern fernanda fernando
        feroz ferran ferruccio fiachra fiadh fidel fikret filippa filippo filiz finbar finlo finneas finnegan fintan fiorella firas firat firdaus
        fizah fizza flavia flavian flavius fletcher flint florbela florentina florentyna florina flynn ford forrest foster fox franco franz fraser
        freeman freyah frida frieda fuad furkan furqan gabija gabin gaby gael gagandeep gaia galina gamze gana garam garima garnet garrett garry
        garth gaston gaurav gauri gautam gavril gaye gayle geena genc geneva georg georgios georgiy gerda germaine german gertruda gesa ghada ghazal
        giacomo gian gianluca gianna gianni gibril giedre gift gilda giles ginevra gintaras giorgia giorgio gisele giselle gita giulio giustina gjon
        glen glenda glenn glenys glory goda gohar goksu golda goodness gopal goran gracja grady graeme grant grayson greer gretchen griff griffin
        griffith grigor gruff gruffudd gruffydd grusha gudrun guglielmo guido guilherme gulcan gulnaz gulsah gulsum gunay gunes gurbaksh gurdit
        gurjeet gurjit gurjot gurkirat gurman gurnoor gurshan gursimran gurvinder gurvir gustas gustavo guste guy gwenan gwenda gwenno gwyn gwyneth
        gytis haani haaniya habiba hadassah hadi hadley hadrian hafeez hafiz hafizah hagar haidar haider hajar hajra hakan hakeem hala halil hallam
        halyna hamad haman hamdi hameed hamid hamida hamna hanaa hanan handan hanif hanifa hank hannes hans hanzala haoyu harald harbir hardeep
        hareem hargun hari harikrishnan harish haritha harjit harjot harkiran harkirat harlan harlee harley harlow harman harmony harnoor haron
        harpal harper harsh harsha harshil harshit hartley haruka haruki harveen harveer haseeb hashir hasina hassana hassim hatice haven hawwah
        hayat haydar hayden haydn haydon hayes haytham hazem heba hector hedda hedley heena helin hema hemant hena hendrix heni henna henri henrik
        henrikas henrique herbie herman hermina hero hershel hesham hester heston heulwen heulyn hiba hibah hidayat hifza hilal hilda hilla himanshu
        hina hinata hind hira hiral hiroshi hishaam hisham hiyab hollis homa honey hoorain hooriya hope horatia horia hosanna hosna houda hristo huda
        hudaifa hudson huey humaid humayra humayun humberto hunter huriyah husam husna husnain huw huxley huzaifa huzaifah hyacinth hywel ianis ianto
        ibtihaj ibtisam ida idan idha idil idony idowu idrissa iestyn ieva ifan ifeyinwa ifra ifrah iftikhar iftin ignacio ignas ignazio iker ikhlaas
        ikhlas ikrah ikram ilan ilaria iliana ilias ilie ilir ilona ilsa ilya ilyas imaad imad imama imani imara imogene ina inam inara inayat inci
        inderpal india indigo indira indiya indra ines inesa inez inigo inka inna innes insha insia ioannis iolo ionela iosif ipek ira iram irem
        irfan irha iria irma irmak irsa irshad irvin irving isaias isatou iseult isha ishaan ishan ishani isher ishika ishita ishrat isidora isis
        iskra ismah ismay isolde isra israr issa issam istvan ita italia ithan itunu iulian iustin iustina iva ivaan ivana ivanka ivar ivet iveta ivo
        ivona ivor ivy iwo iyad iyanu iyanuoluwa iyla iylah iyra izaan izaiah izan izel izhaan izma izna izzah izzet jaan jabari jabez jabir jacek
        jacinta jacinth jacques jad jada jadah jadwiga jadzia jael jagger jagjeet jagjit jagmeet jago jagoda jahan jahanara jahangir jahmai jahmal
        jahnavi jai jaime jaimie jaina jakir jalal jaleel jalen jalil jalila jamaica jamieson jamila jamilah janae janelle janessa janette janine
        janis janiya jannatul janos january janusz japleen jared jarek jareth jarod jarrad jarrod jarvis jasbir jashan jaskaran jaskirat jasmeen
        jasmeet jasneet jasraj jasveer jasvir jaswant jatinder javan javeria javi javier javon jawad jaxon jaxson jaya jayan jayanti jayce jayla
        jaylen jaymie jayna jayson jazlyn jazmyn jeana jeanette jeanne jeannie jed jedidiah jeena jeet jeevan jelena jemal jemma jena jenaya
        jenibelle jenni jensen jenson jeremi jeremie jerica jericho jermaine jerrell jersey jeshurun jessa jessamy jet jethro jett jevan jewel jhanvi
        jia jiahao jiaqi jiawei jibril jihad jihan jilly jimena jimi jimin jin jing jiri jivan jiya joachim joana joann joaquin job jobe jocelyne
        joelle joely johan johann johannes johnnie johnson jolana jolanta jolene jolie jomana jonas joni jonte jordana jordanna jordi jorgie joris
        jorja josefina josefine joseline joshan josiah jost josue jovan jozefina jr juana juanita jubal judah judas judie juhi juliane julianna
        julianne julien juliette julio julita juliusz july jumana jumoke junaid junaina junayd june junior junjie juno jurgen jurgita justas juste
        justice justina justinas justine juwairiya juwayriyah juziel jyoti jyotsna kaan kabir kade kadiatou kadie kadir kaede kael kaela kahlan kai
        kaia kaija kailash kailey kailum kaira kairo kaisa kaitlan kaivalya kaiya kajal kajetan kajol kajsa kalani kale kaleb kaleel kaleem kali
        kalila kalina kalinda kalisha kalkidan kalpana kaltrina kalvin kamala kamara kamaria kamel kami kamila kamilah kamran kamya kana kandis kane
        kanesha kanika kaniz kanwal kapil kara karam karan karanveer karas kareema kareen karel karima karishma karla karlo karlos karly karma karol
        karolis karolyn karson karsten karter karthik karthika karun karys kasey kashaf kashif kashish kashmir kason kaspars kasra kassandra kassia
        kassidy kaszimir katalin katana kateline katia katinka katja katrin katrine katya katyusha kausar kavan kaveh kavi kavin kavir kavya kayan
        kaycee kaye kayne kayode kayra kazi kazimierz keagan kean keana keanu keara keaton keegan keelin keely keenan kees kehinde keighley keir
        keisha keith kelan kelcie kelis kelvin kemal kemuel kenan kendal kendall kendra kendrick kenia kennedy kensa kent kenya kenza kenzi kenzo
        kerem keri kerim kerri kerrie kerstin keshav keshia kestrel keturah kevin kevyn keya keyaan keyan keyla khaleel khalifa khalil khalilah khanh
        khayra khiana khush khushi kiaan kiah kiana kiara kiaran kiefer kilian kimani kimi kimora kimran king kinga kingsley kingston kinsley kinza
        kiowa kip kira kiran kirandeep kiranjit kiranpreet kirby kirill kirk kirpal kirtan kirti kishan kishor kiya kiyan kiyana kizzie klara klaudia
        klaudija klea kleopatra klevis kobi koby kodi kofi koji kola kolade komal konrad korede korey kornel kotryna kourosh kris krisha krishan
        krishiv krishna krishnavi kristaps kristen kristi kristiana kristin kristine kristof kristofer kristupas kriti kritika krystal krystle
        kseniia ksenija kuda kulraj kumar kunal kupakwashe kurt kurtis kusum kwaku kwamena kwasi kyden kyla kylan kylar kylee kyler kylian kylie
        kymani kyna kyra kyree kyron kyrylo kyson lacey laci lacie ladan ladislav lael laiba lailani laine lainey laith lakeisha lakisha laksh lal
        lale lalita lamar lamees lamin lamiya lamya lanae lance lancelot landon lane langston lani lara laragh laraib larissa lark lars larysa lasya
        latasha latifa latifah latoya laur lauraine laureen laurel laurentiu lauryn laurynas lavanya lavender lavinia lawson layan layton lazar
        leander leandra leandro leda lee leeanne leela leen leesa leeza legacy lehna leif leighann leilani leith leja lela leland lelia lemar lencho
        lenka lennie lennox lenora leoma leona leone leonid leonidas leonor leonora leopoldo leora leroy lesia leslee lester leta letisha leto lev
        leva levan levente levi levon lewin lexa lexus leyan leyton liadan liana lianne liba libbi liberty lidija lidya liepa lieve lilac lilia
        lilianna lilien liliya lilla lillia lillyana lilya lilyan linas linden lindsey ling linnea linus lior liora lisbeth lisette lisha lita
        liutauras liviu liya liyah liyana lizaveta lizbeth llyr lochan lochlan lochlann lodewijk loki lolita loma lona london lonnie lora loran
        lorcan lorelai lorelei lorena lorenza loretta loriana loris lorne lotus louella loui lourdes lovell lovely lovisa lowena lowri loyd luan
        luana lucan lucca lucette luciana luciano lucien lucilla lucius lucretia lucrezia luella lugh luigi luisa lujain lukrecja lumi luna lusia
        luther luul luz lwazi lyanna lyarna lyba lylah lyle lyndon lyndsay lyndsey lynette lynn lynne lynsey lynx lyra lyric lysander lyubomir
        lyudmyla maab maan maanas maariyah maaya mabel mabli macauley mace mackenna macy mada madalin madara maddison maddox madeeha madelaine madhav
        madhuri madiha madina madisyn madonna mael maelle maelys maeva mafalda magali magdy magnolia mahdi mahdiya maheen mahek mahi mahir mahira
        mahnoor mahrosh mahtab maiken maille maimuna mair maira mairead mairi maisa maisara maisha maitland majella majid majida majka maka makayla
        makeda makena makenna makenzie makosi maksymilian malachy malaika malakai malakhi malala malaya maleeha maleeka malena mali malia malika
        malin malina malini malka malki mallory malo malvina malwina maly mamadou mamie man mana manahil manal manasa manav manavi mandip mandla
        manha manini manisha manjinder manjot manmeet mannat manon manraj mansa mansi mansoor mansour manuela manveer manvir manya mara maram marcela
        marceline marcella marcelle marcelo marcia marco marcos mared maree mareike maren margareta margaux margherita mariabella mariah mariann
        marianna mariella marielle marijus marilena marilla marilyn marin marion marios maris marisa mariska marisol marissa marit marita maritza
        marius marjorie markas markel marko marla marlee marleigh marlena marlene marley marlo marlowe marnie marquis marsel marsha marshall martel
        martim martina martins martyn marwa marwah marwan maryann maryanne maryia maryna maryse marzena masa masood masooma massimo master matas
        mathias matias matilde matis matiss matous mattea matteo matthieu mattia matus matvei matvey maud maude maura mauricio maurits maurizio mavis
        maxence maximo maxton mayada mayah mayar mayra mayur mayuri mazen mazie mckayla mckenna mckenzie mea meadow meena meenakshi meera megha
        meghna mehak mehar mehdi meher mehnaz mehreen mehrunisa mehul meilin meilyr meinir meir meirav mekhi melania melike melina melis melisa
        melodie melva melvin melvyn menna mercan mercia merida meriel meriem merin merle merlin merryn mert merve meryl meryn mesut meziane micaela
        micha michele mieczyslaw mihailo mihnea mika mikaela mikayla mikel miko mikolas milana milani milda miley milica millar millen miller milos
        milosz milton min minahil minal mindaugas mindy ming minh minha minna mirabel mirabelle mirac miracle miraj miray mireille mirela mirella
        miren mirka mirna miroslav mirza misaal misbah mishal mishka misty mitali mithun mitra mitul miyah mizan moa modestas modupe mohini mohit
        mohsin moin mojca mojola mojtaba molli mollie momin momina mominah monet monika monique montague monte montel morag moray mordechai morenike
        morgana morgane moriah moritz morrigan morten morven morwen mosab moshe moss mostyn motunrayo moyo moyosore mubeen mudassir mueez mufaro
        muftau muhsin muhsina mujtaba mukesh mukhtar mumin mumtaz muna muneeb muneeba munir munira murad murat muriel murphy murtada murtaza musaab
        musab mushfiq muskaan muskan muslima mustakim mutaz muzaffar muzammil mwansa mya myah mykhaila mylah myles mylie myra myrna myron myrtle
        mysha naaz nabeel nabiha nabil nabila nabilah nada nadeem nadim nadin nadine nadira nadja naeem naeema nafeesa nafisa nafisah nagi nahid
        nahida nahla naima naina naira nairn najm najma nakita nala nalani naledi nalini nam naman namir namita namrata nanami nancie nandini nanette
        nantale naoki naomh napoleon narcis naresh narges nargis narinder narjis nasar naseem nasiha nasim nasima nasra nasrin nastassia natania
        nataniel natasja natassja nathalia nathanial naufal nausheen nava naveed naveen naveera navid navin naviya navleen navneet navpreet navraj
        navreet navya nawal nawaz naya nayah nayan nayana nayla naz nazanin nazar nazia nazim nazir nazish nazli nazma nazmul nazneen nazreen nea
        neda nedas nedim neela neelam neelesh neeraj neeru neeve nefeli neha nehal neharika neira nelam nele nella nelly nelson nena neo neralyn
        neringa nerissa nermin nesta nestor neva nevena nevin newton neyla ngoc nia niah niam niamat nicandro niccolo nichelle nicholai nickita
        nickolas nicoara nicol nicolai nicolette nicolo nida nidhi niels nieve nigella nihad nihal nihan nikesh niket nikhil nikhita niklas nikodem
        nikolaj nila nilay niles nilima nilofer nils nilufar nilufer nimah nimco nimesh nimisha nimra nimrat nino niraj niranjan nirav nirmal nirmala
        nirvair nisa nisha nishant nishat nishi nita nitara nithya nitin nitya niv niva nivedita nixie nixon niya niyah nizam noam noe noel noelia
        noella noelle noemi nohaila nojus nola nolan nomsa nonhle noorah nooria noorulain norbert noreen norma norris nosheen noura nouran nova novak
        nowshin nuala nuno nuria nurin nurten nusaiba nusaybah nusrat nuur nya nyah nyasha nye nyla nylah nyomi nyra nyx obaid oberon obiageli obinze
        obioma oceana octavian octavius oda odarka odhran odin odysseus ofelia ohanna oighrig oirin ojas olabisi oladayo olaf olajide olakunle
        olanrewaju olayinka oleander oleksii oleksiy olivi oliwer oliwka oluchi oluwadara oluwadarasimi oluwafunmilayo oluwapelumi oluwasegun
        oluwaseyifunmi oluwatoni olwen olwyn olympia om omari omarion omera omid omkar ommay omnia omran ona onur onyeka onyinye onyx oona opal
        opemipo oprah oran oren orestas orfhlaith orhan oriana oriel origa oriol orion orlando ornella orson ortansa osagie osama osaru osas osaze
        osborn osha osirioghene oskars osric ossian ostap otis ottilie otto ottoline ousman ovidiu owais oya oyin oyindamola oyinkansola ozan ozge
        ozgur ozil ozlem padma palak palesa pallavi paloma palvinder pandora paola paolo paris parisa parker parmjit parth parthiv parvez pascal
        pascale patience patricija patrik paulina paulius paulo pauls pauri pavan pavandeep paven pavni pavol pawandeep payal payton paz peace peadar
        peader pearl pearse pelin pelumi penina pepper percival percy peregrine peri perla pernille perrie perry persephone persis perveen peta petar
        petrina petronela petros petru petrut phaedra pharrell phebe phelan phelim phineas phoenix phuong pia pierre piet pietro pilar pinar pinja
        piper pippin pixie piya piyush pola polina pollie pooja poonam porfirio portia prabhjot prabhleen prabhnoor pradeep pragya praise pranav
        pranay praneet pranjal prasad prasanna prashant prateek pratham pratik praveen preeti preetika prem prerna preslava presley prianka primo
        princess prisca pritam prithvi priti pritika priyal priyam priyan promise prosper prudencia przemyslaw puja pulkit punam puneet purdey purity
        purvi pushpa pyaar qadir qais qamar qi qiana qiara qing quade qudsia quinlan quinn quinten quintin quiteria quratulain raafe raahim raaif
        rabia rabiah rachana racquel radhika radovan radu radvile raees raegan raelynn rafaela rafeeq raffaele raffaella rafferty raffi raffy rafia
        rafiq rafiya raghad raghav ragnar rahaf rahel rahil rahila rahma rahmat rahul raiden raif raighne raihan raihana raikou raima raimonda raina
        raisa raissa raiza raja rajab rajan rajani rajbir rajdeep rajeev rajeshwari rajiv rajni rajpal rajveer rakesh rakhi rakin raluca rama ramadan
        ramandeep rameen rameez ramesh ramil ramin ramina ramiro ramiz ramla ramon ramsay ramses ramsha ramy ramya ramzan rana ranbir randa randall
        raneem rani rania ranim raniya ranjana ranveer ranvir raqiya rares ras rasa rasha rashed rasheeda rashida rashmi rasmus ratna rauf raul raven
        ravina ravindra ravjit ravneet rawan raya rayana rayane rayann raylan raymonda rayna rayne rayon rayshaun rayya raza razan razi razia razvan
        reagan reanna redmond reef reegan reem reema reena reenu reet reeva regan regis rehan rehana rehma rei reika reina reinis reiss rekha remas
        remell remi remigijus remus remy renae renato rene renee renesmee renia rennie reno reshma reuel reva revan rex reya reyaan reyan reyansh
        reyhan reyna reza rhea rheanna rheon rhett rhia rhianna rhiannan rhianne rhoda rhodes rhona rhonda rhydian riaan riad riana rianna riannah
        riaz ricards rickesh ridhi ridhima ridwan rieko rienna rifat rifqa rihaan riham rihanna rihards rija riker rikki rima rimsha rini rio rion
        riona ripley risha rishab rishabh rishan rishi rishika ritaj riti ritika ritu ritvik riva river riverlyn riya riyaan riyad riyadh riyan
        riyansh riza rizwan rizwana roan roar robertas roby rocco rochelle rocio rocky rodas roderic rohaan rohail rohaila rohan roheen rohin rohini
        rokas roksana rola rolando rolf roma romaan romain romaine romana romano romany romario rome romeesa romeo romey romi romilly romina rommel
        romola romualdas rona ronav ronia ronin ronit rony roo roohi rook roop roosa roqia rosa rosalba rosaleen rosalia rosalie rosalyn rosanne
        rosario rosella roselyn rosetta roshan roshini roshni rosita roslyn ross rostislav rostyslav roswell rotem rouen rowland roxanna roxie roy
        royce rozalia rozerin rozina ruaidhri ruan ruba rubab rubaiya ruben rubens rubin rucha ruchi rufaro rugile ruhan ruhi rui rukaiya rukhsana
        rukhsar ruksana rumaisa rumaysa rumi rupa rupal rupan rupi rupinder rushil ruslan ruslana rusne russel ruta rutendo ruvim ruxanda rya rydal
        ryder rylan ryland ryley ryo saabir saachi saaim saanvi saara saarah saba sabah sabeeha sabeen saber sabia sabiha sabina sabir sabira sabrin
        sacha sachin sadaf sadeed sadeq sadi sadik sadika sadiq sadiqa saffa saffi saffiyah safina safwan sagal sagar saghir sahaj sahana sahar saher
        sahib sahibjot sahil sahir sahira sahra sai saida saiesha saifullah saim saina saira sairah saisha sajad sajda sajid sajida sakariya sakina
        saku salahuddin saleha salem salena salih salima salina salmaan salman salome salwa sama samaira samanta samar samara samaya sameeha sameen
        sameer samia samiha samir samiya sampson samrat samrin samya san sanae sanah sanam sanaya sandhya sandie sandip sandor sandro saneeha
        sangeeta sania saniya sanja sanjana sanjay sanjeev sanjida sanna sannah sanne sanskriti santana santeri santosh sanya saood saphira sapna
        sapphire saqib saqlain saran saranya sardar sari sarika sarin sarina sarita sarmad sarosh sarvesh sarwar sascha saskia sathya satnam satveer
        satvir satya saul saule saumya savana savanna savio saviour savitri savleen sawda sawyer sayali sayan sazime scarlet scarlette sebastien
        sebnem secil seda sedef seema sefa sefton sehaj sehajdeep sehajpreet seher sehrish sejal selah selam selda selena selene selin selwyn semih
        semra sena senan sency seneca senna seonaid sepideh serafina seraphim seray serdar serenity serge sergei sergey serghei sergio sergiu serhan
        serhii serife serkan servet set setareh seth sevda severus sevgi sevinc seyda seyed seyma seymour shaan shaanvi shabana shabaz shabbir shabir
        shabnam shadaab shadi shadia shae shafaq shafi shafiq shafiqa shahad shahan shahana shahbaz shahd shaheda shaheena shaheer shahida shahina
        shahir shahla shahmeer shahnaz shahrukh shahryar shahzad shahzaib shahzeb shai shaiden shaila shaima shaina shaista shakeela shakila shakir
        shakur shalini shaliza shallu shalom shamas shamila shamim shamima shamir shamis shams shamsa shamsul shana shanae shanaya shandi shane
        shanel shani shania shannen shanon shantanu shante shantel shanti shanvi shanya shanza shaqeel sharan sharanjit shardul shari sharifa
        sharlene sharmaine sharmila sharmin sharn sharna sharni sharron sharvari sharvil shashank shauna shaurya shavon shawna shay shaya shayaan
        shayan shayla shaylee shaymaa shayna shayne shaza shazad shazia shazmeen shea sheba sheela sheena shefali sheharyar shehla shehnaz shehroz
        shehzad shekinah shelby sheldon shem shenelle shenna sher sheraz sheree sheridan sherin sherine sherlock sherman sheron sherrie sherry
        sherwin sheryl shevon sheyla shi shifa shikha shila shilo shiloh shilpa shima shira shireen shirin shiva shivam shivang shivangi shivansh
        shivon shivraj shlok shlomo shoaib shola shona shonagh shonda shoshana shraddha shreeya shreyas shriya shruthi shruti shu shuaib shubham
        shubhi shukri shulamit shumaila shyam shyanne shyla siam siana sianna siba siddhant siddhi sidonie sidra sidrah siegfried sierra sif sifat
        sigrid sigurd sihaam siham silke silva silvan silvana silver silvestras silvia silviu sima simar simas simba simeon simmi simona simonas
        simonne simra simrah simrat simrit sina sinclair sindi sindy sinem sinthia siobhain sion sioned sipho sira siraj sirin sissy sita siti siva
        siwan sixten siya siyana siyona skaiste skye skyla skylar skyler sneha snizhana snow sobia soeren sofian sofiane soha sohaib sohail sohan
        soheil soheila sokol solange soleil solvei somaiya somer sona sonali sonam sonia sonja sonny sonu sonya soobin soong sophea sophronia soraia
        soraya sorcha soren sorin soroush soukaina spencer spike spyridon sravan sri srishti sruthi ssofia stacy stana stanimir stanko star stavros
        stefana stefanie stefanos steffi stelian stelios sten stepan stephana stephania stevan stevi stewie stig stina storm stoyan stuti suad sualeh
        subhaan subhan suchitra sudarshan sudha sudhir sufi sufian sufyan sugandha suha suhaan suhail suhaila suhana suhani suhas suhayb sukaina
        sukanya sukhbir sukhdev sukhleen sukhman sukhmani sukhraj sukhveer suki sukru sul sulabh sullivan sultan sultana sumaira suman sumbal sumeet
        sumer sumera sumi sumit sumita sunaina sundas sunday sunder sunniva suraiya suraj suraya suren suresh suri surina surjit surya sushant sushma
        suzan suzy svara sven svenja swara swati sybil sydnie sylvain sylvana symon synne syra syrus tabassum tabea tabish tad tadas tadiwa tafadzwa
        taha tahani taher tahir tahira tahiya tahmid tahmina tahreem tahsin taibah taiga taina taj tajinder takara takashi takunda talal talan talat
        talha tali taliah taliesin talin talisa tallis talula talya talyah tamana tamanna tamar tamarah tameem tamika tamim tamina tamir tammi tamoor
        tamsyn tamwar tana tanaka tanatswa tanay taneesha tangui tania tanika tanisa tanish tanishka taniya tanmay tannaz tansy tanveer tanvi tanvir
        tanzeela tanzila taonga tara tarah taraji taran taranpreet taras tarek tarin tarinda tarini tarkan tarone tarun tarveen tasfia tashi tashinga
        tasmia tasmin tasneem tasnia tasnim tate tatum tatyanna tauqeer tauseef tavian tavish tawana taya tayah tayba tayla taylan tayler taylor
        tayyab tayyaba tayyib tazmin tea tedros teegan teena tegbir teghan teghveer tehreem tehya teigan teja tekin temidayo teniola tenisha tennyson
        tenzin teodora tera terell teresia terrell terrence terri terrie tessie teun tevin teya teyana thabiso thai thais thalia thandi thandiwe
        thando thane thara tharun thekla thelma themba theodosia theon therese thi thiago thibault thierry thilo thishan thivya thomasina thomasz
        thor thora thorin thu thuy thyra tia tiago tiah tiana tianna tiannah tiara tibor tiernan tierney tiger tiggy tihana tijani tilak till timea
        timon timotei timoteo timothee timur tinashe tino tinotenda tinuke tioluwani tiona tirath tirion tirzah tita titas titilayo titus tiwa
        tiwalade tiya tiyana tjark tobie tobin tobit tobyn todd tolga tomasina tomass tomislav tommaso tonye torben torin tosin tova tove toyah
        tracie trae tran treasure trey trinh trinity triona trisha trishna tristram troy trudi trudie truman trystan tsion tsveta tuba tucker tudor
        tugba tuhin tulsi tuna tunc tung tunrayo turner tya tyga tyla tylah tyne tyr tyra tyreece tyreke tyrell tyron tyson tzipora ubaid ubaidah
        ubaydah udit ugne ugo ukasha ulric ulrich ulya umaima umaiza umama umaymah ume umesh umme ummi umut una unity upma urania uri uriah uriel
        urmi urooj urte urvi usaid usama usayd usha ushama ushma ushna utkarsh uwaimah uwais uwe uzair uzma uzzi vaani vaclav vadim vaibhav vaidehi
        vaishali vaishnavi vaiva valdas valdemar valencia valentine valentino valeria valerian valeriia valerija valeriu valery valeska valmik vance
        vanda vangelis vani vania vanisha vanita vanja vanya varinder varisha varsha varshini varun varvara vasant vasanth vaseem vashti vasilica
        vasilios vasilisa vasu vasudha vasylyna vaughan ved veda vedant vedika veer veera velma vena venetia venice venkat venus veranika verena
        verna vernon verona veselin veselina vesna vesper vesta viaan viann vianne vibha victoire victorija vida vidhi vidhya vidur vidya vienna
        vierin vignesh vihaan vihan vijaya vikas vikesh vikrant viktorie vilhelm vilius villanelle vilte vimal vina vinay vincents vincenzo vineet
        vineeta vinesh vino vinod viola violeta violetta viorel viorica vipin vipul vir viraaj viraj viren virgil virgilijus virginie visha vishal
        vishesh vishnu vishva vismaya vita vitali vitalie vitalii vitalija vitaliy vito vitor vitoria vittoria vitus viva vivaan vivek viveka vivi
        viviana vivianne vjosa vladan vladimira vladislava vlasta voldemar vrinda vrishti vuk vusi vyan vyara vyas vyom vytautas wade wadi wafa wafaa
        wafiq wahab wahaj wahid wahida waida wail wajeeha wajid wajiha waleed waleeja wali walid waliyah wallis walther wambui wan wanjiru waqar
        waqas warda wardah warner warren warrick warwick waseem washington wasif wasim wasima wassim waylon wayne weam wei weihan wendel wendell
        wendi wendy wenjie werner westley weston whitney wietske wilbert wilbur wilder wiley wilford wilfredo wilhelm wilkie willard wille willem
        willemina willis willoughby wilma wilmer wilson windsor winona wren wyatt wyclef wylie wyn wynford wynn wynne wynona wynter xabi xanthe
        xanthia xavi xaviera xena xenia xi xia xiang xiaoyu xin xinyi xinyue xochitl xolani xuan xue xyla yaa yaara yaaseen yacine yadira yael yafa
        yagiz yagmur yahir yaiza yakoub yamal yaman yameen yamin yamina yan yanick yanis yannick yannis yarden yared yaren yarik yarin yaro yarrow
        yaseera yasha yashal yashas yashika yashna yashraj yashvi yasira yasmina yaw yayra yazan yazid yazmin ye yeabsira yekta yemi yemisi yemurai
        yen yeray yerin yesenia yeshua yetunde yevgeniya yevhen yevheniia yi yichen yifan yihan yilmaz yishai yisrael yitzchak ylva yngve yoana yoann
        yoav yohan yohana yohanes yohannes yoko yolande yoltzin yonas yonatan yongjie yoni yorick yoruba yoshi youcef youmna youna young ysabel
        yseult yuan yue yuhan yui yuki yulian yuliya yumna yuna yunfei yupheng yury yusha yutong yuval yuvan yuvraj yuxuan yves yvette yvie yvo
        zaafir zaara zaariyah zabir zacarias zacharias zackariah zackery zacky zada zadie zafar zafir zafirah zaheen zaheer zaheera zahi zahid zahida
        zahir zahira zahraa zaiden zaim zaima zaina zainabu zainah zaine zair zaira zaire zaitun zakiya zakiyah zakiyya zala zale zalina zaman zamir
        zana zandile zandra zane zanele zaneta zaniah zanib zareen zariah zarin zarina zarish zariyah zarqa zarya zaryab zavier zawadi zawdie zaya
        zayaan zayan zayana zaydaan zaydan zayden zayla zayna zayyan zea zeb zebediah zeejay zeenat zeeshan zeina zeki zelda zelia zelie zelina zella
        zena zenab zeni zenia zenith zenobia zenon zenzele zephyr zev zeya zhanna zhao zhara zhen zhi zhiwei zhong zhuo zia ziaan ziad zian ziana
        zidaan zidan ziggy zihan zikra zikri zilda zimal zina zinaida zineb zinnia zion zipporah ziqi zirwa zita ziva zivah ziya ziyaad ziyad ziyan
        ziyana zlata zlatan zoha zohaib zohair zohra zola zora zorah zoraiz zoran zorka zubaida zubair zubayr zuhaib zuhair zuhra zuhur zulaikha
        zuleika zuleikha zulekha zulfiqar zunaira zuri zuriel zuzka zuzu zvi zyad zyaire zyan zygimantas zylah zymal zyna zynovii zyon zyra
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
