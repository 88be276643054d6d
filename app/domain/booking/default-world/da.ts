import { lines, type Agendas } from './agendas.ts'

export const welcomeDa = {
  title: 'Velkommen', purpose: 'Vi siger goddag og bliver enige om, hvad du gerne vil have med herfra.', minutes: 3, layout: 'faces',
  questions: lines(
    'Hvad skulle der ske i det her møde, for at du bagefter synes, at tiden var godt brugt?',
    'Har vi stadig den tid, vi satte af, eller skal du noget andet lige efter?',
    'Hvem ud over dig mærker det, når salget ikke går, som det skal?',
  ),
  notes: lines(
    'Gentag gæstens mål med gæstens egne ord, og skriv det som note. Vend tilbage til det under Næste skridt.',
    'Er tiden blevet kortere, så spørg, hvilket punkt der er vigtigst, og begynd dér.',
    'Ingen præsentation af dig selv på mere end to sætninger. De har læst siden.',
  ),
} as const

export const nextStepDa = {
  title: 'Næste skridt', purpose: 'Hvem gør hvad, og hvornår ses vi igen?', minutes: 4, layout: 'faces',
  questions: lines(
    'Hvad tager du med herfra?',
    'Hvad ville være et naturligt næste skridt, set fra din stol?',
    'Hvem skal være med, før I kan sige ja eller nej?',
    'Hvornår skal I senest have besluttet jer, og hvad sker der, hvis I ikke gør noget?',
  ),
  notes: lines(
    'Begynd fire minutter før tid, også selv om et punkt ikke er færdigt.',
    'Skriv skridtet med navn og dato, mens I begge ser det. Et skridt uden dato er et ønske.',
    'Siger de ”send noget”: spørg, hvad de skal kunne beslutte ud fra det, og hvornår I gennemgår det sammen.',
    'Et klart nej er et godt resultat. Sig tak, og spørg, om du må høre fra dem om et halvt år.',
  ),
} as const

