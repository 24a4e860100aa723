"""The only pages that may face the internet: to subscribe, to confirm, to choose, to leave.

In: requests of anybody. Out: pages without cookies and without scripts, and the published site
with its receipts. No page tells whether an address is on the list, in words or in time; no log
holds an address or a token.
"""
