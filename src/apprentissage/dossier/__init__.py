"""The file: filing, decision, money, documents, number, keeping."""
