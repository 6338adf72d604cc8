import { Conversation } from './support/conversation.ts';
const F = 'file:///w/app', M = `${F}/main.tf`;
for (const [name, unit, n] of [['vpcX', (i: number) => `resource "alicloud_vpc" "v${i}" {\n  name = "x"\n  cidr = "10.0.0.0/8"\n}\n\n`, 1000], ['oss', (i: number) => `resource "alicloud_oss_bucket" "v${i}" {\n  name = "x"\n  cidr = "10.0.0.0/8"\n}\n\n`, 1000].slice(0,0) as any, ['oss10', (i: number) => `resource "alicloud_oss_bucket" "v${i}" {\n  name = "x"\n  cidr = "10.0.0.0/8"\n}\n\n`, 10000], ['vpc10', (i: number) => `resource "alicloud_vpc" "v${i}" {\n  name = "x"\n  cidr = "10.0.0.0/8"\n}\n\n`, 10000], ['aws', (i: number) => `resource "aws_vpc" "v${i}" {\n  name = "x"\n  cidr = "10.0.0.0/8"\n}\n\n`, 1000]] as const) {
  it(name, async () => {
    const text = 'provider "alicloud" {\n region = "cn-hangzhou"\n}\n' + Array.from({ length: n }, (_, i) => unit(i)).join('');
    const c = await Conversation.start({ folders: [F], files: { [M]: text } });
    let t = performance.now();
    await c.open(M);
    await c.diagnostics(M);
    console.log(name, 'open', Math.round(performance.now() - t), 'diags', c.current(M).length);
    const times = [];
    for (let i = 0; i < 12; i++) {
      const before = c.published.length;
      t = performance.now();
      await c.edit(M, { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } }, ' ');
      await c.until(() => c.published.length > before);
      times.push(Math.round(performance.now() - t - 80));
    }
    console.log('edit', times.join(' '));
    t = performance.now();
    await c.hover(M, { line: 8, character: 14 });
    console.log('hover', Math.round(performance.now() - t));
    t = performance.now();
    await c.codeActions(M, { start: { line: 8, character: 14 }, end: { line: 8, character: 14 } });
    console.log('actions', Math.round(performance.now() - t));
    await c.end();
  }).timeout(60000);
}
