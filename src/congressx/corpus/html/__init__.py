"""Web pages: the article with its title, publish line, lead, tables and captions, without what stands around it.

trafilatura reads what the page says about itself and is the second witness for the body; the body is chosen here, because on
government portals a general reader loses what stands in forms (DotNetNuke and SharePoint wrap the whole page in one), leads
outside of the body, and captions. See `docs/formats.md`.
"""

from congressx.corpus.html.reading import read_html

__all__ = ["read_html"]
