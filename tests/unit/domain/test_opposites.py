"""Like wordings that a negation, a number or a name parts, and those that were cut or reworded."""

from __future__ import annotations

import pytest

from app.domain.opposites import are_opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not raise the fee of the harbour", "We will raise the fee of the harbour"),
        ("We won't raise the fee of the harbour", "We will raise the fee of the harbour"),
        ("I do not believe that we will raise the fee", "We will raise the fee"),
        ("No one wants to raise the fee", "Everyone wants to raise the fee"),
        (
            "We have waited for this so long and they will have it",
            "We have not waited for this so long and they will not have it",
        ),
        (
            "We will not raise the fee of the harbour but will cut the tax",
            "We will raise the fee of the harbour but will not cut the tax",
        ),
        ("It will be cut by five percent this year", "It will be cut by nine percent this year"),
        ("It will be cut by five percent", "It will be cut by 9%"),
        ("We have 1.5 million of them here", "We have 15 million of them here"),
        ("I am so very happy to be in Dayton", "I am so very happy to be in Toledo"),
        ("We told Moscow of it in May", "We told Kiev of it in May"),
        ("The quay of Dayton belongs to us all", "The quay belongs to us all"),
        ("Dayton makes me happy every time", "Toledo makes me happy every time"),
        ("Georgia has attacked Russia at night", "Russia has attacked Georgia at night"),
    ],
)
def test_a_negation_a_number_or_a_name_of_one_side_only_parts_them(one, other):
    assert are_opposed(one, other)
    assert are_opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It will be cut by five percent this year", "It will be cut by 5% this year"),
        ("We need twenty-one ships here now", "We need 21 ships here now"),
        ("We paid 5,000 pounds for it", "We paid five thousand pounds for it"),
        ("We will not do it for them", "We won't do it for them"),
        ("He never has been there with us", "He has never been there with us"),
        ("We met Gorbachev in that year", "We met Gorbachov in that year"),
        ("We met Sergei Lavrov in that year", "We met Sergey Lavrov in that year"),
        ("We say the United States is ready to talk", "We say the US is ready to talk"),
        ("We say that Russia's army is ready", "We say that the Russian army is ready"),
        ("The harbour must stay public, Ann Lee said on Monday", "the harbour must stay public"),
        ("We will raise the fee because we have no money", "We will raise the fee"),
        ("We will raise the fee, never the tax", "We will raise the fee"),
        ("The harbour, which is not ours, must stay public", "The harbour must stay public"),
        (
            "The quay is ours. In 2010 we had 300 ships and the crew did not leave. "
            "We will not sell it.",
            "The quay is ours. We will not sell it.",
        ),
        (
            "We want legal guarantees that the system is not aimed at our forces",
            "We want juridical guarantees that the system will not be aimed at our forces",
        ),
        (
            "The town of Dayton is not rich, […] He is becoming Burgess’ best recruiter in town",
            "He is becoming Burgess’s best recruiter in town",
        ),
        ("However, the harbour must stay public", "Yet the harbour must stay public"),
    ],
)
def test_what_is_cut_or_reworded_is_not_opposed(one, other):
    assert not are_opposed(one, other)
    assert not are_opposed(other, one)
