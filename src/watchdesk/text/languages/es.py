"""Spanish."""

from watchdesk.model import Bound
from watchdesk.text.languages.language import Complements, Examples, Frames, Language, Numbers
from watchdesk.text.languages.lists import (
    bag,
    bounds,
    cues,
    gendered,
    listed,
    numbered,
    valued,
)

_ONES = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés
veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"""
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = """cien|ciento doscientos|doscientas trescientos|trescientas
cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas
setecientos|setecientas ochocientos|ochocientas novecientos|novecientas"""
_WORDS = {word: float(value) for value, word in enumerate(_ONES.split())} | {"un": 1.0, "una": 1.0}
_WORDS |= {word: 30.0 + 10 * place for place, word in enumerate(_TENS.split())}
_WORDS |= {
    form: 100.0 + 100 * place
    for place, forms in enumerate(_HUNDREDS.split())
    for form in forms.split("|")
}

ES = Language(
    code="es",
    name="español",
    marks=(("«", "»"), ("“", "”"), ("‘", "’")),
    cues=cues(
        say="""dijo dice dijeron dicen dicho declaró declara declararon declarado explicó
        explica explicaron explicado señaló señala señalaron señalado indicó indica indicaron
        indicado añadió añade añadieron añadido agregó agrega agregaron precisó precisa subrayó
        subraya subrayaron destacó destaca destacaron recordó recuerda comentó comenta contó
        cuenta respondió responde anunció anuncia anunciaron anunciado informó informa
        informaron informado manifestó manifiesta manifestaron expresó expresa expresaron relató
        relata concluyó concluye apuntó apunta apuntaron insistió insiste reiteró reitera
        recalcó recalca resaltó comunicó comunica contestó replicó remarcó detalló aclaró
        puntualizó prosiguió exclamó apostilló zanjó ironizó enfatizó enfatiza
        explicaba decía decían señalaba aseguraba afirmaba sentenció espetó matizó
        matiza celebró""",
        write="escribió escribe escribieron tuiteó publicó",
        claim="""afirmó afirma afirmaron afirmado aseguró asegura aseguraron asegurado sostuvo
        sostiene sostuvieron alegó alega argumentó argumenta opinó opina estimó estima consideró
        considera sugirió sugiere""",
        accuse="""acusó acusa acusaron denunció denuncia denunciaron criticó critica condenó
        condena lamentó""",
        deny="negó niega negaron negado desmintió desmiente rechazó rechaza rechazaron",
        admit="admitió admite admitieron reconoció reconoce reconocieron confesó",
        confirm="confirmó confirma confirmaron ratificó corroboró",
        find="reveló revela constató demostró demuestra",
        warn="advirtió advierte advirtieron alertó alerta avisó",
        ask="""pidió pide pidieron preguntó pregunta exigió exige exigieron instó urgió solicitó
        reclamó""",
        promise="prometió promete prometieron amenazó propuso propone propusieron",
        call="calificó califica llamó llama tildó",
        think="cree creen piensa espera esperan teme confía creía",
    ),
    frames=Frames(
        that=bag("que si"),
        complements=Complements(
            addressed=bag("pidió pidieron pide exigió exigieron instó urgió dijo informó"),
            infinitive_endings=("ar", "er", "ir", "arse", "erse", "irse", "arlo", "erlo", "irlo"),
            infinitives=bag(
                """prometió promete prometieron negó niega negaron aseguró asegura aseguraron
                afirmó afirma dijo dice reconoció reconoce admitió propuso propone propusieron
                pidió pide pidieron exigió exige decidió decidieron amenazó planea planean espera
                rechazó rechaza confirmó acordó acordaron anunció"""
            ),
        ),
        needy=bag(
            """cuenta indica recuerda llama llamó espera critica pide califica calificó denuncia
            condena alerta publicó expresa pregunta exige solicita reclamó acusa acusó estima
            considera apunta detalló anuncia informa destaca comunica lamentó rechaza rechazó
            amenazó promete piensa teme confía responde insiste demuestra revela contó solicitó
            condenó criticó niega admite reconoce manifiesta"""
        ),
        according=listed(
            "según de_acuerdo_con de_acuerdo_a a_juicio_de en_palabras_de en_opinión_de"
        ),
        auxiliaries=bag(
            """ha han había habían también además ayer hoy luego ya se no lo le les
            posteriormente asimismo fue"""
        ),
        addressee=bag("periodistas nos le les"),
        stops=bag(
            """en durante a al ante que quien donde cuando tras después antes mientras para por
            pero con sobre desde este esta ayer hoy como se ha han es fue son hubo había lunes"""
        ),
        openers=bag("pero y o aunque así sin además entonces como"),
        turns=bag("pero aunque mientras"),
        moments=bag("ayer hoy este esta"),
        likes=bag("como tal"),
        joins=bag("y"),
        refuse=bag("de la el los las un una su sus del al para por sin esta este"),
        appositions=bag("el la los las un una quien ex"),
        adverb_endings=("mente",),
        also=bag("añadiendo precisando señalando subrayando afirmando asegurando"),
    ),
    roles=bag(
        """presidente presidenta vicepresidente vicepresidenta ministro ministra primer primera
        secretario secretaria canciller gobernador gobernadora alcalde alcaldesa senador
        senadora diputado diputada concejal concejala portavoz vocero vocera director directora
        jefe jefa líder fundador fundadora comisario comisaria defensor defensora relator
        relatora embajador embajadora cónsul diplomático asesor asesora analista experto experta
        profesor profesora investigador investigadora historiador historiadora economista
        abogado abogada fiscal juez jueza magistrado general coronel capitán comandante policía
        médico médica enfermero enfermera ingeniero ingeniera arquitecto arquitecta arqueólogo
        arqueóloga maestro maestra estudiante periodista editor editora corresponsal escritor
        escritora autor autora poeta activista coordinador coordinadora miembro candidato
        candidata obispo arzobispo sacerdote imán pastor patriarca papa rey reina príncipe
        princesa vecino vecina campesino campesina testigo superviviente sobreviviente víctima
        madre padre hermano hermana hijo hija esposa esposo viuda refugiado refugiada
        responsable dirigente delegado delegada funcionario funcionaria representante titular
        empresario empresaria"""
    ),
    role_endings=("s", "es"),
    role_words=bag("de del la los las y para exteriores ex adjunto general"),
    titles=gendered(m="sr don señor", f="sra doña señora", n="dr dra prof monseñor"),
    particles=bag("de del la los y van von al el"),
    pronouns=gendered(m="él", f="ella", n="yo", p="ellos ellas"),
    organisations=bag(
        """ministerio gobierno parlamento congreso senado comité comisión consejo corte tribunal
        policía ejército agencia oficina partido grupo unión asociación fundación organización
        empresa compañía banco universidad instituto departamento embajada informe diario
        periódico sindicato red servicio autoridad fiscalía ayuntamiento alcaldía comunicado onu
        ong"""
    ),
    parties=bag("partido"),
    links=bag("de del para en a"),
    definite=bag("el la los las"),
    indefinite=bag("un una otro otra varios algunos dos tres"),
    lesser=bag("ex exministro antiguo antigua vice adjunto adjunta interino"),
    whereabouts=bag("en cerca"),
    relatives=bag("que quien cuyo donde cuando"),
    plural_endings=("s", "es"),
    sources=bag(
        """fuente fuentes expertos críticos autoridades testigos vecinos medios investigadores
        analistas abogados familiares muchos algunos otros hombre mujer carta documento"""
    ),
    numbers=Numbers(
        decimal=",",
        vague={
            "decenas": 10,
            "docenas": 12,
            "cientos": 100,
            "centenares": 100,
            "miles": 1e3,
            "millares": 1e3,
            "millones": 1e6,
        },
        several=bag("varios varias"),
        halves=bag("mitad"),
        ratios=bag("de_cada"),
        minus=bag("menos"),
        starts=bag("de"),
        per=bag("por al cada"),
        streets=bag("calle avenida plaza paseo"),
        words=_WORDS,
        multipliers={
            "mil": 1e3,
            "millón": 1e6,
            "millones": 1e6,
            "billón": 1e12,
            "billones": 1e12,
            "docena": 12,
            "decena": 10,
            "centenar": 100,
            "millar": 1e3,
        },
        fractions={
            "mitad": 0.5,
            "tercio": 1 / 3,
            "tercios": 1 / 3,
            "cuarto": 0.25,
            "cuartos": 0.25,
            "quinto": 0.2,
            "quintos": 0.2,
            "décimo": 0.1,
        },
        alone=bag("mil"),
        articles=bag("un una"),
        joiners=bag("y"),
        between=bag("a y"),
        openers=bag("entre"),
        of=bag("de del los las el la otros otras"),
        ordinals=bag("o a º ª er"),
        clock=bag("horas h"),
        dating=bag("en desde de hasta año del antes después finales principios mediados"),
        shy=bag("un una uno"),
        not_before=bag("cada ningún otro como"),
    ),
    units=valued(
        JPY="yenes yen",
        CNY="yuanes yuan",
        CHF="francos_suizos",
        BRL="reales",
        cent="céntimo céntimos centavo centavos",
        gram="gramo gramos",
        millimetre="milímetros milímetro mm",
        mile="milla millas",
        foot="pies",
        barrel="barril barriles",
        pound="libras libra",
        ounce="onza onzas",
        cubic_metre="metros_cúbicos metro_cúbico",
        celsius="grados_centígrados grados_celsius",
        kilowatt="kilovatio kilovatios",
        gigawatt="gigavatio gigavatios",
        kilowatt_hour="kilovatios_hora kilovatio_hora",
        decade="década décadas",
        century="siglo siglos",
        USD="dólar dólares",
        EUR="euro euros",
        GBP="libras_esterlinas",
        AMD="dram drams",
        AZN="manat",
        RUB="rublo rublos",
        TRY="liras_turcas",
        percent="por_ciento",
        percentage_point="puntos_porcentuales",
        year="año años",
        month="mes meses",
        week="semana semanas",
        day="día días",
        hour="hora horas",
        minute="minuto minutos",
        second="segundo segundos",
        kilometre="kilómetro kilómetros km",
        metre="metro metros",
        centimetre="centímetros cm",
        square_metre="metros_cuadrados",
        square_kilometre="kilómetros_cuadrados",
        hectare="hectárea hectáreas",
        kilogram="kilo kilos kilogramos kg",
        ton="tonelada toneladas",
        litre="litro litros",
        degree="grado grados",
        megawatt="megavatios",
    ),
    bounds=bounds(
        over="más_de al_menos por_lo_menos superior_a como_mínimo no_menos_de",
        under="menos_de hasta como_máximo inferior_a a_lo_sumo",
        about="unos unas alrededor_de cerca_de casi aproximadamente en_torno_a",
    ),
    bounds_after=bounds(over="o_más", under="o_menos"),
    counted="next",
    modifier_endings=("ésimo",),
    not_counted=bag("veces vez más menos es son que y"),
    months=numbered(
        """enero|ene febrero|feb marzo|mar abril|abr mayo junio|jun julio|jul agosto|ago
        septiembre|setiembre|sept octubre|oct noviembre|nov diciembre|dic"""
    ),
    weekdays=numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    negations=bag("no nunca jamás nadie nada ningún ninguna ninguno sin ni tampoco"),
    abbreviations=bag(
        """sr sra srta dr dra prof d dña ud uds etc pág art núm ee.uu vol fig aprox av ene feb
        mar abr jun jul ago sept oct nov dic"""
    ),
    labels=bag(
        """artículo sección capítulo página párrafo fase nivel tabla sala vuelo línea ruta
        número resolución ley proyecto decreto caso categoría tipo versión volumen distrito"""
    ),
    common=bag("el la los las de que y en un una es por con para del se no su al"),
    examples=Examples(
        statements=(
            (
                "«La carretera está cerrada», dijo la ministra Mara Ilves.",
                ("La carretera está cerrada", "dijo", "la ministra Mara Ilves", "Mara Ilves"),
            ),
            (
                "El alcalde Joren Pell afirmó que el puente abrirá en mayo.",
                (
                    "que el puente abrirá en mayo",
                    "afirmó",
                    "El alcalde Joren Pell",
                    "Joren Pell",
                ),
            ),
            (
                "El puente abrirá en mayo, anunció Joren Pell.",
                ("El puente abrirá en mayo", "anunció", "Joren Pell", "Joren Pell"),
            ),
            (
                "El puente, explicó Joren Pell, abrirá en mayo.",
                ("El puente abrirá en mayo", "explicó", "Joren Pell", "Joren Pell"),
            ),
            (
                "De acuerdo con Joren Pell, la carretera está cerrada.",
                ("la carretera está cerrada", "De acuerdo con", "Joren Pell", "Joren Pell"),
            ),
            (
                "El informe señala que doce centros cerraron.",
                ("que doce centros cerraron", "señala", "El informe", ""),
            ),
            (
                "Joren Pell negó haber cerrado la carretera.",
                ("haber cerrado la carretera", "negó", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell prometió reabrir el puente en mayo.",
                ("reabrir el puente en mayo", "prometió", "Joren Pell", "Joren Pell"),
            ),
            (
                "Como indicó Joren Pell, el puente abrirá en mayo.",
                ("el puente abrirá en mayo", "indicó", "Joren Pell", "Joren Pell"),
            ),
            (
                "La ministra Mara Ilves pidió al consejo que reabra el puente.",
                ("que reabra el puente", "pidió", "La ministra Mara Ilves", "Mara Ilves"),
            ),
            (
                "—La carretera está cerrada —dijo Joren Pell.",
                ("La carretera está cerrada", "dijo", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell: «El puente abrirá en mayo».",
                ("El puente abrirá en mayo", ":", "Joren Pell", "Joren Pell"),
            ),
        ),
        bounds=(
            ("Al menos 40 personas huyeron.", Bound.OVER),
            ("Unas 40 personas huyeron.", Bound.ABOUT),
        ),
        negations=(("La carretera no está cerrada.", "no"),),
        dates=(
            ("Cerró hace dos días.", ("2026-11-18", "2026-11-18")),
            ("Del 5 al 7 de marzo de 2024 hubo feria.", ("2024-03-05", "2024-03-07")),
            ("Vuelve el mes que viene.", ("2026-12-01", "2026-12-31")),
        ),
        figures=(
            ("Miles de personas huyeron.", (1000.0, "")),
            ("La presa costó cinco mil millones de euros.", (5e9, "EUR")),
            ("Uno de cada cinco pozos está seco.", (0.2, "")),
            ("El viento sopló a 90 kilómetros por hora.", (90.0, "kilometre per hour")),
            ("Más de 100.000 personas huyeron.", (100000.0, "")),
            ("Cuesta 2,5 millones de euros.", (2500000.0, "EUR")),
            ("Treinta y cinco por ciento votó.", (35.0, "percent")),
        ),
        sentences=(("El Sr. Pell vino. Luego se fue.", 2),),
    ),
)
