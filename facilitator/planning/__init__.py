"""The verbs of planning: each one transaction, used alike by the pages, the API and the command.

A verb trusts its caller about who asks: `reach.py` answers that first. What it is given in words goes through
`wording.py`, and comes back as an Invalid that names each field.
"""
