"""What the texts fix, dated: sources, tables, readings, calendars."""
