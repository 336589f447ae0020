"""The rules of the French contrat d'apprentissage."""
