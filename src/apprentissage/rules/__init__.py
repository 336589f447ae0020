"""The texts applied to the facts, one module for each theme."""
