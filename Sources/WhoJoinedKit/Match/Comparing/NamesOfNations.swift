/// Given names of other nations: a name, then what other tongues make of it. Without marks. With `Nicknames.variants`
/// this is how `Tadhg` on the roster is asked for when Tim comes. Written for this program on 2026-11-30.
enum NamesOfNations {
    static let given = """
        adam adem adhamh adda addaf
        agnes ines inez agnieszka agnese
        albert ailbeart
        alexander alasdair alastair aleksandr oleksandr alejandro alessandro alexandre aleksander sandor aleksandar \
        alexandros iskander eskender aleksandrs aleksandras
        alexandra oleksandra aleksandra alejandra alessandra
        alice ailis eilish alicja alis
        andrew andras andrii andrzej andrei andre andres andrea aindreas aindriu andreas andreja andrius andris \
        ondrej anders
        angela aniela andela angele
        angus aonghas aonghus aengus oengus
        ann anna hanna anne ana ona onute ane anya aine hannah ganna
        anthony antoni antonio anton antoine antal antonin antonis antanas
        arthur artur arturo artair arturas
        barbara barbora borbala varvara basia
        bartholomew bartlomiej bartolomeo bartolome parthalan
        bernard bernardo bearnard
        bridget brighid brid breda birgit brigita brigida bride
        benedict benedikt benito bened
        benjamin beniamin benjamim veniamin binyamin
        caroline karolina carolina
        catherine kateryna katerina katarzyna caitriona catrin catriona katharina katalin caterina catalina \
        catarina ekaterina yekaterina cait kotryna katrina katarina aikaterini
        cecilia sile sheila sisile cecylia
        charles karol carlos carlo karel karl siarl tearlach carles karoly karolis carol
        christian krystian krisztian kristijonas
        christine krystyna kristina cristina chrystyna khrystyna cairistiona
        christopher krzysztof cristobal hristo khrystofor kristof kristaps criostoir
        claire klara clara
        clement clemente klemens kliment
        cornelius conchobhar conchur conor cornel corneliu
        daniel danylo danilo daniil danijel domhnall
        david dafydd dewi dai daithi dawid davyd davide dawood daoud dovydas dauid
        denis dionysios dionisio donnchadh
        dennis denys
        dermot diarmuid diarmaid jeremiah
        dominic dominik domingo domenico domhnall
        donald domhnall donal domnhall
        dorothy dorota dorotea dorothea dorottya
        duncan donnchadh
        edmund eamon eamonn edmundo
        edward eduardo edvard edouard eideard ede iorwerth edoardo eduard
        eleanor eleonora leonor eilionoir elinor
        elijah illia ilya elias ilias iliya elie eliasz ilie
        elisabeth elzbieta erzsebet yelyzaveta elizaveta ealasaid eilis isabel elisabetta elspeth bethan elisaveta \
        isabella
        elizabeth elzbieta erzsebet yelyzaveta elizaveta ealasaid eilis isabel elisabetta elspeth bethan elisaveta \
        betsan leisa
        emily emilia emilie emilija
        emma ema
        eric eirik erik eryk erikas
        eugene yevhen evgeny yevgeny eugeniusz eugen evgeni eoghan jeno eugenio evhen
        eugenia yevheniia evgenia yevgenia
        eva eve ewa yeva aoife eabha efa ieva
        evan ieuan ifan
        ewan eoghan owen
        felix feliks
        ferdinand fernando ferran hernando
        finlay fionnlagh
        florence blathnaid fflur
        frances francisca franciszka francesca proinseas ffransis
        francis francisco franciszek francesco frantisek ferenc proinsias franz francois frang pranciskus
        frederick fryderyk federico friedrich fridrich
        gabriel gavriil havryil gabor
        gareth geraint
        george georgi heorhii jerzy jorge giorgio gyorgy jiri jurgis seoirse sior siors giorgos georgios yiorgos \
        georges gheorghe juraj dorde djordje yuri heorhiy jorgen juris jurgen girgis
        gerald gearoid geraldo gerallt
        gerard gearoid gerardo
        gilbert gillbride
        giles egidio
        grace grainne grazyna gratia
        gregory hryhorii grigory grzegorz gregorio griogair grigorios gergely greagoir rehor
        hector eachann
        helen olena elena ilona helena eleni lena halyna yelena jelena alena
        henry enrique henryk henrique enrico anraoi harri eanraig henrik heinrich hendrik henrikas
        hope nadia nadezhda nadiia
        hugh aodh huw hugo uisdean
        humphrey amhlaoibh
        ignatius ignacy ignacio inigo
        irene iryna irina irena eirini
        isaac izaak iisakki ishaq yitzhak
        isabel isobel iseabail isabella ishbel sibeal
        isabella izabela iseabail
        ivor iomhar ifor
        james diego tiago santiago jaime seamus seumas hamish jakub iago giacomo jacob jacques jacobo yakov yakiv \
        iakovos jokubas jekabs
        jacob jakub yakiv yakov iago jakob jacobo giacomo yaqub jokubas jekabs
        jane sian sinead janina jana siana siubhan sine giovanna
        janet sinead seonaid jannet
        jean sine seonag
        jeremy jeremias diarmuid
        joan siobhan siwan juana joanna ioanna jana
        joanna ioanna joana johanna giovanna ivana jana
        john sean shaun sion ioan ieuan iain ian eoin juan joao giovanni gianni johann johannes hans jan jon jonas \
        janis jaan ivan yan jovan ion ioannis yiannis giannis janos hovhannes yohannes yahya ivo evan ifan ivans \
        jean janez juhani
        jonathan jonatan yonatan ionatan
        joseph jose giuseppe josef jozef jozsef seosamh yosef yusuf osip yosyp josep iosif juozas jazeps ioseph \
        josip
        judith judit judyta edita siubhan
        julia yuliia giulia julija iulia yulia
        julian julio yulian giuliano iulian
        juliet julieta giulietta
        justin justyn saerbhreathach
        kenneth coinneach cionaoith kennith
        kevin caoimhin
        laura lora
        laurence lorenzo wawrzyniec lavrentii lorcan labhras laurentiu vavrinec
        lawrence lorenzo wawrzyniec lavrentii lorcan labhras laurentiu vavrinec
        leo lev leon leone leonas
        leonard leonardo
        lewis ludwik luis lodowick lughaidh
        louis luis ludwik ludwig luigi laoiseach ludovic liudvikas
        lucy lucia lucja luz luca liucija
        luke lukasz luca lucas lukas luka loukas luc
        magdalene magdalena madailein malena
        malcolm maolcholuim
        margaret malgorzata mairead margarita marharyta marged margherita mererid maighread margit marguerite peigi \
        margarida marketa margareta margrethe
        mark marek marco marcos markiian marko marcas marc markus markos
        martin marcin martyn martino mairtin martynas martins
        mary maria mair maire mairi marie mariia moira mari marya miriam moire muire maura mariya marija marta
        matilda mechtylda mallt maitilde
        matthew mateusz matteo mateo matei matej matvii matvey maitiu mata matus matas mathias mattia matthias \
        mateus
        maurice muiris morus maurycy mauricio moritz
        maxim maksym massimo maksimas
        michael mykhailo mikhail michal miguel mihai mihaly mihail micheal mihangel michele mikhael mykolas mikelis \
        mihailo mihajlo mykhaylo michalis mikael mikel michel
        michaela mihaela michalina
        monica monika moncha
        morgan muireann
        murdoch muireach murchadh
        nathaniel nataniel
        natalie natalia nataliia natasha
        neil niall neal
        nicholas mykola nikolai mikolaj nicolas nikolaos miklos nioclas nicola mikulas nicolae niklas nikola neacal
        nora onora honora noirin nore
        oliver oliwier oilibhear
        owen owain eoin eoghan
        patricia patrycja padraigin
        patrick padraig padraic patryk patrizio patricio padrig padruig
        paul pavlo pavel pawel pablo paolo paulo pol pal paulius pauls pavol
        peter petro piotr pedro pietro pyotr petr peadar pedr petar petros petre petras peteris pierre pieter \
        butrus
        philip filip felipe pilib phylip filippo pylyp ffylip filippos filips
        philippa filipa
        phoebe foivi
        quentin kwintyn
        rachel raquel rachela rahela rakel
        ralph rodhulbh
        raymond ramon reamonn redmond rajmund
        rebecca rebeka rivka
        reginald raghnall
        rhiannon rhianon
        richard ryszard ricardo riccardo risteard rhisiart rihards rikard ricardas
        robert roberto roibeard rhobert raibeart robertas roberts riobard
        roderick ruairi rhydderch ruairidh rodrigo
        rodney ruadhri
        roger rosser ruaidhri
        ronald raghnall ronaldo
        rory ruairi ruaidhri ruairidh
        rose rosa roza roisin rhosyn ros rozalia
        roseanne rozanna
        rosemary rosmari
        ruth rut
        samuel samuil szymuel somhairle samuele
        sarah sara sorcha morag sarra
        sally sorcha
        sergius serhii sergei sergio sergiu
        sheila sile cecilia
        sibyl sibeal
        silvia sylwia sylvie
        simon szymon semen semyon simeon siomon shimun simonas simone
        somerled somhairle
        sophia zofia sofiia zsofia sofia zosia sofija
        sophie zofia sofiia zsofia sofia sofie zosia
        stanislaus stanislaw stanislav aineislis
        stephen stepan szczepan esteban stefan stefano istvan steafan stephanos estevao stjepan steponas stefans \
        steffan stevan stiofan etienne
        steven stepan stefan esteban istvan steafan steffan stiofan
        stephanie stefania estefania stefanie stefaniia
        susan zuzanna zsuzsanna susana siusan sosanna zuzana
        susanna zuzanna zsuzsanna susana siusaidh zuzana
        terence toirealach traolach
        teresa treasa terezia tereza
        theodore fedir fyodor teodor tudur teodoro tivadar tewodros theodoros
        theresa treasa terezia tereza teresa
        thomas tomasz tomas tomos tommaso tamas tomaz toma tomasso foma khoma
        timothy tadhg tymofii timofey tymoteusz timoteo timotei tim
        tim tadhg
        tobias tobiasz tobia
        una agnes oonagh winifred
        valentine valentyn valentin walenty bailintin
        valerie valeriia waleria
        vera wiera vira
        veronica weronika veronika
        victor wiktor viktor buadhach viktoras
        victoria wiktoria viktoriia viktorija
        vincent wincenty vicente vincenzo uinseann vincas vikentiy
        vladimir volodymyr wlodzimierz
        walter bhaltair gwallter ualtar
        wenceslas vaclav waclaw
        william guillermo guilherme gwilym liam uilliam vilem wilhelm vilmos guglielmo wilhelmus uilleam guillaume \
        wiliam
        winifred gwenfrewi
        xavier javier ksawery
        zachary zacharias zachariasz zakhar
        abdirahman cabdiraxmaan abdurahman
        abdullahi cabdullaahi
        abdi cabdi
        ahmed axmed axmad
        ali cali
        aisha caisha caasho aasha
        asha caasha
        halima xaliimo xaliima halimo
        hassan xasan
        hussein xuseen
        hodan xodan
        hawa xaawo xaawa
        khadija khadiijo xadiijo kadija
        fatima faadumo fadumo fatuma faduma
        said saciid
        sadia sacdiyo
        yahya yaxye yaxya
        zahra sahra saxra
        saynab zaynab
        mohamed maxamed
        mahad maxad
        muse muuse musa
        isse ciise isa
        ismail ismaaciil
        jama jaamac
        omar cumar
        osman cusmaan
        roda rooda
        ilyas ilyaas
        abraham ibrahim avraham abram
        moses musa moshe moise
        noah nuh noe
        aaron harun aron
        solomon sulayman suleiman salomon
        jesus isa
        jonah yunus
        joshua iosua yehoshua
        zulfiqar dhulfiqar zulfikar
        maryam mary mariam
        julie juliette yulia
        alexei oleksii alexey aleksey
        andrey andrii andrei
        dmitry dmytro dima
        darya daryna dasha
        kirill kyrylo
        nikita mykyta
        pavel pavlo
        roman romain
        semyon semen
        yelena olena
        tatiana tetiana
        xenia ksenia oksana kseniia
        hanna anna ganna
        halyna galina halina
        hlib gleb
        ihor igor
        oleh oleg
        olha olga
        lyubov liubov luba
        maria marie mary
        marie maria mary
        emilia amelia amelie
        joanna joanne joan
        joanne joanna
        matthew matthias
        oksana ksenia
        paul pablo
        sophia sophie
        sophie sofia zofia
        clara clare klara
        clare clara
        julia julie
        julie julia
        fergus fearghas fearghus feargus
        xabier javier xavier
        lyudmila liudmyla ludmila
        svitlana svetlana
        vasyl vasily basil bazyli
        yevdokia yavdokha
        zinaida zina
        demetrius dimitrios dimitris demetrios dimitar dmytro dmitri
        miriam maryam mariam
        anna ona onute ane anne hannah aine hanka
        dimitris demetrios dimitrios dimitar
        dimitrios demetrios
        mary miriam
        frank francis franz franco
        harold harald arailt
        herbert heribert
        ivan ivo
        """
}
