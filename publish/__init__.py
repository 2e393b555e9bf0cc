"""What runs over a built site, whichever engine built it. `python -m publish SITE_DIR`."""
