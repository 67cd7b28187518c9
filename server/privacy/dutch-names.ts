/**
 * Names as people in the Netherlands bear them, without accents. They only have to tell a name from another word with a
 * capital: a rare name is recognised by what stands around it.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Common surnames without their prefix, of several origins. */
export const commonSurnames = set(`
  jong jansen vries berg dijk bakker janssen visser smit meijer boer mulder groot bos vos peters hendriks leeuwen dekker
  brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruijn bruin heijden schouten beek
  willems vliet ven hoekstra maas verhoeven koster dam wal prins huisman peeters jonge kuipers post veenstra kuiper postma
  gerritsen martens schipper wijk veer driessen evers blom jonker molenaar kramer hermans verbeek yilmaz kaya nguyen
  mohamed ahmed bouzid yildiz ali hassan pietersen klaassen timmermans scholten meyer meulen
  aalbers aarts abbink achterberg adriaansen aerts akkerman albers alberts alders andriessen appelman arends baars baas bal
  barends bartels beekman beckers beenen berends bergman bergsma beumer bijl blok boersma boogaard boom boon borst bosch bosma
  bosman bouma bouwman brand brands braun brink broekman bron brouwers brown bruggeman bruins buijs burger buurman claassen
  coenen cohen cornelissen cox cremers daalen dekkers derksen dikken dirks doorn dorst douma driesen drost duin duijn eijk elzinga engels
  faber fokker franken franssen geel geerts geerlings gelder goossens graef griffioen groen groenewegen groenendijk groeneveld
  haas hagen hamer hartman heemskerk heijnen helm hemert hendrikse hendriksen herman heusden hoek hoeven hoffman hofman hofstra
  holland hoogendoorn horn horst houten hout huizinga hulst jaspers jacobsen jager jongsma joosten jonkman kamp kamphuis kaiser
  karels keizer kempen kerkhof keijzer klein kleijn klerk klomp kloosterman knol koc koch koenders kolk koning kooijman kool
  kooistra koopman koopmans kraai kroon kruijf kruger kuijpers kuiken laan lammers lange langen leemans leenders lem lievense
  linde looij loon louwers lubbers luijten maes mahabier manders marinus martin meijers meijerink mertens metz meulenbelt meulman
  michels mol moens mooij moor mourik muller nijhuis nijland nijs nieuwenhuis nieuwenhuizen noord oever olthof ooms oosterhof oosterhuis
  oosterom oostrum otten oudshoorn overbeek paans pater paulissen pennings petersen pieters pietersma plas poel pol polman pool
  poort postmus pronk put putten raaij ramdin rademaker rademakers rijn reijnders reinders renes rietveld riet roelofs roelofsen
  romeijn romijn roos rooij rossum ruiter rutten sahin sanders santos schaap scheffer schepers schilder schmidt
  schneider scholte schoenmaker schrijver schuurman seegers simons singh silva sluijs smeets smith snijder snijders spaan spek spijker
  staal stam steen stevens stoffels stolk stoop straten strijbosch swart swinkels terpstra teunissen thijssen theunissen thomassen
  tol tromp tuin tuinstra uden uijl valk veldhuis veldkamp veldman velzen verhagen verhoef verkerk vermeer verschuren
  versteeg verweij vink visscher vlasblom vlug voort vogel vonk vroom vugt waal wagenaar walstra warmerdam weert wessels
  westerhof westra wever wiersma wiersema wijnen wijngaarden wilde wilms willemse willemsen winter wind witte wolf wolff
  wolters wouters wulp zanden zande zeeuw zijlstra zwaan zwart zuidema
  acar akin aksoy arslan aslan aydin bulut celik cetin demir dogan erdogan gunes kara kilic korkmaz koc kurt ozdemir ozturk
  polat sahin simsek tekin unal yavuz yildirim abdi abdullahi adan ait alaoui amrani azzouzi bakkali belhaj benali bouali bouzidi
  chaouch daoudi fassi haddad hamdi hussein ibrahim idrissi jama khalil khatib khan mansouri mahmoud mansour mohammed moussaoui
  osman omar said salah saleh yusuf ziani baldewsingh bissessar jagroep kalloe mahabir pinas ramcharan ramlal sewnath
  chen huang li liu tran wang wong zhang kowalska kowalski nowak wisniewski popescu ivanov petrov rodrigues fernandes gomes lopes
  martina pieternella winklaar latuheru pattiasina tuhumury`);

