"""Punctuation that differs between the two languages."""

COLON = {"zh": "：", "en": ": "}
SEMICOLON = {"zh": "；", "en": "; "}
COMMA = {"zh": "，", "en": ", "}


def bracketed(text: str, lang: str) -> str:
    """Text in the brackets of a language, with the blank that stands before them there."""
    return f"（{text}）" if lang == "zh" else f" ({text})"
