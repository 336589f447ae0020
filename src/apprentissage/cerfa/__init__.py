"""The form: its boxes, its codes, what follows of them from the facts."""