/** Common given names. */
export const givenNames = set(`
  aad aart abdel abdelkader abdullah achmed adam adri adriaan agnes ahmed ahmet aisha albert alberta alex alexander ali alice alida amber amina
  amir andre andrea andries anita anja anke ankie ann anna anne annelies anneke annemarie annemieke annet annie anouk ans ansje anton
  antonia antoon antonius arend arie arjan arjen armand arno arnold astrid aukje ayse bart barbara bastiaan beatrijs ben bep bernard bert
  bertus betty bianca bob boris bouke bram brenda brigitte carel carla carlo carolien caroline casper catharina cees chantal charlotte
  chris christiaan christina cindy claudia coby conny cor corinne corrie cornelis cornelia corrina daan daniel danielle david debby demi dennis denise
  diana dick dieuwke dineke dirk dolf dominique dorien douwe eddy edith edwin eefje eelco eline elisabeth elise elke ellen elly els
  elsa elsbeth emiel emily emma emine erik erica ernst esmee esther eva evelien eveline evert fabian fadma farid fatih fatima fatma femke ferdinand
  fien fleur floortje floris francien francis franciscus frank frans frank fred frederik freek frits froukje gea geert geertje geertruida gerard gerda gerben
  gerrie gerrit gerritje gert gertjan gertrude gijs gijsbert gonda greet greetje greta guido guus hamza hanna hannah hanneke hannie hans hansje harm
  harmen harrie harry hasan hassan hatice heidi hein heleen helena hella hendrik hendrika hendrikje hendrikus henk hennie henny henri henriette herman
  hermina hetty hidde hilda hilde hubert hugo huub huseyin ibrahim ida ien ilona ilse imane ina ineke inez inge ingrid irene iris isa isabel isabella ismail
  ivo jaap jacob jacoba jacqueline jacques jacomina jamal jan jana jane janine janna janneke jannetje jannie jans jantje jantine jasmijn jasper jayden jeanette jeanne
  jelle jelmer jennifer jeroen jesse jessica jet jetty jim jo joan joanne jochem joep johan johanna johannes john joke jolanda jolanda jolien jonas jonathan
  joop joost jop joris jos jose josefien joseph josephine joyce judith juliette julia julian jurgen jurre justin kaatje karel karen karim karin karlijn
  kasper katja katrien kees kelly kevin khadija khalid kim klaartje klaas klara koen koos krijn krystyna laila lara lars laura laurens lea leen leendert leila lena
  lennart leo leon leonie levi lia lianne lien lieke lies liesbeth lies lieve lilian lina linda lineke lisa lisanne lisette loes lonneke lotte
  louis louisa louise lowie luca lucas lucia luuk lydia maaike maarten maartje machteld madelief magda mandy manon manuel marc marcel marco margaretha
  margot margreet margriet maria marian marianne marieke marie mariet marietje marije marijke marijn marina marion mariska marit maritha marja marjan marjo marjolein
  marjon marlies marloes marlou marleen marleen marnix martha martijn martin martine martin mary marya mathijs mathilde matthijs maud maureen maurits mees mehmet meike melanie melissa melle
  menno merijn mette mia michael michel michelle michiel mieke miep miranda mirjam mien mientje mimoun minke mo moenie mohamed mohammed monica monique moos
  murat mustafa myrthe nadia nadine naima nancy natalie natasja neeltje nel nelie nellie nelly nick nicky nicole nico niek niels nienke nina noa noah nora noor noortje nynke
  odette olaf olga olivia omar onno oscar osman otto paul paula pauline peggy peter petra petronella petrus philip pia pien piet pieter pietje pim pleuni puck quinten
  rachel rachid rahma ralf ramon raymond rebecca reinier reinoud rekha remco rene renate renee renske ria richard rick rik rianne riet rietje rina rinus rita robbert
  robert robin roel roelof roeland rogier roland rolf romy ron ronald ronnie rosa rosanne roxanne rudi ruben rudolf ruud ruth saar sabine said saida salma sam samira samuel
  sander sandra sanne sara sarah saskia sebastiaan selma sem sergio sevda sharon sheila sien siem siebe siebren sietske sigrid silvia simon simone sipke sjaak sjaan sjef sjoerd
  sjoukje sofia sofie sonja sophie stan stef stefan stefanie steven stijn suzan suzanne sven sybren sylvia sytske tanja tamara tatjana ted teun teunis thea theo theodora thijs
  thirza thom thomas tiemen tijmen tijn tim timo tineke tinus tiny titia tjeerd tjitske tobias tom tonny tonnie toos tooske toon treesje trijntje trudie trudy truus tygo ursula
  valerie vera veronica victor victoria vincent wanda wendy werner wessel wesley wiebe wiebren wiepie wies wil wilhelmina wilhelmus willeke willem willemien willemijn willy wilma
  wim wouter wout xander yasmin yasmina yassin youssef youssra yvette yvon yvonne yusuf zahra zeynep zoe zohra
  aagje aaltje agnieszka aleksandra alina anastasia anil antje arjun carmen dewi elif emre fernando gerardus irina jadwiga jakub jose joao katarzyna
  krzysztof lakshmi luis magdalena malgorzata maryam mariam mihai mehdi mina nasser natalia olena oleksandr omer pedro piotr priya rajesh ravi
  milan aicha aya bilal nora yusra zaid lina senna liv julian finn jens mats siebe fenna sofieke yuna luna jip saar lot pippa olaf igor bente nadia tess tessa
  guusje geurt tjitske anneloes marietta harm roelien roelie trees mientje doutzen froukje hanny lenie willie jantien marga ineke sjaantje
  svetlana tomasz vladimir wang wei yara`);

/** Given names that are ordinary words too: only beside a surname, or after a word for a patient. */
export const ambiguousNames = set(`
  an ans ben bob de el els emma floor gea isa jet jo jop kim koos lea leen lies lieve mees mette mia mien mina mo moos nel noor puck rick riet
  rik ria rosa sam sara siem sien stan stef ted tim tiny tom toon vera wang wei wil will wies zoe mark max job roos merel storm bas joy frans frank`);

/** Of those, the ones that begin a sentence as a verb or a function word. */
export const wordsAtStart = set('an ben wil toon de el lieve leen storm will');

export const namePrefixes = set(`van de der den het t 't ter ten te el al le la ben op in 's v d vd vander vanden`);

/** Endings of Dutch and a few other surnames, for those that no list holds. */
export const surnameEnding = /.(?:sma|stra|inga|enga|nga|ema|ink|mans|man|ssen|nsen|rsen|lsen|huis|huizen|veld|berg|bergen|dijk|hoven|hof|beek|burg|land|maker|kamp|horst|brink|donk|boom|bosch|hout|wijk|waard|meijer|meyer|oglu|ovic|evic|ski|ska|wicz|sz)$/;
