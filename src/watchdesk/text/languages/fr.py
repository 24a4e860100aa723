"""French."""

from watchdesk.model import Bound
from watchdesk.text.languages.fr_verbs import BESIDE, COMPLEMENTS
from watchdesk.text.languages.language import Cue, Examples, Frames, Language, Numbers
from watchdesk.text.languages.lists import (
    bag,
    bounds,
    cues,
    gendered,
    listed,
    numbered,
    valued,
    ways,
)


def _below_hundred() -> dict[str, float]:
    """The numbers up to 99, with the twenties and the sixties and eighties that run on."""
    ones = listed("""zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize
    quatorze quinze seize dix-sept dix-huit dix-neuf""")
    table = {word: float(value) for value, word in enumerate(ones)} | {"une": 1.0}
    tens = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    tens |= {"quatre-vingt": 80, "septante": 70, "huitante": 80, "nonante": 90}
    for word, value in tens.items():
        table[word] = float(value)
        upto = 20 if value in (60, 80) else 10
        table |= {f"{word}-{ones[unit]}": float(value + unit) for unit in range(1, upto)}
        table |= {f"{word}-et-un": value + 1.0, f"{word}-et-une": value + 1.0}
    return table | {"quatre-vingts": 80.0, "soixante-et-onze": 71.0}


