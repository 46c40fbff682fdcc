"""Help with writing: spelling, phrases, names, the command line, finding and replacing."""
