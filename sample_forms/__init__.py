"""Our own sample forms of an invented town: their text as data, and the script that makes the PDF files."""
