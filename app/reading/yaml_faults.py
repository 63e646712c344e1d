"""Mistakes of YAML in the words of somebody who writes it by hand."""

import yaml

#: What the reader of YAML says, by a part of it, and what is to be done.
_PLAIN = (
    ("mapping values are not allowed", 'a value that holds ": " needs quotation marks; or the line '
     "is indented otherwise than the one before"),
    ("found a tab", "a line is indented with a tab; use blanks"),
    ("cannot start any token", "a value that begins with @, %, ` or a tab needs quotation marks"),
    ("found undefined alias", "a value that begins with * needs quotation marks"),
    ("expected ',' or ']'", "a list in [ ] is not closed; or a value in it holds an apostrophe, "
     "quotation marks or a colon and needs other marks around it"),
    ("expected ',' or '}'", "an entry in { } is not closed; or a value needs quotation marks"),
    ("expected node content", "a list in [ ] has an empty place between two commas; take it out"),
    ("unexpected end of stream", "quotation marks or a bracket are not closed"),
    ("found another document", "a line of --- starts a second document; take it out"),
    ("expected '-' indicator", 'each entry of a list starts with "- " in the same column'),
    ("expected whitespace or line break", "a value that begins with ! needs quotation marks"),
    ("could not find expected ':'", 'a line has no ": " between its key and its value'),
    ("expected alphabetic or numeric", "a value that begins with & or * needs quotation marks"),
    ("expected <block end>", "a line is indented otherwise than the ones beside it"),
    ("did not find expected key", "a line is indented otherwise than the ones beside it, or the "
     "value before it goes on; put that in quotation marks"),
)  # fmt: skip


def told(error: yaml.YAMLError) -> str:
    """What is wrong in a file that is no YAML, and what to do."""
    problem = str(getattr(error, "problem", None) or error)
    plain = next((words for part, words in _PLAIN if part in problem), "mend it")
    begun = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None)
    there = f", begun in line {begun.line + 1}" if begun and mark and begun.line < mark.line else ""
    return f"not YAML: {problem}{there}; {plain}"
