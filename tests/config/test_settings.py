import json

import pytest

from referatdesk.config.settings import Language, LeftAt, Settings, SettingsFile, Theme


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_the_first_start_is_danish_and_follows_the_system(path):
    settings = SettingsFile(path).load()
    assert (settings.language, settings.theme) == (Language.DANISH, Theme.SYSTEM)
    assert not path.exists()


def test_what_is_saved_is_read_again(path):
    chosen = Settings(
        language=Language.ENGLISH,
        theme=Theme.CONTRAST,
        text_size=18,
        recent_archives=("/a/et.referatdesk", "/a/to.referatdesk"),
        last_archive="/a/et.referatdesk",
        left_at={"/a/et.referatdesk": LeftAt("m1", "i2")},
        window="AAAA",
        splitters={"main": "BBBB"},
    )
    SettingsFile(path).save(chosen)
    assert SettingsFile(path).load() == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b'"da"',
        b"{}",
        b'{"version": 0}',
        b'{"version": 1, "theme": "lilla"}',
        b'{"version": 1, "text_size": 900}',
    ],
)
def test_a_broken_file_is_set_aside_and_the_program_starts(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()
    assert path.with_name("settings.broken.json").read_bytes() == content


def test_a_file_of_a_later_version_is_kept_beside(path):
    path.parent.mkdir()
    path.write_text('{"version": 99, "colour": "blue"}', encoding="utf-8")
    assert SettingsFile(path).load() == Settings()
    assert "blue" in path.with_name("settings.newer.json").read_text(encoding="utf-8")


def test_an_old_file_goes_through_every_step_in_order(path):
    path.parent.mkdir()
    path.write_text('{"version": 1, "size": 10}', encoding="utf-8")
    steps = {
        1: lambda fields: {"points": fields["size"]},
        2: lambda fields: {"text_size": fields["points"] + 5},
    }
    file = SettingsFile(path, steps)
    assert file.load().text_size == 15
    file.save(Settings())
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 3


def test_a_step_that_cannot_read_the_file_does_not_stop_the_program(path):
    path.parent.mkdir()
    path.write_text('{"version": 1}', encoding="utf-8")
    assert SettingsFile(path, {1: lambda fields: {"text_size": fields["size"]}}).load() == Settings()


def test_a_save_that_fails_leaves_the_old_file(path, monkeypatch):
    file = SettingsFile(path)
    file.save(Settings(text_size=20))

    def no_space(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        file.save(Settings(text_size=30))
    assert file.load().text_size == 20


def test_the_newest_archive_comes_first_and_only_once():
    settings = Settings().with_archive("a").with_archive("b").with_archive("a")
    assert settings.recent_archives == ("a", "b")
    assert settings.last_archive == "a"


def test_only_some_archives_are_remembered_and_so_are_their_places():
    settings = Settings()
    for number in range(20):
        settings = settings.with_archive(str(number)).with_left_at(str(number), LeftAt("m"))
    assert len(settings.recent_archives) == 10
    assert set(settings.left_at) == set(settings.recent_archives)


def test_what_was_dismissed_last_is_remembered_and_only_once():
    settings = Settings()
    for number in (*range(600), 599):
        settings = settings.with_dismissed_follow_up(str(number))
    assert len(settings.dismissed_follow_ups) == 500
    assert settings.dismissed_follow_ups[-2:] == ("598", "599")


def test_the_text_keeps_a_readable_size():
    assert Settings().with_text_size(1).text_size == 9
    assert Settings().with_text_size(100).text_size == 32


@pytest.mark.parametrize(
    "written",
    [b'{"version":1,"window":"abc"}', b'{"version":1,"splitters":{"a":"\xc3\xa6"}}', b'{"version":' + b"[" * 9_000],
)
def test_settings_that_the_window_could_not_take_are_set_aside(tmp_path, written):
    path = tmp_path / "settings.json"
    path.write_bytes(written)
    assert SettingsFile(path).load() == Settings()
    assert path.with_suffix(".broken.json").read_bytes() == written
