"""A report on a whole plan as plain data: what the web page, Word, Excel and Markdown all say."""
