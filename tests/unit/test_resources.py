"""The files that come with the program are found in a checkout."""

from app import resources


def test_each_folder_of_the_checkout_is_found():
    assert (resources.seeds_dir() / "articles").is_dir()
    assert resources.migrations_dir().is_dir()
    assert resources.template_dir().name == "templates"
    assert resources.static_dir().name == "static"
