"""What a rule needs: findings, three-valued logic, agenda entries."""
