"""Elements of the package itself: content types, relationships, core properties, from ECMA-376 part 2, annexes C to E.

The notation is explained in `deckmotor.linter.grammar.read`.
"""

PACKAGING: dict[str, tuple[str, str]] = {
    "cp:coreProperties": (
        "",
        "(category|contentStatus|contentType|keywords|lastModifiedBy|lastPrinted|revision|version|dc:creator|dc:description|"
        "dc:identifier|dc:language|dc:subject|dc:title|dcterms:created|dcterms:modified)*",
    ),
    "ct:Default": ("Extension! ContentType!", ""),
    "ct:Override": ("PartName! ContentType!", ""),
    "ct:Types": ("", "(Default|Override)*"),
    "rel:Relationship": ("Id! Type! Target! TargetMode:@target-mode", ""),
    "rel:Relationships": ("", "Relationship*"),
}
