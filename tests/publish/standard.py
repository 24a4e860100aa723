"""The standard issue of the snapshots: each kind of item, four languages, all of it invented."""

import io
from dataclasses import replace
from datetime import date

from PIL import Image, ImageDraw
from tests.builders import (
    a_capture,
    a_headline,
    a_line,
    a_quote,
    an_article,
    an_issue,
    at,
    evidence,
)

from watchdesk.model import (
    Article,
    Bound,
    Brief,
    Capture,
    Dossier,
    Item,
    ItemLink,
    Line,
    LinkKind,
    Opinion,
    Photo,
    Photograph,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    Station,
    Told,
    identity,
)
from watchdesk.publish import (
    PUBLISHERS,
    Abstract,
    File,
    IssueHead,
    ProofCount,
    Publication,
    Site,
    abstract_and_entries,
    furniture,
    shared,
)

LETTER_TEXT = """To the Minister of Works

We, nine members of the Diet of Velmor, ask that the register of persons taken at Carrow Bridge \
since 2 September be laid before the house, with the place where each is held. Several of the \
families have written to us and none has had an answer. No mother should have to read a list on \
a wall to learn where her child is. We ask for your answer within fourteen days, in writing, and \
for leave to visit the barracks at Tern with a doctor of our own choosing.

Ilka Stroem, for the members who have signed"""

LETTER_CAPTURE = a_capture(
    "https://diet.example/letters/61.pdf",
    body=LETTER_TEXT.encode(),
    media_type="application/pdf",
    source_id="diet",
)
LETTER = an_article(
    LETTER_TEXT,
    title="Letter 61 to the Minister of Works",
    url="https://diet.example/letters/61.pdf",
    capture=LETTER_CAPTURE,
    source_id="diet",
)
STORY = an_article(
    "Nine members of the Diet have asked the minister to say who is held at Tern. They gave him "
    "fourteen days to answer.\n\nThe ministry did not comment. Ferries ran as usual on Tuesday.",
    title="Nine members ask the minister who is held at Tern",
    url="https://tidings.example/tern",
)
ARMENIAN = an_article(
    "Կամրջի մոտ ապրող ընտանիքները դեռ սպասում են։ «Մենք դուռը բաց ենք թողել, որ իմանա՝ սպասում "
    "ենք»,— ասաց Նուարդ Թերզյանը՝ դպրոցի ուսուցչուհին։ Քաղաքում այդ օրը շուկան փակ էր։",
    title="Ընտանիքները սպասում են կամրջի մոտ",
    language="hy",
    url="https://kamurj.example/spasum",
    source_id="kamurj",
)
RUSSIAN = an_article(
    "Паром снова ходит. «Мы возили хлеб и письма, больше ничего», — сказал капитан Лев Гордин. "
    "По его словам, очередь у причала не кончается с осени.",
    title="Паром через Терн снова ходит",
    language="ru",
    url="https://prichal.example/parom",
    source_id="prichal",
)
FRENCH = an_article(
    "« Le registre existe, il suffit de l’ouvrir », a déclaré la rapporteuse Odile Vernay devant "
    "la commission, mercredi. Le débat reprendra en décembre.",
    title="La commission entend la rapporteuse",
    language="fr",
    url="https://gazette.example/registre",
    source_id="gazette",
)
COUNT = an_article(
    "The relief office now counts over 14,000 people who left the Tern valley.",
    title="Relief office: over 14,000 left the valley",
    url="https://relief.example/count",
    source_id="relief",
)
OTHER_COUNT = an_article(
    "Le gouverneur parle de 9 200 personnes parties de la vallée.",
    title="Le gouverneur donne son chiffre",
    language="fr",
    url="https://gazette.example/chiffre",
    source_id="gazette",
)
VIEW = an_article(
    "A list that is kept is a list that can be read. The ministry keeps one; it has only forgotten "
    "for whom.",
    title="A list is not a secret",
    url="https://tidings.example/opinion/list",
)
MARKET = an_article(
    "The winter market of Ostrany opens on the first of December.",
    title="Winter market to open in Ostrany",
    url="https://tidings.example/market",
)


def a_photograph(width: int = 1500, height: int = 1000) -> bytes:
    """A drawn landscape, as JPEG."""
    picture = Image.new("RGB", (1500, 1000), (196, 205, 208))
    draw = ImageDraw.Draw(picture)
    draw.polygon(
        [(0, 640), (420, 380), (800, 610), (1180, 330), (1500, 560), (1500, 1000), (0, 1000)],
        fill=(120, 132, 128),
    )
    draw.rectangle((0, 760, 1500, 1000), fill=(92, 108, 112))
    draw.line((180, 770, 1320, 770), fill=(60, 58, 54), width=22)
    for foot in range(220, 1320, 180):
        draw.line((foot, 770, foot, 900), fill=(60, 58, 54), width=14)
    target = io.BytesIO()
    picture.resize((width, height)).save(target, "JPEG", quality=85)
    return target.getvalue()


