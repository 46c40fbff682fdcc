"""What an item led to, read from its words: outcomes, votes, statements, presence, promises, money, links, papers."""
