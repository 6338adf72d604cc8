import type { Position, Range } from 'vscode-languageserver';

/** A Terraform module of two files: the region of one provider stands in the other file. */
export const FOLDER = 'file:///projects/shop';
export const MAIN = `${FOLDER}/main.tf`;
export const VARIABLES = `${FOLDER}/variables.tf`;
export const RULESET = `${FOLDER}/.vendor-diligence.jsonc`;

export const MAIN_TEXT = `provider "alicloud" {
  region = "eu-central-1"
}

resource "alicloud_oss_bucket" "invoices" {
  bucket = "shop-invoices"
}

provider "aws" {
  region = var.region
}
`;

export const VARIABLES_TEXT = `variable "region" {
  default = "cn-north-1"
}
`;

export const FILES: Readonly<Record<string, string>> = { [MAIN]: MAIN_TEXT, [VARIABLES]: VARIABLES_TEXT };

/** Where `part` stands in `text` for the first time. */
export function rangeIn(text: string, part: string): Range {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`${part} is not in the text`);
  return { start: positionIn(text, start), end: positionIn(text, start + part.length) };
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
