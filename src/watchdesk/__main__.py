"""`python -m watchdesk` is `watchdesk`."""

from watchdesk.cli import main

main()
