"""How it looks: terminals, plain text, Markdown, JSON, CSV. The only place that knows them."""
