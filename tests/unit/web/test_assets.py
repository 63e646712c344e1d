from app.web.assets import Assets


def test_address_of_a_file_changes_with_its_content_alone(tmp_path):
    (tmp_path / "a.js").write_text("one")
    first = Assets(tmp_path).url("a.js")
    same = Assets(tmp_path).url("a.js")
    (tmp_path / "a.js").write_text("two")
    second = Assets(tmp_path).url("a.js")

    assert first == same
    assert first != second


def test_style_sheet_names_its_fonts_by_their_content(tmp_path):
    (tmp_path / "face.woff2").write_bytes(b"font")
    (tmp_path / "site.css").write_text('@font-face { src: url("face.woff2"); }')
    assets = Assets(tmp_path)

    assert assets.url("face.woff2").encode() in assets.named("site.css").content


def test_only_files_with_a_known_type_are_served(tmp_path):
    (tmp_path / "secret.env").write_text("x")
    (tmp_path / "a.js").write_text("one")
    assets = Assets(tmp_path)

    assert assets.at("secret.env") is None
    assert assets.at("a.js") is None
    assert assets.at(assets.url("a.js").removeprefix("/static/")) is not None


def test_folder_of_style_sheets_is_one_sheet_in_the_order_of_their_names(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "02-base.css").write_text("b {}")
    (tmp_path / "site" / "01-faces.css").write_text("a {}")
    (tmp_path / "site" / "notes.md").write_text("x")

    assert Assets(tmp_path).named("site.css").content == b"a {}\nb {}"
