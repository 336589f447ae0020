"""The levels of diploma that an apprentice prepares, as the form numbers them.

The national framework has eight; that of the CAP is the lowest prepared.
"""

LOWEST_LEVEL = 3
HIGHEST_LEVEL = 8
