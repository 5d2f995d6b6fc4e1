"""Text as paper can hold it: without the invisible signs that a document may not contain."""


def readable(text: str) -> str:
    """Return the text without control signs and lone halves of a letter; a tab becomes a space.

    XML, in which Word keeps its text, can't hold these, and a reader can't see them.
    """
    return "".join(letter for letter in text.replace("\t", " ") if _may_stand(letter))


def _may_stand(letter: str) -> bool:
    if letter == "\n":
        return True
    return not (letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff") and (
        letter not in "\ufffe\uffff"
    )
