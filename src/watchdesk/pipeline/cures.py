"""What to do about each kind of problem: one sentence a code, for the summary and the status."""

from watchdesk.model import Code

CURES: dict[Code, str] = {
    Code.NOT_FOUND: "Look whether it has moved; 'watchdesk sources add' finds the new place.",
    Code.GONE: "The site says it is gone for good: mute the source or add its successor.",
    Code.LEGAL: "Withheld for legal reasons: look for the text at another source.",
    Code.BLOCKED: "The site turns programs away: write to it, or watch another source.",
    Code.LOGIN: "It needs a login, which Watchdesk does not do: ask for a feed.",
    Code.NO_KEY: "Ask its keeper for a key and put it into the environment variable it names.",
    Code.CONSENT: "A consent page stands before the text: watch its feed instead.",
    Code.SERVER_ERROR: "The site's own trouble: it is tried again with the next gather.",
    Code.BUSY: "The site asked to wait: it is tried again after that time.",
    Code.STATUS: "An unusual answer: open the address in a browser.",
    Code.ROBOTS: "Its robots.txt asks programs to stay out: ask for permission or mute it.",
    Code.ADDRESS: "The address lies in a private or reserved network and is never asked.",
    Code.REDIRECT: "The address leads in a circle or nowhere: look for its new place.",
    Code.MOVED: "It is still read there: put the new address into sources.toml.",
    Code.TIMEOUT: "The site did not answer in time: it is tried again with the next gather.",
    Code.TOO_SLOW: "The site answered too slowly: it is tried again with the next gather.",
    Code.TOO_LARGE: "Larger than this desk takes; raise 'max_bytes' in desk.toml if you trust it.",
    Code.BROKEN_ANSWER: "The answer broke off or made no sense: it is tried again.",
    Code.CODING: "The answer could not be unpacked: tell the site's keeper.",
    Code.CONNECTION: "No connection: check the address, then the network.",
    Code.NEVER_RECEIVED: "The site says 'unchanged' to a first question: tell its keeper.",
    Code.NOT_A_FEED: "No feed stands there any more: 'watchdesk sources add' finds the new one.",
    Code.DAMAGED_FEED: "What could be read was taken; tell the site's keeper.",
    Code.NO_TEXT: "No article was found in the page; the page itself is kept.",
    Code.ERROR_PAGE: "The page says that it has no article; the list may be out of date.",
    Code.SCRIPT_ONLY: "The page shows its text by script alone: watch its feed or newsletter.",
    Code.UNREADABLE: "The file is damaged or too complex; its bytes are kept.",
    Code.CHARSET: "The letters could not be told for certain: compare with the page.",
    Code.MEDIA_TYPE: "Not a kind of file that is read; its bytes are kept.",
    Code.CRASHED: "Reading it was given up; its bytes are kept. Please report the address.",
    Code.BAD_INPUT: "Correct what the sentence names and try again.",
    Code.TYPESET: "The other editions are there; please report the sentence.",
    Code.MAIL: "'watchdesk send status' shows what waits and what a person has to decide.",
    Code.SEARCH: "Everything else stands; publish again, or set 'search = false' in desk.toml.",
    Code.PLACE: "The site stands in its own folder; publish again once this is right.",
}


def cure(code: Code) -> str:
    """What to do about a problem of this kind."""
    return CURES[code]
