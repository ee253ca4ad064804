"""A briefing as bytes of YAML and JSON: what a person reads in a change, and what other tools rely on."""

from briefwright.store.data import json_file
from briefwright.store.schema import json_schema, json_schema_file
from briefwright.store.yaml_files import HEADER, SCHEMA, yaml_files

__all__ = ["HEADER", "SCHEMA", "json_file", "json_schema", "json_schema_file", "yaml_files"]