export const agendasDa: Agendas = {
  'more-courses': {
    title: 'Mere salgstræning',
    items: [
      welcomeDa,
      {
        title: 'Hvad har I allerede prøvet?', purpose: 'Hvilke kurser, hvem var med, og hvad hang ved bagefter?', minutes: 6, layout: 'faces',
        questions: lines(
          'Hvilken træning har I købt de seneste to år, og hvad fik jer til at vælge den?',
          'Hvad gør sælgerne anderledes i dag på grund af den?',
          'Hvad skete der den første mandag bagefter?',
          'Hvem fulgte op, og hvordan?',
        ),
        notes: lines(
          'Lyt efter, hvem der ønsker kurset: ledelsen, sælgerne eller HR. Det er sjældent den samme, som har problemet.',
          'Hang intet ved, er mere af det samme næppe svaret. Sig det højt, før de køber det.',
        ),
      },
      {
        title: 'Hvor mister I salg i dag?', purpose: 'Vi finder det sted, hvor træning vil kunne mærkes på bundlinjen.', minutes: 8, layout: 'both',
        questions: lines(
          'Følg en handel fra første kontakt til ordre: hvor går flest i stå?',
          'Hvor mange tilbud sender I, og hvor mange bliver til ordrer?',
          'Hvornår tabte I sidst en, I burde have vundet? Hvad sagde kunden?',
          'Hvad er én procent bedre på det sted værd på et år?',
        ),
        notes: lines(
          'Regn på det sammen med dem, og brug deres tal. Det beløb bliver målestokken for alt, du foreslår.',
          'Kender de ikke tallene, er det et fund i sig selv: foreslå at finde dem som et skridt.',
          'Modstå at løse noget her. To spørgsmål mere, før du svarer på ét.',
        ),
      },
      {
        title: 'Hvad skal være anderledes om et halvt år?', purpose: 'Ét mål, som I kan måle, og som sælgerne selv kan se.', minutes: 7, layout: 'faces',
        questions: lines(
          'Hvis det lykkes, hvad ser jeres kunder så, som de ikke ser i dag?',
          'Hvilket ene tal skal have flyttet sig?',
          'Hvad skal lederen gøre anderledes hver uge, for at det holder?',
          'Hvad har forhindret jer i det indtil nu?',
        ),
        notes: lines(
          'Få målet skrevet som en beslutning med tal og måned.',
          'Ingen leder, ingen varig virkning. Bliver der stille ved spørgsmålet om lederen, så bliv dér.',
        ),
      },
      nextStepDa,
    ],
  },
  'theory-into-practice': {
    title: 'Fra teori til praksis',
    items: [
      welcomeDa,
      {
        title: 'Hvad kan jeres sælgere allerede?', purpose: 'Hvilke teknikker sidder fast, og hvilke blev på kurset?', minutes: 5, layout: 'faces',
        questions: lines(
          'Hvad kan de, når du hører dem øve, men ikke når kunden sidder der?',
          'Hvem hos jer gør det allerede godt, og hvad gør den person helt konkret?',
          'Hvornår var du sidst med til et kundemøde?',
        ),
        notes: lines(
          'Der er næsten altid én, der kan. Forløbet skal bygge på den person, ikke på en lærebog.',
          'Ved lederen det ikke, har lederen ikke været med ude. Noter det uden at kommentere det.',
        ),
      },
      {
        title: 'Hvad sker der i de rigtige kundemøder?', purpose: 'Vi tager to møder fra den seneste måned og ser, hvor vanen vandt.', minutes: 8, layout: 'both',
        questions: lines(
          'Tag det seneste møde, der gik godt. Hvad skete der de første fem minutter?',
          'Tag ét, der gik skævt. Hvor kunne du mærke det?',
          'Hvor meget talte sælgeren, og hvor meget talte kunden?',
          'Hvad blev aftalt til sidst, og hvem skrev det ned?',
        ),
        notes: lines(
          'Bed om møder, ikke meninger. Kommer der ”vi plejer”, så spørg: hvilken kunde, hvilken dag?',
          'Sammenlign de to møder højt. Forskellen er som regel ét greb, og det er forslaget.',
        ),
      },
      {
        title: 'Hvad står i vejen?', purpose: 'Tid, mod, værktøjer eller opfølgning: hvad skal ryddes først?', minutes: 5, layout: 'faces',
        questions: lines(
          'Hvad siger sælgerne selv, når de ikke bruger det, de har lært?',
          'Hvad bliver de målt på, og hjælper det eller modarbejder det?',
          'Hvad sker der, når en sælger prøver noget nyt, og det mislykkes?',
        ),
        notes: lines(
          'Skil mellem kan ikke, vil ikke og må ikke. Kun det første løses med træning.',
          'Peger alt på lederen, så sig det venligt: ”Hvem følger op i dag?” og tål pausen.',
        ),
      },
      {
        title: 'Én vane at begynde med', purpose: 'Vi vælger én ting, som alle kan øve de næste fjorten dage.', minutes: 5, layout: 'share',
        questions: lines(
          'Hvilken ene ting ville flytte mest, hvis alle gjorde den hver gang?',
          'Hvordan ser I, at den bliver gjort?',
          'Hvornår i ugen taler I om den, og i hvor mange minutter?',
        ),
        notes: lines(
          'Én. Ikke tre. Vil de have tre, så lad dem selv sætte dem i rækkefølge, og tag den første.',
          'Skriv den som beslutning: hvem, hvad, hvor ofte.',
        ),
      },
      nextStepDa,
    ],
  },
  'leadership-and-goals': {
    title: 'Ledelse, mål og motivation',
    items: [
      welcomeDa,
      {
        title: 'Hvor er I på vej hen?', purpose: 'Årets mål i én sætning. Hvem i huset kan sige den?', minutes: 6, layout: 'faces',
        questions: lines(
          'Hvad er årets mål, sagt, som en sælger ville sige det?',
          'Hvor mange af sælgerne ville sige det samme?',
          'Hvad er det første, der ryger, når kvartalet bliver presset?',
          'Hvad betyder det for dig personligt, om målet nås?',
        ),
        notes: lines(
          'Kan målet ikke siges i én sætning, er det dér, arbejdet begynder.',
          'Det sidste spørgsmål er det vigtigste. Stil det roligt, og vent.',
        ),
      },
      {
        title: 'Jeres salgspotentiale', purpose: 'Hvad kunne I sælge til de kunder, I allerede har?', minutes: 7, layout: 'both',
        questions: lines(
          'Hvilke ti kunder køber kun én af de ting, I laver?',
          'Hvem af dem har I ikke talt med i et halvt år?',
          'Hvad ville de ti være værd, hvis de købte som jeres bedste kunde?',
          'Hvem ejer den opgave i dag?',
        ),
        notes: lines(
          'Lav regnestykket på skærmen: antal gange værdi. Rund ned, så de selv tror på det.',
          '”Det gør vi allerede” betyder ofte, at ingen ejer det. Spørg efter navnet.',
        ),
      },
      {
        title: 'Hvad giver jeres sælgere lyst?', purpose: 'Hvad får dem til at ringe til den næste, og hvad tager lysten fra dem?', minutes: 6, layout: 'faces',
        questions: lines(
          'Hvornår så du sidst en sælger gå hjem med rank ryg? Hvad var der sket?',
          'Hvad brokker de sig over, som du egentlig giver dem ret i?',
          'Hvis en god sælger sagde op i morgen, hvad ville grunden være?',
        ),
        notes: lines(
          'Ligegyldige sælgere er sjældent dovne. Lyt efter det øjeblik, hvor de holdt op med at blive set.',
          'Løn nævnes først og er sjældent svaret. Spørg: ”Og hvad mere?”',
        ),
      },
      {
        title: 'Lederens hverdag', purpose: 'Opfølgning, sparring og de samtaler, der bliver udskudt.', minutes: 4, layout: 'faces',
        questions: lines(
          'Hvor mange timer brugte du i sidste uge sammen med sælgere og kunder?',
          'Hvilken samtale har du udskudt længst?',
          'Hvad skulle du holde op med for at få tid til den?',
        ),
        notes: lines(
          'Spørg ikke, om de har tid. Spørg, hvad de brugte den på.',
          'Den udskudte samtale er ofte det bedste første skridt, og den koster ingenting.',
        ),
      },
      nextStepDa,
    ],
  },
  'something-else': {
    title: 'Noget helt andet',
    items: [
      welcomeDa,
      {
        title: 'Fortæl det forfra', purpose: 'Hvad sker der, hvem går det ud over, og hvorfor er det vigtigt nu?', minutes: 8, layout: 'faces',
        questions: lines(
          'Hvornår begyndte det?',
          'Fortæl om den seneste gang, det skete: hvem sagde hvad?',
          'Hvad har I selv prøvet, og hvad kom der ud af det?',
          'Hvorfor skrev du netop nu?',
        ),
        notes: lines(
          'Læs det, de skrev ved bookingen, højt, og spørg, om det stadig er rigtigt.',
          'Afbryd ikke de første tre minutter. Skriv deres ord ned, ikke dine.',
        ),
      },
      {
        title: 'Hvad ligger der under?', purpose: 'Det første svar er sjældent det sidste, så vi spørger videre sammen.', minutes: 7, layout: 'faces',
        questions: lines(
          'Hvis det var løst i morgen, hvad ville så være det næste problem?',
          'Hvem har fordel af, at det er, som det er?',
          'Hvad ville dine sælgere svare, hvis jeg spurgte dem?',
          'Hvad koster det jer, i kroner eller i søvn?',
        ),
        notes: lines(
          'Spørg tre gange ”hvad mere?” med rolig stemme.',
          'Er behovet noget, du ikke kan løse, så sig det, og giv dem et navn på en, der kan. Det bliver husket.',
        ),
      },
      {
        title: 'Hvordan ser det ud, når det er løst?', purpose: 'Så konkret, at du kan genkende det, når du er der.', minutes: 6, layout: 'faces',
        questions: lines(
          'Beskriv en almindelig tirsdag, når det virker.',
          'Hvad er det mindste, der skulle ske, for at du ville mærke, at det går den rigtige vej?',
          'Hvem skal være med på det, for at det holder?',
        ),
        notes: lines(
          'Skriv billedet som en beslutning: ”Det er løst, når …”.',
          'Det mindste tegn er som regel det bedste næste skridt.',
        ),
      },
      nextStepDa,
    ],
  },
}
