"""Whose stance a sentence shows, from the sentence as printed to the position that is shown."""

import pytest

from app.domain.documents import SourceDocument
from app.domain.gazetteer import Gazetteer, KnownIssue, KnownSpeaker, SpeakerKind
from app.services.extract import extract_record

TOLL = KnownIssue(
    "toll", "Harbour toll", "Should ships pay to enter the harbour?", ("harbour toll",)
)
KNOWN = Gazetteer(
    speakers=(
        KnownSpeaker("Norway", SpeakerKind.ORGANISATION, demonyms=("Norwegian", "Norwegians")),
        KnownSpeaker("Sweden", SpeakerKind.ORGANISATION, demonyms=("Swedish", "Swedes")),
    ),
    issues=(TOLL,),
)

OWN = (
    ("“We oppose the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
    ("“I am against the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
    ("Ana Ruiz said she opposes the harbour toll.", "Ana Ruiz opposes"),
    ("Ana Ruiz rejected the harbour toll.", "Ana Ruiz rejects"),
    ("“We will not accept the harbour toll,” Ana Ruiz said.", "Ana Ruiz rejects"),
    ("“I support the harbour toll,” Ana Ruiz said.", "Ana Ruiz supports"),
    ("Ana Ruiz demanded a harbour toll for tankers.", "Ana Ruiz demands"),
    ("Ana Ruiz warned the harbour toll would empty the port.", "Ana Ruiz warns"),
    (
        "“I doubt that the harbour toll will ever pay for itself,” Ana Ruiz said.",
        "Ana Ruiz doubts",
    ),
    ("Ana Ruiz offered to lower the harbour toll.", "Ana Ruiz offers"),
    ("“I have always opposed the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
    ("“We still oppose the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
    (
        "“If they add boats to it, I would oppose the harbour toll,” Ana Ruiz said.",
        "Ana Ruiz opposes",
    ),
    ("“It is time to reject the harbour toll,” Ana Ruiz said.", "Ana Ruiz rejects"),
    ("“Let us reject the harbour toll,” Ana Ruiz said.", "Ana Ruiz rejects"),
    ("“Our party opposes the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
)
OF_OTHERS = (
    ("Ana Ruiz said that Ben Cole rejects the harbour toll.", ""),
    ("Ana Ruiz says Ben Cole supports the harbour toll.", ""),
    ("Ana Ruiz said Ben Cole was against the harbour toll.", ""),
    ("“Ben Cole opposes the harbour toll,” Ana Ruiz said.", ""),
    ("“He rejects the harbour toll,” Ana Ruiz said of Ben Cole.", ""),
    ("Ana Ruiz accused Ben Cole of opposing the harbour toll.", ""),
    ("Ana Ruiz accused the dockers of rejecting the harbour toll.", ""),
    ("According to Ana Ruiz, Ben Cole wants a harbour toll.", ""),
    ("According to Ana Ruiz, Ben Cole demands a harbour toll.", ""),
    ("“The dockers refuse to accept the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz told reporters that most voters oppose the harbour toll.", ""),
    ("“Many people reject the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz complained that nobody on the council supports the harbour toll.", ""),
    (
        "Ana Ruiz said that Ben Cole had warned that the harbour toll would empty the port.",
        "",
    ),
    ("Ana Ruiz said Ben Cole, who runs the port, opposes the harbour toll.", ""),
    ("Ana Ruiz said the council supports the harbour toll.", ""),
    ("Ana Ruiz praised Ben Cole for opposing the harbour toll.", ""),
    ("Ana Ruiz criticised Ben Cole for supporting the harbour toll.", ""),
    ("“Ben Cole rejects the harbour toll, but I support it,” Ana Ruiz said.", "Ana Ruiz supports"),
    ("“Ben Cole supports the harbour toll. I oppose it,” Ana Ruiz said.", "Ana Ruiz opposes"),
    (
        "Ana Ruiz said that she rejects the harbour toll and that Ben Cole supports it.",
        "Ana Ruiz rejects",
    ),
    ("Ana Ruiz said she and Ben Cole reject the harbour toll.", "Ana Ruiz rejects"),
    ("“Ben Cole says I oppose the harbour toll. That is a lie,” Ana Ruiz said.", ""),
    ("“The plan to reject the harbour toll was Ben Cole’s,” Ana Ruiz said.", ""),
    ("“Opposition to the harbour toll is growing,” Ana Ruiz said.", ""),
)
OF_BODIES = (
    (
        "“Norway opposes the harbour toll,” Norwegian Foreign Minister Ana Ruiz said.",
        "Ana Ruiz opposes",
    ),
    (
        "Norwegian Foreign Minister Ana Ruiz said Norway rejects the harbour toll.",
        "Ana Ruiz rejects",
    ),
    (
        "Ana Ruiz, a spokeswoman for the Coast Union, said the union rejects the harbour toll.",
        "Ana Ruiz rejects",
    ),
    (
        "“Sweden supports the harbour toll,” Norwegian Foreign Minister Ana Ruiz said.",
        "",
    ),
    ("The Coast Union said it opposes the harbour toll.", "Coast Union opposes"),
    ("Norway demanded a harbour toll for tankers.", "Norway demands"),
    ("Norway said Sweden opposes the harbour toll.", ""),
)
NOT_HELD = (
    ("Ana Ruiz denied opposing the harbour toll.", ""),
    ("Ana Ruiz denied that she supports the harbour toll.", ""),
    ("“I do not oppose the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz said she used to oppose the harbour toll.", ""),
    ("“I once opposed the harbour toll,” Ana Ruiz said.", ""),
    (
        "“I opposed the harbour toll until the bridge fell. Now I support it,” Ana Ruiz said.",
        "Ana Ruiz supports",
    ),
    ("“Those who reject the harbour toll are wrong,” Ana Ruiz said.", ""),
    ("“People who oppose the harbour toll have not read it,” Ana Ruiz said.", ""),
    ("“Why does Ben Cole oppose the harbour toll?” Ana Ruiz asked.", ""),
    ("“Do you oppose the harbour toll?” Ana Ruiz asked.", ""),
    ("“Who would support the harbour toll now?” Ana Ruiz asked.", ""),
    ("“Should I support the harbour toll because a banker likes it?” Ana Ruiz asked.", ""),
    ("“If I rejected the harbour toll, the port would close,” Ana Ruiz said.", ""),
    ("“Had we opposed the harbour toll, nobody would have come,” Ana Ruiz said.", ""),
    ("“Nobody demands a harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz did not say whether she supports the harbour toll.", ""),
    ("Ana Ruiz declined to say if she opposes the harbour toll.", ""),
    ("“It would be wrong to oppose the harbour toll,” Ana Ruiz said.", ""),
    ("“I never rejected the harbour toll,” Ana Ruiz said.", ""),
    ("“I no longer oppose the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz said it was too early to support the harbour toll.", ""),
)

HARDER = (
    ("The mayor, Ana Ruiz, said that the fishermen’s union was opposed to the harbour toll.", ""),
    ("Ana Ruiz claimed her rival supports the harbour toll.", ""),
    ("“My rival, Ben Cole, supports the harbour toll,” said Ana Ruiz.", ""),
    ("Ana Ruiz said Sweden’s government had rejected the harbour toll.", ""),
    ("Ben Cole has always supported the harbour toll, Ana Ruiz said.", ""),
    ("“They want the harbour toll and we reject it,” Ana Ruiz said.", "Ana Ruiz rejects"),
    ("“While Ben Cole supports the harbour toll, I oppose it,” Ana Ruiz said.", "Ana Ruiz opposes"),
    ("Ana Ruiz said Ben Cole, like most members, refuses to accept the harbour toll.", ""),
    ("“There are people in this town who support the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz said she would never support the harbour toll.", "Ana Ruiz opposes"),
    ("“Nobody can seriously support the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz said it was Ben Cole who rejected the harbour toll.", ""),
    ("Asked if she supported the harbour toll, Ana Ruiz said: “Ask me tomorrow.”", ""),
    ("“The harbour toll was rejected by the council,” Ana Ruiz said.", ""),
    ("“The harbour toll must be rejected,” Ana Ruiz said.", "Ana Ruiz rejects"),
    ("Ana Ruiz said the harbour toll was supported by most shipowners.", ""),
    ("“I’m not saying I oppose the harbour toll,” Ana Ruiz said.", ""),
    ("“I used to support the harbour toll, but I was wrong,” Ana Ruiz said.", ""),
    ("“Three years ago I supported the harbour toll,” Ana Ruiz said.", ""),
    ("“How can anybody oppose the harbour toll?” Ana Ruiz asked.", ""),
    ("“Imagine we rejected the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz urged the council to reject the harbour toll.", "Ana Ruiz rejects"),
    ("Ana Ruiz called on the council to support the harbour toll.", "Ana Ruiz supports"),
    ("Ana Ruiz said the harbour toll should be dropped.", "Ana Ruiz opposes"),
    ("Ana Ruiz thanked Ben Cole for rejecting the harbour toll.", ""),
    ("Ana Ruiz refused to say whether she opposes the harbour toll.", ""),
    ("Ana Ruiz said Ben Cole must explain why he supports the harbour toll.", ""),
    ("“He says we reject the harbour toll. We do not,” Ana Ruiz said.", ""),
    ("“Mr. Cole wrongly believes that I support the harbour toll,” Ana Ruiz said.", ""),
    ("According to Ben Cole, Ana Ruiz opposes the harbour toll.", ""),
    ("Ana Ruiz quoted Ben Cole as saying that he rejects the harbour toll.", "Ben Cole rejects"),
    (
        "Swedish Prime Minister Ana Ruiz said her government supports the harbour toll.",
        "Ana Ruiz supports",
    ),
    ("The Coast Union said its members reject the harbour toll.", "Coast Union rejects"),
    ("The Coast Union said the council supports the harbour toll.", ""),
    ("Ana Ruiz said that, unlike Ben Cole, she opposes the harbour toll.", "Ana Ruiz opposes"),
    ("Ana Ruiz, who opposes the harbour toll, said the port was quiet.", ""),
    ("“Ben Cole and I oppose the harbour toll,” Ana Ruiz said.", "Ana Ruiz opposes"),
    ("Ana Ruiz said Ben Cole warned her against the harbour toll.", ""),
    ("Ana Ruiz said those opposing the harbour toll were few.", ""),
    ("“The rejection of the harbour toll was a mistake,” Ana Ruiz said.", ""),
    ("“I was accused of opposing the harbour toll,” Ana Ruiz said.", ""),
    ("Ana Ruiz insisted Ben Cole opposed the harbour toll.", ""),
    ("Ana Ruiz warned that Ben Cole supports the harbour toll.", ""),
    ("Ana Ruiz demanded to know why Ben Cole supports the harbour toll.", ""),
    ("Ana Ruiz rejected claims that she supports the harbour toll.", ""),
    ("Ana Ruiz dismissed a report that the council supports the harbour toll.", ""),
    ("Ana Ruiz welcomed the council’s rejection of the harbour toll.", ""),
    ("“We doubt that Norway will support the harbour toll,” Ana Ruiz said.", ""),
    ("“It was never our aim to oppose the harbour toll,” Ana Ruiz said.", ""),
)


def held(sentence: str) -> str:
    """The positions that a report with this sentence shows: "Ana Ruiz opposes"."""
    text = f"Port talks go on\n\n{sentence}\n"
    document = SourceDocument("r.txt", "r.txt", b"", "0", text, "text/1", None)
    record = extract_record(document, KNOWN, "sm")
    return ", ".join(f"{one['holder']} {one['stance']}" for one in record["positions"])


@pytest.mark.parametrize(("sentence", "expected"), OWN)
def test_a_speakers_own_stance_is_the_speakers(sentence: str, expected: str) -> None:
    assert held(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), OF_OTHERS)
def test_a_stance_reported_of_another_is_not_the_speakers(sentence: str, expected: str) -> None:
    assert held(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), OF_BODIES)
def test_a_state_or_body_holds_what_is_said_for_it(sentence: str, expected: str) -> None:
    assert held(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), NOT_HELD)
def test_what_is_denied_past_asked_or_supposed_is_no_stance(sentence: str, expected: str) -> None:
    assert held(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), HARDER)
def test_whose_stance_it_is_stands_in_harder_sentences(sentence: str, expected: str) -> None:
    assert held(sentence) == expected
