"""The codes of the Cerfa that follow from the facts."""
