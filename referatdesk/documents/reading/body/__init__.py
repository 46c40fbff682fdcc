"""The agenda: items, their sections and what stands in them."""
