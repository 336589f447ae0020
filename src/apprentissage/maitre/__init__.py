"""The maître d'apprentissage: who may be one, of how many apprentices."""
