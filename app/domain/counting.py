"""Numbers of things, in words that agree with the number."""


def counted(number: int, thing: str, things: str | None = None) -> str:
    """ "1 statement", "1,200 statements"; `things` where the plural is not made with an s."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
