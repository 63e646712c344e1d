"""Stations, shows and names of programmes, as pieces of patterns."""

#: Stations of Europe, Asia and Australia whose names do not say that they are stations.
_ABROAD = (
    r"France (?:Culture|5|Bleu)|franceinfo|Europe 1|RMC|LCI|CNews|RFI|Deutschlandfunk|RBB|WDR"
    r"|Rai (?:Uno|Tre|1|3)|La7|RTVE|TVE|Cadena SER|Onda Cero|LBC|GB News|Times Radio|[Tt]alkRadio"
    r"|Channel (?:7|9|12|13)|NOS|VRT|RTBF|SVT|NRK|YLE|TVN24|TVP|Polsat|Rossiya(?: ?[-\d]+)?|NTV"
    r"|REN TV|Ekho Moskvy|Echo of Moscow|Al Arabiya|Al Hurra|Al-Jazeera|NDTV|Geo News|CGTN|CCTV"
    r"|CBC|CTV|SBS|TV ?\d|Radio Free (?:Europe|Asia)|Voice of America|Vatican Radio|Army Radio"
)
STATION = (
    r"(?:NBC|CBS|ABC|CNN|MSNBC|CNBC|PBS|NPR|BBC(?! Radio (?:\d|One|Two|Three|Four|Five))|C-SPAN"
    r"|BBC Radio (?:\d|One|Two|Three|Four|Five)(?: Live)?|HBO|ESPN|RT"
    r"|F(?:ox|OX)(?: News| Business)?|Sky News|ITV"
    rf"|{_ABROAD}"
    r"|Al Jazeera|Bloomberg|Univision|Telemundo|Comedy Central|Sirius ?XM|Euronews|Deutsche Welle"
    r"|ARD|ZDF|RTL|TF1|BFM ?TV|RAI|NHK|RT[EÉ]|France (?:2|3|24|Inter|Info)"
    r"|Channel (?:4|Four|5|Five)|Radio (?:\d|One|Two|Three|Four|Five)(?: Live)?"
    r"|(?!WHO|WTO|WWF|WMD|KGB|KKK|KFC)[WK][A-Z]{2,3}"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Radio|TV|Television|radio|television))"
    r"(?: News| Network| Channel| Radio| TV| (?:channel|network|radio|television)\b)?"
)
#: The end of a name whose show or reporter follows: "CNN’s", "CBS'", with whatever mark is printed.
OF = r"(?:[’'‘]s|(?<=S)[’'‘])"
QUOTED = r"(?:[“\"]|'')(?=[A-Z0-9])[^“”\"]{2,60}?(?:[”\"]|'')"
NAMED = r"[A-Z][\w&.’'-]*(?:,? (?:of|the|with|to|and|in|&|for) [A-Z][\w&.’'-]*| [A-Z0-9][\w&’'-]*)*"
#: "Show", "radio programme", in small letters.
SHOW = r"(?:radio |talk |television |TV )?(?:show|program|programme|podcast)\b"
