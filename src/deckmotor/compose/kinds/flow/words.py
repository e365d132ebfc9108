"""What a flow says in words, for those who can't see it."""

from deckmotor.compose.look import Look, own_word
from deckmotor.model.flows import Flow

SAID = {
    "bg": "Схема|води до", "cs": "Schéma|vede k", "da": "Forløb|fører til", "de": "Ablauf|führt zu", "el": "Ροή|οδηγεί σε",
    "en": "Flow|leads to", "es": "Flujo|lleva a", "et": "Voog|viib edasi", "fi": "Kulku|johtaa kohteeseen",
    "fr": "Schéma|mène à", "ga": "Sreabhadh|treoraíonn go", "hr": "Tijek|vodi na", "hu": "Folyamat|tovább ide",
    "is": "Flæði|leiðir til", "it": "Flusso|porta a", "lt": "Eiga|veda į", "lv": "Plūsma|ved uz", "mt": "Fluss|iwassal għal",
    "nb": "Flyt|fører til", "nl": "Stroom|leidt naar", "nn": "Flyt|fører til", "no": "Flyt|fører til",
    "pl": "Schemat|prowadzi do", "pt": "Fluxo|leva a", "ro": "Flux|duce la", "ru": "Схема|ведёт к", "sk": "Schéma|vedie k",
    "sl": "Potek|vodi v", "sv": "Flöde|leder till", "tr": "Akış|şuna götürür", "uk": "Схема|веде до",
}  # fmt: skip
"""By language the word for a flow, and what an arrow does."""


def relations(block: Flow, order: list[str], look: Look) -> list[str]:
    """What leads to what, box by box in an order: `Apply leads to Decide (with all papers)`."""
    leads = own_word("leads_to", _usual(look).partition("|")[2], look)
    boxes, joints = block.boxes, block.joints
    said = []
    for name in order:
        ends = []
        for joint in joints:
            label = "" if joint.label is None else f" ({joint.label.plain})"
            if joint.begin == name:
                ends.append(boxes[joint.end].plain + label)
            elif joint.both and joint.end == name:
                ends.append(boxes[joint.begin].plain + label)
        if ends:
            said.append(f"{boxes[name].plain} {leads} {', '.join(ends)}")
    return said


def flow_word(look: Look) -> str:
    """What a flow is called."""
    return own_word("flow", _usual(look).partition("|")[0], look)


def _usual(look: Look) -> str:
    return SAID.get(look.language.partition("-")[0].lower(), SAID["en"])
