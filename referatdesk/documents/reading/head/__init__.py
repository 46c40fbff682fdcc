"""What stands above the first item: title, facts and people."""
