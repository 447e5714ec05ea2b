"""A folder of texts: what is read, and that a bad file is told and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsedWrongly
from ingest.statute.folder import texts_in

LAW = "纸灯管理办法\n\n第一条 为了纸灯。\n第二条 本办法自公布之日起施行。\n"


def test_every_file_below_the_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "law.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LAW, encoding="gb18030")
    heard: list[tuple[int, int]] = []

    texts = list(texts_in(tmp_path, unreadable=[], tell=lambda done, of: heard.append((done, of))))

    assert [(text.name, text.article_count) for text in texts] == [("a.txt", 2), ("b/law.md", 2)]
    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_bad_files_are_told_by_name_and_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    (tmp_path / "picture.md").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "circle.md").symlink_to(tmp_path / "circle.md")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "law.md").write_text(LAW, encoding="utf-8")
    unreadable: list[str] = []

    texts = list(texts_in(tmp_path, unreadable=unreadable))

    assert [text.name for text in texts] == ["law.md"]
    assert sorted(line.partition(":")[0] for line in unreadable) == ["circle.md", "empty.md", "picture.md", "round"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "law.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "law.md").write_text(LAW, encoding="utf-8")

    assert [text.name for text in texts_in(tmp_path, unreadable=[])] == ["law.md"]


@pytest.mark.parametrize("folder", ["nowhere", "file.md", "empty"])
def test_a_folder_without_texts_is_used_wrongly(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "empty").mkdir()

    with pytest.raises(UsedWrongly, match=folder):
        list(texts_in(tmp_path / folder, unreadable=[]))
