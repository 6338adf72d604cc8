import fc from 'fast-check';

/** Texts in HCL's native syntax: attributes and blocks with expressions of every kind, in any layout. */
export function hclText(): fc.Arbitrary<string> {
  return fc.array(statement(), { maxLength: 4 }).map(statements => statements.join(''));
}

function statement(): fc.Arbitrary<string> {
  const { statements } = fc.letrec<{ statements: string }>(tie => ({
    statements: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      attribute(),
      fc
        .tuple(
          name(),
          fc.array(fc.oneof(name(), name().map(quote)), { maxLength: 2 }),
          fc.array(tie('statements'), { maxLength: 3 }),
        )
        .map(([type, labels, inside]) => `${[type, ...labels].join(' ')} {\n${inside.join('')}}\n`),
    ),
  }));
  return statements;
}

function attribute(): fc.Arbitrary<string> {
  const value = fc.oneof(
    { weight: 8, arbitrary: expression() },
    fc
      .tuple(fc.constantFrom('<<', '<<-'), fc.array(templateText(), { maxLength: 3 }))
      .map(([mark, lines]) => `${mark}EOT\n${lines.map(line => `${line}\n`).join('')}EOT`),
  );
  return fc
    .tuple(name(), value, fc.constantFrom('', ' # } "', ' // ${', ' /* [\n */'))
    .map(([key, written, comment]) => `${key} = ${written}${written.endsWith('EOT') ? '' : comment}\n`);
}

function expression(): fc.Arbitrary<string> {
  const { value } = fc.letrec<{ value: string }>(tie => {
    const inner = tie('value');
    const list = fc.array(inner, { maxLength: 3 });
    return {
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('1', '2.5', '-3', 'true', 'null', '""', '"é\\n\\"$${x} %%{y} $ %"'),
        name(),
        fc.tuple(name(), name()).map(parts => parts.join('.')),
        templateText().map(quote),
        fc.tuple(name(), inner).map(([root, key]) => `${root}[${key}]`),
        fc
          .tuple(name(), fc.constantFrom('.*.a', '[*].b', '.0', '[0].c', '["d"]'))
          .map(parts => parts.join('')),
        list.map(items => `[${items.join(', ')}]`),
        list.map(items => `[\n  ${items.map(item => `${item},`).join('\n  # ]\n  ')}\n]`),
        fc
          .array(fc.tuple(name(), inner), { maxLength: 3 })
          .map(items => `{ ${items.map(([key, item]) => `${key} = ${item}`).join(', ')} }`),
        fc
          .array(fc.tuple(name(), inner), { maxLength: 3 })
          .map(items => `{\n${items.map(([key, item]) => `  "${key}" : ${item}\n`).join('')}}`),
        fc.tuple(name(), list).map(([called, inputs]) => `${called}(${inputs.join(', ')})`),
        fc.tuple(name(), inner, name()).map(([called, first, rest]) => `${called}(${first}, ${rest}...)`),
        inner.map(value => `(\n${value}\n)`),
        fc.tuple(inner, inner, inner).map(([asked, yes, no]) => `${asked} ? ${yes} : ${no}`),
        fc
          .tuple(inner, fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'), inner)
          .map(parts => parts.join(' ')),
        inner.map(value => `!(${value})`),
        fc.tuple(name(), inner, inner).map(([item, all, result]) => `[for ${item} in ${all} : ${result}]`),
        fc
          .tuple(name(), inner, inner, inner)
          .map(
            ([item, all, key, result]) => `{ for k, ${item} in ${all} : ${key} => ${result}... if ${key} }`,
          ),
      ),
    };
  });
  return value;
}

function templateText(): fc.Arbitrary<string> {
  const part = fc.oneof(
    fc.constantFrom('a', ' b ', '-', '.', '$', '%', '$${x}', '%%{y}'),
    name().map(each => `\${${each}}`),
    name().map(each => `\${~ upper(${each}.a) ~}`),
    fc.tuple(name(), name()).map(([asked, given]) => `%{ if ${asked} }\${${given}}x%{ else }y%{ endif }`),
  );
  // A dollar or percent sign before a brace would be another mark than the one that is meant.
  return fc.array(part, { maxLength: 4 }).map(parts => parts.join('').replace(/[$%](?=[$%]\{)/g, ''));
}

function name(): fc.Arbitrary<string> {
  return fc.constantFrom('a', 'bc', 'd_e', 'f-g', 'var', 'form', 'ifs', 'größe', 'in1');
}

function quote(text: string): string {
  return `"${text}"`;
}
