"""Small readers of words that stand anywhere: dates, list marks, names."""
