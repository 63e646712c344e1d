"""Stations, shows and names of programmes, as pieces of patterns."""

#: Stations of Europe, Asia and Australia whose names do not say that they are stations.
_ABROAD = (
    r"France (?:Inter|Info|Culture|24|2|3|5|Bleu)|franceinfo|Europe 1|RTL|RMC|LCI"
    r"|BFM(?:TV| TV)?|CNews|RFI|TF1|ARD|ZDF|Deutschlandfunk|Deutsche Welle|RBB|WDR|RAI"
    r"|Rai (?:Uno|Tre|1|3)|La7|RTVE|TVE|Cadena SER|Onda Cero|RTE|RTÉ|LBC|GB News|Times Radio"
    r"|[Tt]alkRadio|Channel (?:4|5|7|9|12|13)|NOS|VRT|RTBF|SVT|NRK|YLE|TVN24|TVP|Polsat"
    r"|Rossiya(?: ?[-\d]+)?|Rossiya 24|NTV|REN TV|Ekho Moskvy|Echo of Moscow|Al Arabiya"
    r"|Al Hurra|Al-Jazeera|NDTV|Geo News|NHK|CGTN|CCTV|CBC|CTV|SBS|Euronews"
    r"|Radio Free (?:Europe|Asia)|Voice of America|Vatican Radio|Army Radio"
)
STATION = (
    r"(?:NBC|CBS|ABC|CNN|MSNBC|CNBC|PBS|NPR|BBC(?! Radio (?:\d|One|Two|Three|Four|Five))|C-SPAN"
    r"|BBC Radio (?:\d|One|Two|Three|Four|Five)(?: Live)?|HBO|ESPN|RT"
    r"|F(?:ox|OX)(?: News| Business)?|Sky News|ITV"
    rf"|{_ABROAD}|(?:[A-Z]{{2,5}}\d?|[A-Z][a-z]+ \d{{1,2}}) (?:radio|television|TV)(?!\w)"
    r"|Al Jazeera|Bloomberg|Univision|Telemundo|Comedy Central|Sirius ?XM"
    r"|(?!WHO|WTO|WWF|WMD|KGB|KKK|KFC)[WK][A-Z]{2,3}"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Radio|TV|Television))(?: News| Network| Channel| Radio| TV)?"
)
QUOTED = r"(?:[“\"]|'')(?=[A-Z0-9])[^“”\"]{2,60}?(?:[”\"]|'')"
NAMED = r"[A-Z][\w&.’'-]*(?:,? (?:of|the|with|to|and|in|&|for) [A-Z][\w&.’'-]*| [A-Z0-9][\w&’'-]*)*"
#: "Show", "radio programme", in small letters.
SHOW = r"(?:radio |talk |television |TV )?(?:show|program|programme|podcast)\b"
