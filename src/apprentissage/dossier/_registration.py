"""What no register is read for: RNCP, Qualiopi, habilitation, opposition.

The caller states them; what he does not state is asked for, never assumed.
"""

from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.law.dated import Version


def grounds(law: Version[bool], contract: Contract) -> tuple[Source, ...]:
    """The sources of a law, without the grounds of the other sector."""
    public = contract.employer.public
    if public is None:
        return law.sources
    other = "D. 6224-2" if public else "D. 6275-2"
    return tuple(each for each in law.sources if other not in each.reference)
