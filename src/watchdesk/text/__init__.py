"""What several stages read with: strings in, spans and values out; pure.

Each helper is imported from its own file (`watchdesk.text.sentences`, `watchdesk.text.figures`, …),
so that a reader of dates does not pay for the languages' verbs.
"""
