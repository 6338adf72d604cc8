import { FORMATS } from '../formats/index.ts';

/** The README with its generated table made anew; everything else stays as it is. */
export function withFormatTable(readme: string): string {
  return readme.replace(
    /(<!-- formats:start[^>]*-->\n)[\s\S]*?(<!-- formats:end -->)/,
    (_all, start: string, end: string) => `${start}${formatTable()}\n${end}`,
  );
}

function formatTable(): string {
  const rows = FORMATS.map(format => {
    const files = format.files.map(pattern => `\`${pattern}\``).join(' ');
    return `| ${format.title} | ${files} | ${format.extracts} | ${format.resolves} |`;
  });
  return ['| format | files | what is read | what is resolved |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
