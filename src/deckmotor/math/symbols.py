"""The commands that formulas may use, by what they are."""

from deckmotor.math.tree import Sort

_SYMBOLS: dict[Sort, str] = {
    "letter": """alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
        lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
        chi χ psi ψ omega ω ell ℓ""",
    "upright": """Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω hbar ℏ Re ℜ Im ℑ
        partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ aleph ℵ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥
        angle ∠ triangle △ degree ° prime ′ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ square □ checkmark ✓
        % % $ $ # # & & _ _ Vert ‖ vert | backslash ∖ S §""",
    "bin": """pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧
        vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙""",
    "rel": """le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉
        ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥ mid ∣ vdash ⊢ models ⊨ prec ≺ succ ≻ lesssim ≲
        gtrsim ≳ asymp ≍ doteq ≐ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
        Leftrightarrow ⇔ iff ⇔ implies ⇒ impliedby ⇐ mapsto ↦ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
        longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ longmapsto ⟼ hookrightarrow ↪ rightleftharpoons ⇌
        rightharpoonup ⇀ nearrow ↗ searrow ↘ therefore ∴ because ∵ colon :""",
}

SYMBOLS: dict[str, tuple[str, Sort]] = {
    name: (text, sort)
    for sort, listed in _SYMBOLS.items()
    for name, text in zip(listed.split()[::2], listed.split()[1::2], strict=True)
}
"""A character, and what it is, for each command of one."""

TYPED: dict[str, tuple[str, Sort]] = {
    **{sign: (sign, "bin") for sign in "+±×÷·∘∙⋅"},
    **{sign: (sign, "rel") for sign in "=<>:≤≥≠≈≡∼∝∈∉⊂⊆→←↔⇒⇔⇌∣"},
    **{sign: (sign, "punct") for sign in ",;"},
    **{sign: (sign, "plain") for sign in "!?./()[]|′°%\"@…∞∂∇∅∀∃‰€£§'"},
    "-": ("−", "bin"),
    "−": ("−", "bin"),
    "*": ("∗", "bin"),
}
"""What characters mean that are typed as themselves."""

NARIES = {
    **dict.fromkeys(("int", "iint", "iiint", "oint"), True),
    **dict.fromkeys(("sum", "prod", "coprod", "bigcup", "bigcap", "bigoplus", "bigotimes", "bigvee", "bigwedge"), False),
}
"""Signs that are taken over what follows, and whether their limits stand beside them."""

SIGNS = dict(
    zip(
        NARIES,
        ("∫", "∬", "∭", "∮", "∑", "∏", "∐", "⋃", "⋂", "⨁", "⨂", "⋁", "⋀"),
        strict=True,
    )
)
"""How they look."""

FUNCTIONS = {
    **dict.fromkeys(
        (
            [
                "sin",
                "cos",
                "tan",
                "cot",
                "sec",
                "csc",
                "arcsin",
                "arccos",
                "arctan",
                "sinh",
                "cosh",
                "tanh",
                "coth",
                "exp",
                "log",
                "ln",
                "lg",
                "det",
                "dim",
                "ker",
                "deg",
                "arg",
                "hom",
            ]
        ),
        True,
    ),
    **dict.fromkeys(["lim", "limsup", "liminf", "max", "min", "sup", "inf", "argmax", "argmin", "Pr", "gcd"], False),
}
"""Functions by name, and whether what is written at them stands beside their name, not below it."""

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0305", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "tilde": "\u0303",
    "widetilde": "\u0303", "acute": "\u0301", "grave": "\u0300", "breve": "\u0306", "check": "\u030c", "mathring": "\u030a",
}  # fmt: skip
"""Marks over something, as combining characters."""

BRACES = {
    "overline": ("line", True),
    "underline": ("line", False),
    "overbrace": ("brace", True),
    "underbrace": ("brace", False),
}

