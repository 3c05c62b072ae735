"""Every setting of the application. Each is an environment variable `LOTSE_<NAME>`; docs/settings.md explains them."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class EinstellungFehlt(Exception):
    """A setting has no default and was not given; the message is for the person who runs the site."""


class Einstellungen(BaseSettings):
    """What a site sets. Raises pydantic's ValidationError, which names the field, for a value of the wrong form."""

    model_config = SettingsConfigDict(env_prefix="LOTSE_", env_ignore_empty=True, frozen=True)

    database_url: str = "sqlite:///var/lotse.db"
    keys_url: str = "sqlite:///var/schluessel.db"
    site_key_file: Path = Path("var/standort.key")
    site_key: SecretStr | None = None

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    public_url: str = "http://127.0.0.1:8000"
    engine_url: str = "http://127.0.0.1:5005"
    engine_token: SecretStr | None = None

    sitzung_stunden: int = Field(default=10, ge=1, le=24)
    leerlauf_minuten: int = Field(default=60, ge=20, le=24 * 60)

    site_name: str = "Lotse"
    telefone: dict[str, str] = {}
    imprint_file: Path | None = None
    privacy_file: Path | None = None
    accessibility_file: Path | None = None
    raum: Literal["zuhause", "gespraech", "empfang"] | None = None

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    def verlange_engine_token(self) -> str:
        """The secret shared with the engine; raises `EinstellungFehlt`, since without it anyone could post answers."""
        if self.engine_token is None:
            raise EinstellungFehlt(
                "LOTSE_ENGINE_TOKEN fehlt. Bitte vergeben Sie ein langes, zufälliges Geheimnis und setzen Sie es für"
                " das Programm und für das Sprachmodul gleich."
            )
        return self.engine_token.get_secret_value()