PHOTOGRAPH = a_photograph()
PHOTO_CAPTURE = a_capture(
    "https://tidings.example/img/bridge.jpg", body=PHOTOGRAPH, media_type="image/jpeg"
)
PHOTO = Photo(
    capture_id=PHOTO_CAPTURE.id,
    digest=PHOTO_CAPTURE.digest,
    media_type="image/jpeg",
    url="https://tidings.example/img/bridge.jpg",
    caption="Carrow Bridge on the morning of 12 November.",
    credit="Jon Hale / Tidings",
    licence="CC BY 4.0",
    alt="A low bridge on piles over grey water, hills behind it",
    article_id=MARKET.id,
)

OUTLETS = {
    "tidings": "Tidings",
    "diet": "Diet of Velmor",
    "kamurj": "Kamurj Radio",
    "prichal": "Prichal",
    "gazette": "La Gazette du Lac",
    "relief": "Relief Office",
    "ferry": "Ferry Board",
}
ARTICLES = (LETTER, STORY, ARMENIAN, RUSSIAN, FRENCH, COUNT, OTHER_COUNT, VIEW, MARKET)


def link(article: Article, words: str, kind: LinkKind = LinkKind.MORE) -> ItemLink:
    capture = capture_of(article)
    return ItemLink(
        kind=kind,
        words=words,
        url=article.url,
        capture_id=capture.id,
        archived_at=capture.fetched_at,
        language=article.language,
    )


def capture_of(article: Article) -> Capture:
    if article is LETTER:
        return LETTER_CAPTURE
    return a_capture(article.url, body=article.text.encode(), source_id=article.source_id)


def told(origins: int, source: str, *, copies: int = 0) -> Told:
    return Told(origins=origins, first_source=source, first_at=at(16, 7), copies=copies)


def letter_item() -> Item:
    return Item(
        id=identity("item", "letter"),
        headline=a_headline(STORY),
        detail=told(3, "Tidings", copies=5),
        lines=(
            a_line(
                STORY,
                "Nine members of the Diet have asked the minister to say who is held at Tern.",
            ),
            a_line(STORY, "They gave him fourteen days to answer."),
        ),
        quotes=(
            a_quote(
                LETTER,
                "No mother should have to read a list on a wall to learn where her child is.",
                speaker="Ilka Stroem",
                role="Member of the Diet",
                where="in the letter",
            ),
            Quoted(
                text="The register exists, one only has to open it",
                evidence=(evidence(FRENCH, "Le registre existe, il suffit de l’ouvrir"),),
                speaker="Odile Vernay",
                role="rapporteur",
                by="Ada",
                language="en",
            ),
        ),
        links=(
            link(LETTER, "Read the letter", LinkKind.DOCUMENT),
            link(STORY, "Tidings"),
            link(FRENCH, "La Gazette du Lac"),
        ),
    )


def families_item() -> Item:
    return Item(
        id=identity("item", "families"),
        headline=Line(
            text="The families at the bridge leave their doors open",
            evidence=(evidence(ARMENIAN, "Կամրջի մոտ ապրող ընտանիքները դեռ սպասում են։"),),
            by="Ada",
            language="en",
        ),
        detail=told(2, "Kamurj Radio"),
        quotes=(
            a_quote(
                ARMENIAN,
                "Մենք դուռը բաց ենք թողել, որ իմանա՝ սպասում ենք",
                speaker="Նուարդ Թերզյան",
                role="teacher",
            ),
            a_quote(
                RUSSIAN,
                "Мы возили хлеб и письма, больше ничего",
                speaker="Лев Гордин",
                role="captain of the ferry",
            ),
        ),
        links=(link(ARMENIAN, "Kamurj Radio"), link(RUSSIAN, "Prichal")),
    )


def figures_item() -> Item:
    return Item(
        id=identity("item", "figures"),
        headline=Line(
            text="How many left the Tern valley: two counts, side by side",
            evidence=(evidence(COUNT, "counts over 14,000 people who left the Tern valley"),),
            by="Ada",
            language="en",
        ),
        detail=RivalFigures(
            counts="people who left the Tern valley",
            unit=None,
            rivals=(
                Rival(
                    value=14000,
                    printed="14,000",
                    bound=Bound.OVER,
                    says="Relief Office",
                    as_of=at(10),
                    evidence=(evidence(COUNT, "14,000"),),
                ),
                Rival(
                    value=9200,
                    printed="9 200",
                    says="Governor of Tern",
                    as_of=at(12),
                    evidence=(evidence(OTHER_COUNT, "9 200"),),
                ),
            ),
        ),
        links=(link(COUNT, "Relief Office"), link(OTHER_COUNT, "La Gazette du Lac")),
    )


