"""HTML as a tree: whatever is put in as text stays text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

Child = Element | str


def element(name: str, /, *children: Child, **attributes: str) -> Element:
    """Make an element; an attribute is written without its trailing underscore and with hyphens for the others."""
    made = Element(name, {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    add(made, *children)
    return made


def add(parent: Element, *children: Child) -> None:
    """Add elements and texts at the end of an element."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child


def page(root: Element) -> str:
    """Return the page as text."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"
