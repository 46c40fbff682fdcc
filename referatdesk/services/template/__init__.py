"""A house's Word template: kept, checked and learnt."""