ALPHABETS = {
    "mathbb": "bb", "mathbf": "bf", "boldsymbol": "bf", "bm": "bf", "mathcal": "cal", "mathscr": "cal",
    "mathfrak": "frak", "mathrm": "rm",
    "mathit": "it", "operatorname": "op", "mathsf": "rm", "mathtt": "rm",
}  # fmt: skip
"""What makes letters those of another alphabet."""

TEXTS = ("text", "textrm", "textbf", "textit", "mbox")

SPACES = {",": 167, ":": 222, ">": 222, ";": 278, " ": 333, "~": 333, "quad": 1000, "qquad": 2000, "!": -167, "enspace": 500}
"""Air, in thousandths of the size."""

FENCES = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", ".": "", "/": "/", "<": "⟨", ">": "⟩",
    r"\{": "{", r"\}": "}", r"\|": "‖", r"\lbrace": "{", r"\rbrace": "}", r"\langle": "⟨", r"\rangle": "⟩",
    r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\lvert": "|", r"\rvert": "|", r"\lVert": "‖",
    r"\rVert": "‖", r"\vert": "|", r"\Vert": "‖",
}  # fmt: skip
"""What brackets look like, by how they are typed."""

PAIRS = {
    "(": ")", "[": "]", r"\{": r"\}", r"\lbrace": r"\rbrace", r"\langle": r"\rangle", r"\lfloor": r"\rfloor",
    r"\lceil": r"\rceil", r"\lvert": r"\rvert", r"\lVert": r"\rVert",
}  # fmt: skip
"""Brackets that belong together where they are typed without `\\left` and `\\right`."""

GRIDS = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""), "cases": ("{", ""), "aligned": ("", ""), "align": ("", ""),
    "align*": ("", ""), "split": ("", ""), "gathered": ("", ""), "array": ("", ""),
}  # fmt: skip
"""Environments, and the brackets around them."""

REFUSED = {
    **dict.fromkeys(("color", "textcolor", "colorbox", "fcolorbox"), "a formula has the colour of its theme"),
    **dict.fromkeys(("ce", "pu"), r"chemistry is written with `\mathrm{H_2O}` and `\rightarrow`"),
    **dict.fromkeys(("newcommand", "renewcommand", "def", "let", "DeclareMathOperator"), "write out what the command says"),
    **dict.fromkeys(("label", "tag", "ref", "eqref", "nonumber", "notag"), "formulas are not numbered"),
    **dict.fromkeys(("boxed", "fbox", "cancel", "bcancel", "xcancel"), "say it in the text beside the formula"),
    **dict.fromkeys(("includegraphics", "input", "include", "href", "url"), "a formula holds nothing but a formula"),
    **dict.fromkeys(
        ("hspace", "vspace", "hskip", "kern", "raisebox", "phantom", "hphantom", "vphantom"), r"use `\,` or `\quad`"
    ),
    **dict.fromkeys(("Huge", "huge", "LARGE", "Large", "large", "small", "tiny", "footnotesize"), "its place gives its size"),
    **dict.fromkeys(("hline", "multicolumn", "cline"), "a `table:` has lines"),
    **dict.fromkeys(("verb", "tikz", "xymatrix", "atop", "over", "choose"), r"use `\frac` or `\binom`"),
}
"""What LaTeX has and formulas here have not, and what to do instead."""

STRUCTURES = (
    "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right", "begin", "end", "not",
    "overset", "underset", "stackrel", "substack", "xrightarrow", "xleftarrow", "displaystyle", "textstyle", "limits",
    "nolimits", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "pmod", "bmod", "mod",
    "biggl", "biggr", "Biggl", "Biggr",
)  # fmt: skip

KNOWN = tuple(
    dict.fromkeys(
        (*STRUCTURES, *FUNCTIONS, *NARIES, *ACCENTS, *BRACES, *ALPHABETS, *TEXTS, *SYMBOLS, *(
            name[1:] for name in FENCES if name[1:].isalpha()
        ), "quad", "qquad", "enspace")
    )
)  # fmt: skip
"""All commands, the most used first."""
