/**
 * The tool for which a setting of a Helm chart names a cloud.
 * @param chart its name, perhaps behind a repository.
 * @param setting as `--set` names it: `configuration.backupStorageLocation[0].provider`.
 */
export function toolOfChartSetting(chart: string, setting: string): string | undefined {
  const name = chart.slice(chart.lastIndexOf('/') + 1);
  const found = CHARTS.get(name);
  return found?.setting.test(setting) ? found.tool : undefined;
}

const CHARTS: ReadonlyMap<string, { readonly tool: string; readonly setting: RegExp }> = new Map([
  ['external-dns', { tool: 'external-dns', setting: /^provider(?:\.name)?$/ }],
  [
    'velero',
    {
      tool: 'velero',
      setting: /^configuration\.(?:(?:backupStorage|volumeSnapshot)Location(?:\[\d+\]|\.\d+)?\.)?provider$/,
    },
  ],
  ['cluster-autoscaler', { tool: 'cluster-autoscaler', setting: /^cloudProvider$/ }],
  ['harbor', { tool: 'registry', setting: /^persistence\.imageChartStorage\.type$/ }],
]);
