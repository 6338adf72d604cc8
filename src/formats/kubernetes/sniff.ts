/**
 * Does a YAML text hold Kubernetes objects? True when `apiVersion` and `kind` stand at the start of lines, also in a
 * list's items. A Helm template is none: it is only YAML once it has been rendered. Template syntax of other tools
 * inside values does no harm.
 * @param head the first part of the text.
 */
export function isKubernetesManifest(head: string): boolean {
  return API_VERSION.test(head) && KIND.test(head) && !isHelmTemplate(head);
}

const API_VERSION = /^(?:-[ \t]+)?["']?apiVersion["']?[ \t]*:/m;
const KIND = /^[ \t]*(?:-[ \t]+)?["']?kind["']?[ \t]*:/m;

/**
 * What only Helm gives to templates (https://helm.sh/docs/chart_template_guide/builtin_objects/), or a named template where
 * YAML would need a quote. Alert rules, notification templates and workflows have braces too, inside values.
 */
export function isHelmTemplate(head: string): boolean {
  return head.includes('{{') && (HELM_OBJECT.test(head) || UNQUOTED_TEMPLATE.test(head));
}

const HELM_OBJECT =
  /\{\{[^}\n]{0,200}?(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\btoYaml\b|\binclude[ \t]+["(])/;

const UNQUOTED_TEMPLATE = /^[ \t]*(?:-[ \t]+)*[\w./-]+:[ \t]+\{\{-?[ \t]*template[ \t]+"/m;
