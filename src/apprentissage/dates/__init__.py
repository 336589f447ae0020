"""The dates of a contract, from its conclusion to its end or rupture."""
