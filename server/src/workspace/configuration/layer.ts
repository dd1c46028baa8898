import type { RuleSetting } from "../../core/schema/configuration.ts";
import type { SharedSettings } from "../../core/schema/configuration-schema.ts";
import type { Preset } from "../../core/schema/presets/preset.ts";
import type { Path } from "./place.ts";

/** Where a value of the effective configuration was written. */
export interface Origin {
  /** URI of the file; undefined for a preset. */
  readonly uri: string | undefined;
  readonly preset: string | undefined;
  /** 1-based line in the file; undefined for a preset. */
  readonly line: number | undefined;
}

/** Globs of a configuration's `documents`; what is left out says nothing. */
export interface DocumentGlobs {
  readonly runbooks?: readonly string[] | undefined;
  readonly postmortems?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** What one preset, one file or one entry of `overrides` sets. Effective is the last layer that speaks. */
export type Layer = PresetLayer | SettingsLayer;

/** A preset that somebody extends. */
interface PresetLayer {
  readonly preset: Preset;
  /** The globs of the override that names it; undefined: for all files. */
  readonly files: readonly string[] | undefined;
}

/** The top of a file or one of its overrides. */
interface SettingsLayer {
  readonly preset: undefined;
  readonly files: readonly string[] | undefined;
  readonly settings: SharedSettings & { readonly documents?: DocumentGlobs | undefined };
  /** The settings' `rules` by code, groups resolved, each with the name that set it. */
  readonly rules: ReadonlyMap<string, NamedSetting>;
  /** Where the value at a path of `settings` stands. */
  readonly origin: (path: Path) => Origin;
}

/** A rule's setting and the key below `rules` (code, name or group) that it was written under. */
export interface NamedSetting {
  readonly setting: RuleSetting;
  readonly key: string;
}
