"""Who may be an apprentice: ages, exemptions, successions, work permit."""
