"""The desk, the editors' page: requests come in, pages and named decisions go out.

One file for each screen, listed once in `screens`; beneath them the door (`guard`, `accounts`),
what each visit carries (`visit`), and what goes out (`pages`, `live`). A rule longer than an `if`
lives in a stage or the pipeline, never in a screen. Every action is a plain form; htmx only spares
the reader a whole page.
"""
