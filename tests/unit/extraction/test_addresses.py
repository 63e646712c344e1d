"""Posts printed before a form of address and a name."""

import pytest

from tests.unit.extraction.telling import entities


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Health Minister Dr. Peter Osei", "Health Minister"),
        ("Health Minister Dr Peter Osei", "Health Minister"),
        ("Interior Minister Gen. Juan Diaz", "Interior Minister"),
        ("Interior Minister General Juan Diaz", "Interior Minister"),
        ("Interior Minister Lt. Gen. Juan Diaz", "Interior Minister"),
        ("Finance Minister Sir John Kay", "Finance Minister"),
        ("Education Minister Prof. Ann Poe", "Education Minister"),
        ("Army spokesman Col. Peter Osei", "Army spokesman"),
        ("Attorney General Peter Osei", "Attorney General"),
        ("Attorney Gen. Peter Osei", "Attorney Gen"),
        ("Secretary General Peter Osei", "Secretary General"),
        ("Attorney General Dr. Peter Osei", "Attorney General"),
        ("Lt. Gen. Peter Osei", "Lt. Gen"),
        ("Associate Professor Peter Osei", "Associate Professor"),
        ("Gen. Peter Osei", "Gen"),
        ("Defence Minister Peter Osei", "Defence Minister"),
    ],
)
def test_the_post_ends_where_the_address_begins(printed, role):
    people = entities(f"It rained.\nAt noon, {printed} came to the hall.")

    assert [one.roles for one in people if one.name.endswith(printed.split()[-1])] == [(role,)]
