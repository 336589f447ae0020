"""What the library does not answer yet; the list only shrinks.

A key is a topic or the name of a fact (`previous`, `supervised[].kind`); its
cases are left out of the run. Serving a topic is one module in `topics/` and
one line less here.
"""

NOT_SERVED: dict[str, str] = {}
