"""What the library does not answer yet; the list only shrinks.

A key is a topic or the name of a fact (`previous`, `supervised[].kind`); its
cases are left out of the run. Serving a topic is one module in `topics/` and
one line less here.
"""

_RULES = "the rule is to be corrected by the text of the Code"
_FACTS = "its facts or its rule do not exist yet"

NOT_SERVED: dict[str, str] = {}
