"""What asking around is made of: who may be asked, how an ask is kept and how it passes on."""
