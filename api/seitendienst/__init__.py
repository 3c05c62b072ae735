"""What the pages show and do, answered from the case file."""
