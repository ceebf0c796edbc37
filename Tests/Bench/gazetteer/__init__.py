"""How well names are resolved, beside peers, on labeled names of other publishers and on generated ones."""
