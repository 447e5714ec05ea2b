"""Official texts: any form in (``read``), a tree out (``parse``), and the same text back (``unparse``).

reading = read(Path("网络安全法.docx"))      # ingest.statute.read: text, provenance, what was left out and why
statute = parse(reading.text)               # ingest.statute.parse: never refuses
statute.article("17-1").paragraphs[0].text  # ingest.statute.tree
unparse(statute) == reading.text            # ingest.statute.unparse: always
reading.place(paragraph.start)              # line and offset in the file (or in what was taken out of the container)
"""
