"""How the German pipeline is trained and measured; nothing here is needed to run the service."""