FR = Language(
    code="fr",
    name="français",
    marks=(("«", "»"), ("“", "”"), ("‹", "›")),
    cues=dict.fromkeys(BESIDE, Cue.SAY)
    | cues(
        say="""dit dite disent disait disaient déclare déclaré déclarent déclarait explique
        expliqué expliquent expliquait indique indiqué indiquent indiquait ajoute ajouté
        ajoutent ajoutait précise précisé précisent précisait souligne souligné soulignent
        soulignait rappelle rappelé rappellent rappelait note noté observe observé relève relevé
        répond répondu répondait annonce annoncé annoncent annonçait commente commenté raconte
        raconté racontent racontait témoigne témoigné poursuit poursuivi conclut conclu lance
        lancé résume résumé insiste insisté insistent martèle martelé confie confié exclame
        exclamé exclamée rapporte rapporté rapportent signale signalé signalent fait_savoir
        fait_valoir font_valoir évoque évoqué exprimé renchérit réplique répliqué rétorque
        rétorqué reprend a-t-il a-t-elle proclame proclamé informe informé réagit réagi nuance
        nuancé tempère""",
        write="écrit écrivait écrivent tweete tweeté publie publié",
        claim="""affirme affirmé affirment affirmait soutient soutenu soutiennent prétend
        prétendu prétendent assure assuré assurent assurait estime estimé estiment estimait juge
        jugé jugent considère considéré argue argué plaide plaidé suggère suggéré avance avancé
        allègue""",
        accuse="""accuse accusé accusent accusait dénonce dénoncé dénoncent dénonçait condamne
        condamné condamnent fustige fustigé critique critiqué déplore déploré déplorent regrette
        regretté regrettent reproche reproché""",
        deny="""nie nié nient dément démenti démentent rejette rejeté rejettent conteste
        contesté réfute""",
        admit="reconnaît reconnu reconnaissent admet admis admettent concède concédé avoue avoué",
        confirm="confirme confirmé confirment confirmait atteste attesté certifie",
        find="""constate constaté constatent établit révèle révélé révèlent montre montré
        démontre démontré conclut_que""",
        warn="avertit averti avertissent prévient prévenu met_en_garde mis_en_garde alerte alerté",
        ask="""demande demandé demandent demandait appelle_à appelé_à exhorte exhorté réclame
        réclamé exige exigé interroge interrogé exhortent réclament""",
        promise="promet promis promettent engagé",
        call="qualifie qualifié qualifient appelle appelé baptisé",
        think="""pense pensent pensait croit croient espère espéré espèrent craint craignent
        redoute veut_croire""",
    ),
    frames=Frames(
        that=bag("que qu'"),
        needy=bag(
            """note dit observe montre juge lance publie publié écrit résume conclut pense
            avance critique demande reprend relève établit baptisé poursuit
            annonce signale informe considère promis admis reconnu lancé rejeté condamné
            rappelle reçu évoque insiste exprimé alerte mis_en_garde critiqué jugé appelle_à
            appelé_à réclame exige promet confirme nuance rapporte commente plaide révèle réagit
            démontre conteste reproche dénonce dénoncé accuse accusé interrogé fustige regrette
            déplore constate"""
        )
        | BESIDE,
        according=(
            "selon",
            "d' après",
            "à en croire",
            "aux yeux de",
            "de l' avis de",
            "de l' avis du",
        ),
        auxiliaries=bag(
            """-t- - nous vous m' a ont avait avaient
            est était s' n' pas été a-t-il également aussi ensuite
            déjà toujours encore notamment y en l' lui leur se ne pour_sa_part cependant"""
        ),
        addressee=bag("nous lui leur"),
        stops=bag(
            """dans lors devant à au aux sur qui dont où après avant pendant en par mais car
            avec auprès depuis jeudi hier aujourd'hui ce cette lorsqu' lorsque alors tandis
            soulignant ajoutant précisant est a ont sont avait était avoir être se ne s' n'"""
        ),
        openers=bag(
            "mais et or donc ainsi cependant toutefois pourtant alors enfin puis car comme"
        ),
        turns=bag("mais alors tandis bien"),
        moments=bag("ce cette hier aujourd'hui"),
        refuse=bag("de d' à le la les l' un une des ce cette son sa ses leur leurs mon du au pour"),
        appositions=bag("le la les l' son sa ses leur leurs un une ancien ancienne qui dont"),
        inverts=False,
        likes=bag("comme"),
        complements=COMPLEMENTS,
        inner_comma=True,
        joins=bag("et"),
        adverb_endings=("ment",),
        also=bag(
            """ajoutant précisant soulignant affirmant expliquant estimant indiquant rappelant
            déclarant assurant dénonçant"""
        ),
    ),
    roles=bag(
        """président présidente vice-président vice-présidente ministre premier première
        secrétaire chancelier chancelière gouverneur gouverneure maire maires sénateur sénatrice
        député députée élu élue conseiller conseillère directeur directrice chef cheffe
        fondateur fondatrice commissaire défenseur défenseuse médiateur médiatrice rapporteur
        rapporteure rapporteuse ambassadeur ambassadrice consul diplomate porte-parole analyste
        expert experte professeur professeure chercheur chercheuse historien historienne
        économiste scientifique avocat avocate procureur procureure juge magistrat magistrate
        général colonel capitaine commandant policier enquêteur médecin infirmier infirmière
        ingénieur architecte archéologue conservateur conservatrice enseignant enseignante
        étudiant étudiante journaliste rédacteur rédactrice correspondant correspondante
        écrivain écrivaine auteur autrice poète militant militante activiste coordinateur
        coordinatrice membre candidat candidate évêque archevêque prêtre imam pasteur patriarche
        pape catholicos roi reine prince princesse habitant habitante agriculteur agricultrice
        témoin survivant survivante victime proche mère père frère sœur fils fille épouse mari
        veuve voisin voisine réfugié réfugiée responsable dirigeant dirigeante patron patronne
        délégué déléguée chargé chargée spécialiste propriétaire gérant gérante préfet préfète
        sous-préfet eurodéputé eurodéputée bourgmestre berger bergère ouvrier ouvrière
        traducteur traductrice archiviste bénévole"""
    ),
    role_endings=("s",),
    role_words=bag("de du des d' la le l' aux à vice ancien ancienne adjoint générale général"),
    titles=gendered(m="m monsieur mm père", f="mme madame mlle sœur", n="dr pr me maître mgr"),
    particles=bag("de du des d' la le von van der el al ben ibn"),
    pronouns=gendered(m="il", f="elle", n="on je", p="ils elles"),
    organisations=bag(
        """ministère gouvernement parlement assemblée comité commission conseil cour tribunal
        police armée agence bureau parti groupe union association fondation organisation
        entreprise société banque université institut département ambassade ong fédération
        rapport étude journal quotidien ligue syndicat réseau service autorité parquet
        préfecture mairie présidence diplomatie communiqué collectif observatoire mission
        nations croix-rouge sénat"""
    ),
    parties=bag("parti"),
    links=bag("de du des d' à au aux pour chez en"),
    definite=bag("le la l' les"),
    indefinite=bag(
        "un une autre plusieurs certains certaines deux trois quelques des aucun chaque"
    ),
    lesser=bag("ancien ancienne ex adjoint adjointe vice suppléant intérimaire sortant sortante"),
    local_roles=bag(
        """maire gouverneur gouverneure ambassadeur
        ambassadrice sénateur sénatrice député députée préfet préfète habitant habitante évêque
        archevêque bourgmestre roi reine prince princesse patriarche"""
    ),
    portfolios=bag("président présidente chancelier chancelière ministre secrétaire commissaire"),
    elected=bag(
        """sénateur sénatrice député députée maire conseiller conseillère eurodéputé eurodéputée
        candidat candidate ministre élu élue bourgmestre"""
    ),
    whereabouts=bag("à en dans près"),
    relatives=bag("qui dont où que qu' lorsque pendant depuis"),
    plural_endings=("s",),
    ways=ways(
        behind="dans lors lors_d' au sur par devant à l' un une d' son sa",
        outlets="""radio télévision chaîne journal quotidien hebdomadaire magazine agence site
        revue antenne""",
        relays="rapporte rapporté cite cité citant relaie relayé",
        speech="discours allocution sermon prêche conférence conférence_de_presse point_presse",
        interview="entretien interview",
        post="tweet tweeté tweete publication message facebook télégramme",
        statement="communiqué déclaration",
        letter="lettre courrier courriel note",
        report="rapport étude enquête",
        court="tribunal procès audience témoignage barre plainte",
    ),
    sources=bag(
        """source sources responsables experts autorités témoins habitants avocats proches
        observateurs analystes médias chercheurs critiques opposants document certains plusieurs
        autres celui celle ceux celui-ci celle-ci intéressé homme femme lettre texte article"""
    ),
    numbers=Numbers(
        decimal=",",
        vague={
            "dizaines": 10,
            "douzaines": 12,
            "centaines": 100,
            "milliers": 1e3,
            "millions": 1e6,
            "milliards": 1e9,
        },
        several=bag("plusieurs quelques"),
        halves=bag("moitié"),
        ratios=bag("sur"),
        minus=bag("moins"),
        starts=bag("de d'"),
        per=bag("par"),
        streets=bag("rue avenue boulevard place impasse chemin quai allée"),
        words=_below_hundred(),
        multipliers={
            "cent": 100,
            "cents": 100,
            "mille": 1e3,
            "millier": 1e3,
            "million": 1e6,
            "millions": 1e6,
            "milliard": 1e9,
            "milliards": 1e9,
            "md": 1e9,
            "mds": 1e9,
            "mns": 1e6,
            "m": 1e6,
            "k": 1e3,
            "douzaine": 12,
            "dizaine": 10,
            "vingtaine": 20,
            "trentaine": 30,
            "quarantaine": 40,
            "cinquantaine": 50,
            "soixantaine": 60,
            "quinzaine": 15,
            "centaine": 100,
        },
        fractions={
            "tiers": 1 / 3,
            "quart": 0.25,
            "quarts": 0.25,
            "moitié": 0.5,
            "cinquième": 0.2,
            "cinquièmes": 0.2,
            "dixième": 0.1,
            "dixièmes": 0.1,
        },
        alone=bag("cent mille"),
        short=bag("m k"),
        articles=bag("un une"),
        joiners=bag("et"),
        between=bag("à et ou"),
        openers=bag("entre"),
        of=bag("de d' des du la le les l' autres"),
        ordinals=bag("e er re ère ème eme nd nde è h"),
        clock=bag("h heures heure"),
        dating=bag("en depuis de dès l'an avant après fin début mi printemps été automne hiver"),
        shy=bag("un une"),
        not_before=bag("l' d' pas chaque comme est c'est"),
        aged=bag("âgé âgée âgés âgées"),
    ),
    units=valued(
        JPY="yen yens",
        CNY="yuan yuans",
        UAH="hryvnia hryvnias",
        GEL="laris lari",
        cent="centime centimes",
        mile="mille_marin milles_marins",
        kilometre_per_hour="kilomètres-heure kilomètre-heure",
        gram="gramme grammes",
        barrel="baril barils",
        square_mile="milles_carrés",
        cubic_metre="mètres_cubes mètre_cube",
        kilowatt_hour="kilowattheure kilowattheures",
        megawatt_hour="mégawattheure mégawattheures",
        gigawatt="gigawatt gigawatts",
        kilowatt="kilowatt kilowatts",
        volt="volts volt",
        USD="dollar dollars",
        EUR="euro euros",
        GBP="livres_sterling livre_sterling",
        AMD="dram drams",
        AZN="manat manats",
        RUB="rouble roubles",
        TRY="livres_turques livre_turque",
        CHF="francs_suisses francs_suisse",
        CAD="dollars_canadiens",
        percent="pour_cent",
        percentage_point="points_de_pourcentage point_de_pourcentage",
        year="an ans année années",
        month="mois",
        week="semaine semaines",
        day="jour jours",
        hour="heure heures",
        minute="minute minutes",
        second="seconde secondes",
        kilometre="kilomètre kilomètres km",
        metre="mètre mètres",
        centimetre="centimètre centimètres cm",
        millimetre="millimètres mm",
        square_metre="mètres_carrés m2 m²",
        square_kilometre="kilomètres_carrés km2 km²",
        hectare="hectare hectares ha",
        kilogram="kilo kilos kilogrammes kg",
        ton="tonne tonnes",
        litre="litre litres",
        celsius="degrés_celsius",
        degree="degré degrés",
        megawatt="mégawatts mégawatt",
    ),
    bounds=bounds(
        over="""plus_de plus_d' au_moins dépassant au_minimum pas_moins_de au-delà_de
        supérieur_à au_delà_de""",
        under="moins_de moins_d' jusqu'_à jusqu'à au_plus au_maximum inférieur_à",
        about="""environ près_de près_d' quelque quelques presque autour_de approximativement
        à_peu_près plus_ou_moins""",
    ),
    bounds_after=bounds(over="ou_plus au_moins au_minimum", under="au_plus au_maximum"),
    counted="next",
    modifier_endings=("ième", "ièmes"),
    not_counted=bag(
        """et ou selon du environ dans de fois autre nouveau
        nouvelle seul seule des plus moins est ont sont que"""
    ),
    months=numbered(
        """janvier|janv février|févr mars avril mai juin juillet|juil août septembre|sept
        octobre|oct novembre|nov décembre|déc"""
    ),
    weekdays=numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    negations=bag("ne n' pas jamais aucun aucune rien personne sans ni nul nulle non guère"),
    abbreviations=bag(
        """m mm mme mlle dr pr me mgr st ste etc cf art p pp av env éd vol fig janv févr juil
        sept oct nov déc réf tél no al ex c.-à-d"""
    ),
    labels=bag(
        """article articles section chapitre page pages paragraphe phase niveau tableau salle
        vol ligne route numéro résolution loi décret projet affaire dossier catégorie type
        version volume épisode saison arrondissement district quartier rue avenue avis arrêté
        proposition motion amendement"""
    ),
    common=bag("le la les des et du une est dans que qui pour par sur au avec l' d' a qu'"),
    examples=Examples(
        statements=(
            (
                "« La route est fermée », a déclaré la ministre Mara Ilves.",
                ("La route est fermée", "déclaré", "la ministre Mara Ilves", "Mara Ilves"),
            ),
            (
                "Le maire, Joren Pell, a affirmé que le pont rouvrirait en mai.",
                (
                    "que le pont rouvrirait en mai",
                    "affirmé",
                    "Le maire, Joren Pell",
                    "Joren Pell",
                ),
            ),
            (
                "Selon le ministère de la Santé, douze services ont fermé.",
                (
                    "douze services ont fermé",
                    "Selon",
                    "le ministère de la Santé",
                    "ministère de la Santé",
                ),
            ),
            (
                "« La route est fermée », a-t-elle déclaré lundi.",
                ("La route est fermée", "déclaré", "elle", ""),
            ),
            (
                "« Oui, a dit Mara Ilves, la route est fermée. »",
                ("Oui la route est fermée.", "dit", "Mara Ilves", "Mara Ilves"),
            ),
            (
                "« C'est une honte », s'indigne Joren Pell.",
                ("C'est une honte", "indigne", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell a promis de rouvrir le pont en mai.",
                ("de rouvrir le pont en mai", "promis", "Joren Pell", "Joren Pell"),
            ),
            (
                "La ministre Mara Ilves a appelé le conseil à rouvrir le pont.",
                ("le conseil à rouvrir le pont", "appelé", "La ministre Mara Ilves", "Mara Ilves"),
            ),
            (
                "Le pont serait fermé, d'après Joren Pell.",
                ("Le pont serait fermé", "d'après", "Joren Pell", "Joren Pell"),
            ),
            (
                "Le rapport indique que douze services ont fermé.",
                ("que douze services ont fermé", "indique", "Le rapport", ""),
            ),
            (
                "Le pont, a expliqué Joren Pell, rouvrira en mai.",
                ("Le pont rouvrira en mai", "expliqué", "Joren Pell", "Joren Pell"),
            ),
            (
                "Comme l'a indiqué Joren Pell, le pont rouvrira en mai.",
                ("le pont rouvrira en mai", "indiqué", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell : « Le pont rouvrira en mai. »",
                ("Le pont rouvrira en mai.", ":", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell nie avoir fermé la route.",
                ("avoir fermé la route", "nie", "Joren Pell", "Joren Pell"),
            ),
            (
                "Mara Ilves a qualifié la fermeture de « honte ».",
                ("la fermeture de « honte »", "qualifié", "Mara Ilves", "Mara Ilves"),
            ),
        ),
        bounds=(
            ("Au moins 40 personnes ont fui.", Bound.OVER),
            ("Environ 40 personnes ont fui.", Bound.ABOUT),
        ),
        negations=(("La route n'est pas fermée.", "pas"),),
        dates=(
            ("Il a fermé il y a deux jours.", ("2026-11-18", "2026-11-18")),
            ("Du 5 au 7 mars 2024, la ville votait.", ("2024-03-05", "2024-03-07")),
            ("Il part jeudi prochain.", ("2026-11-26", "2026-11-26")),
        ),
        figures=(
            ("Des milliers de personnes ont fui.", (1000.0, "")),
            ("Les trois quarts des élèves sont là.", (0.75, "")),
            ("Le vent soufflait à 90 km/h.", (90.0, "kilometre per hour")),
            ("Un forage de 5 M€ est prévu.", (5e6, "EUR")),
            ("Plus de 100 000 personnes ont fui.", (100000.0, "")),
            ("Cela coûte 2,5 millions d'euros.", (2500000.0, "EUR")),
            ("Soixante-douze pour cent sont pour.", (72.0, "percent")),
        ),
        sentences=(("M. Pell est venu. Il est reparti le 3 mars.", 2),),
    ),
)
