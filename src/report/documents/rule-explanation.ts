import type { Condition, EffectiveRule } from '../../model/ruleset.ts';
import { languageOf, type Wording } from '../acts.ts';
import type { Language } from '../language.ts';
import type { Block, Document, ListItem } from './document.ts';
import { section } from './document.ts';
import { type DossierContext, usesList } from './dossier.ts';

/** What a rule flags and how severely, from which ruleset, and what it flags here. */
export function ruleExplanation(
  rule: EffectiveRule,
  context: Wording & Pick<DossierContext, 'facts' | 'uses'>,
): Document {
  const language = languageOf(context);
  return [
    { block: 'heading', level: 1, text: [language.say('rule.title', { rule: rule.id })] },
    ...(rule.description === undefined ? [] : [paragraph(language.words(rule.description))]),
    paragraph(`${language.say('rule.of', { ruleset: rule.layer })} ${severityWords(rule, language)}`),
    ...(rule.locked ? [paragraph(language.say('rule.locked'))] : []),
    paragraph(language.say('rule.when')),
    { block: 'list', items: conditionItems(rule.when, context, language) },
    section(language.say('rule.findings'), 'findings'),
    ...usesList(context.uses, language),
  ];
}

function severityWords({ severity, atLeast }: EffectiveRule, language: Language): string {
  if (severity === 'by-evidence') {
    const least = atLeast && language.say('rule.at-least', { severity: language.severity(atLeast) });
    return [language.say('rule.by-evidence'), ...(least ? [least] : [])].join(' ');
  }
  if (severity === 'off') return language.say('rule.off');
  return language.say('rule.severity', { severity: language.severity(severity) });
}

function conditionItems(
  when: Condition,
  { facts }: Pick<DossierContext, 'facts'>,
  language: Language,
): ListItem[] {
  const { vendors, jurisdictions, locations, regions, operators, paths, approved } = when;
  const { relationships, concerns, kinds, roles, jurisdictionsExcept, locationsExcept } = when;
  const countries = (codes?: readonly string[]) => codes?.map(code => language.country(code));
  const named = [
    ['vendors', vendors?.map(id => facts.vendor(id)?.name ?? id)],
    ['jurisdictions', countries(jurisdictions)],
    ['jurisdictions-except', countries(jurisdictionsExcept)],
    ['locations', countries(locations)],
    ['locations-except', countries(locationsExcept)],
    ['regions', regions],
    ['operators', operators],
    ['relationships', relationships?.map(id => language.say(`relationship.${id}`))],
    ['concerns', concerns?.map(id => language.say(`concern.${id}`))],
    ['kinds', kinds?.map(id => language.say(`kind.${id}`))],
    ['roles', roles?.map(id => language.say(`role.${id}`))],
    ['paths', paths],
  ] as const;
  const items = named.flatMap(([name, values]) =>
    values ? [language.say(`rule.condition-${name}`, { values: language.alternatives(values) })] : [],
  );
  if (approved !== undefined) {
    items.push(language.say(approved ? 'rule.condition-approved' : 'rule.condition-not-approved'));
  }
  return items.map(text => ({ text: [text] }));
}

function paragraph(text: string): Block {
  return { block: 'paragraph', text: [text] };
}