def small_items() -> tuple[Item, ...]:
    return (
        Item(
            id=identity("item", "view"),
            headline=a_headline(VIEW),
            detail=Opinion(authors=("Bram Oske",), outlet="Tidings"),
            lines=(a_line(VIEW, "A list that is kept is a list that can be read."),),
            links=(link(VIEW, "Read more"),),
        ),
        Item(
            id=identity("item", "market"),
            headline=a_headline(MARKET),
            detail=Brief(outlet="Tidings"),
            links=(link(MARKET, "Tidings"),),
        ),
        Item(
            id=identity("item", "ferry"),
            headline=a_headline(RUSSIAN),
            detail=Brief(outlet="Prichal"),
            links=(link(RUSSIAN, "Prichal"),),
        ),
    )


def dossier_item(entry: str, register: str = "site", title: str = "Carrow Chapel") -> Item:
    return Item(
        id=identity("item", entry),
        headline=Line(
            text=title,
            evidence=(evidence(STORY, "Nine members of the Diet"),),
            by="Ada",
            language="en",
        ),
        detail=Dossier(
            register=register,
            entry=entry,
            previously="Destroyed by 25 September 2021; judged by two analysts, sure.",
            stations=(
                Station("as it was found", date(2019, 5, 2)),
                Station("destroyed", date(2021, 9, 25), by_then=True, how="new"),
            ),
        ),
        lines=(a_line(STORY, "They gave him fourteen days to answer."),),
    )


def a_registered_publication() -> Publication:
    """The standard issue with a section of sites, of which one has a place, and one of cases."""
    publication = a_publication()
    sites = Section(
        key="sites",
        title="Sites",
        items=(dossier_item("chapel"), dossier_item("hidden", title="Hidden Shrine")),
    )
    cases = Section(
        key="cases", title="Cases", items=(dossier_item("stroem", "case", "Ilka Stroem"),)
    )
    issue = replace(publication.issue, sections=(*publication.issue.sections, sites, cases))
    counts = (3, 3, 5, 4)
    held = tuple((date(2026, 8 + month, 1), count) for month, count in enumerate(counts))
    return replace(publication, issue=issue, places={"chapel": (46.7, 39.8)}, held=held)


def photo_item() -> Item:
    return Item(
        id=identity("item", "photo"),
        headline=a_headline(MARKET),
        detail=Photograph(outlet="Tidings"),
        photo=PHOTO,
        links=(link(MARKET, "Tidings"),),
    )


def sections() -> tuple[Section, ...]:
    view, *briefs = small_items()
    return (
        Section(key="diet", title="Diet", items=(letter_item(),)),
        Section(key="displacement", title="Displacement", items=(figures_item(), families_item())),
        Section(
            key="heritage",
            title="Heritage",
            empty_because="Nothing new on 14 watched sites; the monitor’s report is late.",
        ),
        Section(key="opinion", title="Opinion", items=(view,)),
        Section(key="photos", title="Photos of the week", items=(photo_item(),)),
        Section(key="brief", title="In brief", items=tuple(briefs)),
    )


def a_publication(
    *, language: str = "en", site_url: str = "https://letter.example/"
) -> Publication:
    captures = (LETTER_CAPTURE, PHOTO_CAPTURE, *(capture_of(each) for each in ARTICLES))
    return Publication(
        issue=an_issue(*sections(), language=language),
        articles={each.id: each for each in ARTICLES},
        captures={each.id: each for each in captures},
        outlets=OUTLETS,
        proof=ProofCount(quotations=(4, 4), figures=(2, 2), links=(11, 11)),
        desk_title="The Velmor Letter",
        earlier=(
            IssueHead(
                number=11,
                title="The Velmor Letter",
                dated=at(13),
                path="issues/11/index.html",
                summary="Ferry to Tern suspended · Bread prices: three counts",
            ),
        ),
        pictures={PHOTO.digest: PHOTOGRAPH},
        site_url=site_url,
        bundle="12.wacz",
        example_note="Example issue: Velmor is an invented country",
    )


def a_site(publication: Publication) -> Site:
    """The site whose newest issue is this one; of earlier ones it knows the heads."""
    own, entries = abstract_and_entries(publication)
    earlier = tuple(Abstract(head) for head in publication.earlier)
    return Site(
        desk_title=publication.desk_title,
        language=publication.tongue,
        issues=(own, *earlier),
        entries=entries,
        site_url=publication.site_url,
        example_note=publication.example_note,
        theme=publication.theme,
        searchable=publication.searchable,
        as_of=at(20).date(),
    )


def whole(publication: Publication) -> tuple[File, ...]:
    """All files of the site, but those that other issues have."""
    own = [file for publisher in PUBLISHERS for file in publisher.render(publication)]
    return (*furniture(publication.theme), *own, *shared(a_site(publication)))
