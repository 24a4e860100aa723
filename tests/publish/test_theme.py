from dataclasses import replace

from tests.publish.standard import a_publication, whole

from watchdesk.model import DARK, LIGHT, Theme
from watchdesk.model.theme import contrast
from watchdesk.publish.theme import mail_stack, stack, tokens

OWN = Theme(dark=replace(DARK, mark="#9fd0ff"), serif=("Charter",))


def test_every_page_draws_its_colours_from_the_theme() -> None:
    files = whole(replace(a_publication(), theme=OWN))
    css = next(each.body.decode() for each in files if each.path == "style/tokens.css")
    assert css == tokens(OWN)
    light, dark = css.split("@media")
    assert "--mark: #0b5d5a;" in light
    assert "--mark: #9fd0ff;" in dark


def test_own_fonts_stand_before_the_shipped_and_mail_has_none_to_load() -> None:
    assert stack(OWN, "serif").startswith('Charter, "Desk Serif", Georgia')
    assert mail_stack(OWN, "serif") == "Charter, Georgia, 'Times New Roman', serif"
    assert "Desk" not in mail_stack(Theme(), "sans")


def test_the_passage_in_its_page_reads_best_of_all() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert min(contrast(each.ink, each.lit) for each in (LIGHT, DARK)) > 7.9
