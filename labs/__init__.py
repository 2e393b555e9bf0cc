"""Labs: programs that a reader runs on a CPU, and whose recorded output the pages show."""
