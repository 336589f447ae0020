"""The README as a package index shows it, and the links of the project.

A package index has no files beside the README: a link into the repository
must be absolute there. Where the repository lives is told when a release is
built, by `APPRENTISSAGE_REPOSITORY` (`make dist REPOSITORY=https://...`; the
release workflow tells its own). Without it, the text of such a link stays and
its target goes; a picture leaves its description.
"""

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:|#|mailto:)([^)\s]+)\)")


def published(text: str, repository: str, tag: str) -> str:
    """The README with no link that is relative.

    Args:
        text: The README of the repository.
        repository: Its address, or nothing.
        tag: The tag of the release.
    """
    if not repository:
        return LINK.sub(r"\1", PICTURE.sub(r"*\1*", text))
    picture = rf"![\1]({repository}/raw/{tag}/\2)"
    link = rf"[\1]({repository}/blob/{tag}/\2)"
    return LINK.sub(link, PICTURE.sub(picture, text))


def urls(repository: str, tag: str) -> dict[str, str]:
    """The links of the project, by the names a package index knows."""
    return {
        "Source": repository,
        "Documentation": f"{repository}/blob/{tag}/docs/index.md",
        "Changelog": f"{repository}/blob/{tag}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }


class CustomMetadataHook(MetadataHookInterface):
    """What hatchling calls when it builds."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README, and the links where they are known."""
        repository = os.environ.get("APPRENTISSAGE_REPOSITORY", "").rstrip("/")
        tag = f"v{metadata['version']}"
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": published(readme, repository, tag),
        }
        if repository:
            metadata["urls"] = urls(repository, tag)
