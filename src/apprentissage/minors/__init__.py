"""What protects apprentices under eighteen, and the families who sign."""
