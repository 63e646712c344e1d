"""Stations, shows and names of programmes, as pieces of patterns."""

STATION = (
    r"(?:NBC|CBS|ABC|CNN|MSNBC|CNBC|PBS|NPR|BBC(?! Radio (?:\d|One|Two|Three|Four|Five))|C-SPAN"
    r"|BBC Radio (?:\d|One|Two|Three|Four|Five)(?: Live)?|HBO|ESPN|RT"
    r"|F(?:ox|OX)(?: News| Business)?|Sky News|ITV"
    r"|Al Jazeera|Bloomberg|Univision|Telemundo|Comedy Central|Sirius ?XM"
    r"|(?!WHO|WTO|WWF|WMD|KGB|KKK|KFC)[WK][A-Z]{2,3}"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Radio|TV|Television))(?: News| Network| Channel| Radio| TV)?"
)
QUOTED = r"(?:[“\"]|'')(?=[A-Z0-9])[^“”\"]{2,60}?(?:[”\"]|'')"
NAMED = r"[A-Z][\w&.’'-]*(?:,? (?:of|the|with|to|and|in|&|for) [A-Z][\w&.’'-]*| [A-Z0-9][\w&’'-]*)*"
#: "Show", "radio programme", in small letters.
SHOW = r"(?:radio |talk |television |TV )?(?:show|program|programme|podcast)\b"
