import assert from 'node:assert/strict';
import type { Effect, Evidence, NamedAs } from '../../src/model/evidence.ts';
import type { Preset } from '../../src/model/ruleset.ts';
import type { Audience, Severity } from '../../src/model/vocabulary.ts';
import { expandAudience } from '../../src/ruleset/audience.ts';
import { severityOf } from '../../src/ruleset/severity.ts';
import { exampleAct } from '../support/example-act.ts';

const TODAY = '2026-11-23';

interface Case {
  effect: Effect;
  namedAs?: NamedAs;
  audience?: Audience[];
  bearsData?: boolean;
  preset?: Preset;
  act?: Partial<Evidence>;
  gives: Severity | undefined;
}

function level({
  effect,
  namedAs = 'exact',
  audience = [],
  bearsData = false,
  preset = 'baseline',
  act: changes,
}: Case) {
  const evidence = exampleAct({ effect, ...changes });
  return severityOf(
    { evidence, namedAs },
    { audience: expandAudience(audience), bearsData, preset, today: TODAY },
  );
}

const BUYING: Effect[] = [
  'prohibits-procurement',
  'prohibits-government-use',
  'prohibits-sector-use',
  'prohibits-subsidy-and-authorisation',
];
const NEVER: Effect[] = [
  'alleges',
  'restricts-securities',
  'informs',
  'authorises-action',
  'none-now',
  'removes',
];
const OPEN: Effect[] = ['reviews', 'proposes', 'contests'];
const EXPOSURE: Effect[] = ['compels-assistance', 'requires-localisation'];

const TABLE: Case[] = [
  { effect: 'prohibits-use', audience: ['us'], gives: 'error' },
  { effect: 'prohibits-use', gives: 'warning' },
  { effect: 'prohibits-use', audience: ['eu'], gives: 'warning' },
  { effect: 'prohibits-use', audience: ['us'], act: { status: 'revoked' }, gives: 'information' },
  { effect: 'prohibits-use', act: { status: 'removed' }, gives: 'information' },
  { effect: 'prohibits-use', act: { status: 'withdrawn' }, gives: 'information' },
  ...BUYING.flatMap((effect): Case[] => [
    { effect, audience: ['us'], gives: 'error' },
    { effect, namedAs: 'parent', audience: ['us'], gives: 'error' },
    { effect, namedAs: 'affiliate', audience: ['us'], gives: 'warning' },
    { effect, gives: 'warning' },
    { effect, namedAs: 'parent', audience: ['eu'], gives: 'warning' },
  ]),
  { effect: 'restricts-data-transactions', audience: ['us'], gives: 'warning' },
  { effect: 'restricts-data-transactions', gives: 'information' },
  { effect: 'restricts-supply-to-vendor', audience: ['us'], gives: 'warning' },
  { effect: 'restricts-supply-to-vendor', gives: 'warning' },
  { effect: 'restricts-supply-to-vendor', namedAs: 'parent', gives: 'information' },
  { effect: 'regulates-transfer', audience: ['us'], bearsData: true, gives: 'warning' },
  { effect: 'regulates-transfer', audience: ['us'], gives: 'information' },
  { effect: 'regulates-transfer', bearsData: true, gives: 'information' },
  ...EXPOSURE.flatMap((effect): Case[] => [
    { effect, namedAs: 'jurisdiction', bearsData: true, gives: 'warning' },
    { effect, namedAs: 'jurisdiction', gives: 'information' },
    { effect, namedAs: 'location', bearsData: true, audience: ['us'], gives: 'warning' },
  ]),
  ...OPEN.flatMap((effect): Case[] => [
    { effect, audience: ['us'], gives: 'warning' },
    { effect, audience: ['us'], namedAs: 'parent', gives: 'information' },
    { effect, gives: 'information' },
  ]),
  ...NEVER.flatMap((effect): Case[] => [
    { effect, audience: ['us'], bearsData: true, gives: undefined },
    { effect, gives: undefined },
  ]),
];

const LIMITS: (Case & { why: string })[] = [
  {
    why: 'a sister product says nothing about the cloud',
    effect: 'prohibits-use',
    namedAs: 'sister-product',
    audience: ['us'],
    gives: undefined,
  },
  {
    why: 'a former parent says nothing',
    effect: 'prohibits-use',
    namedAs: 'former-parent-unverified',
    audience: ['us'],
    gives: undefined,
  },
  {
    why: 'an act of which no source was seen stays in the panel',
    effect: 'prohibits-use',
    audience: ['us'],
    act: { sourceQuality: 'recall' },
    gives: undefined,
  },
  {
    why: 'an old order is no error',
    effect: 'prohibits-use',
    audience: ['us'],
    act: { kind: 'order', asOf: '2025-01-01' },
    gives: 'warning',
  },
  {
    why: 'a published list keeps its level',
    effect: 'prohibits-use',
    audience: ['us'],
    act: { kind: 'listing', asOf: '2024-01-01' },
    gives: 'error',
  },
  {
    why: 'an old list of medium confidence does not',
    effect: 'prohibits-use',
    audience: ['us'],
    act: { asOf: '2024-01-01', confidence: 'medium' },
    gives: 'warning',
  },
  {
    why: 'a contractor is bound by what binds everybody',
    effect: 'prohibits-use',
    audience: ['us-defense-contractor'],
    gives: 'error',
  },
  {
    why: 'strict: a restriction that names the vendor',
    preset: 'strict',
    effect: 'restricts-supply-to-vendor',
    gives: 'error',
  },
  {
    why: 'strict: any other flagged vendor',
    preset: 'strict',
    effect: 'compels-assistance',
    namedAs: 'jurisdiction',
    gives: 'warning',
  },
  {
    why: 'strict: an affiliate is not the vendor',
    preset: 'strict',
    effect: 'prohibits-procurement',
    namedAs: 'affiliate',
    gives: 'warning',
  },
  {
    why: 'watch: one level lower',
    preset: 'watch',
    effect: 'prohibits-use',
    audience: ['us'],
    gives: 'warning',
  },
  { why: 'watch: information becomes a hint', preset: 'watch', effect: 'compels-assistance', gives: 'hint' },
];

describe('severity by effect, audience and data role', () => {
  for (const each of TABLE) {
    const { effect, namedAs = 'exact', audience = [], bearsData, act: changes, gives } = each;
    const status = changes?.status ? `, ${changes.status}` : '';
    it(`${effect}${status}, named as ${namedAs}, audience ${audience.join() || 'none'}${bearsData ? ', bears data' : ''} → ${gives ?? 'never alone'}`, () => {
      assert.equal(level(each), gives);
    });
  }
});

describe('limits of severity', () => {
  for (const each of LIMITS)
    it(`${each.why} → ${each.gives ?? 'never alone'}`, () => assert.equal(level(each), each.gives));
});
