"""The employer, the second one, the company CFA, the signatures."""
