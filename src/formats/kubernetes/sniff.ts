/**
 * Does a YAML text hold Kubernetes objects? True when `apiVersion` and `kind` stand at the start of lines, also in a
 * list's items. A Helm template is none: it is only YAML once it has been rendered. Template syntax of other tools
 * inside values does no harm.
 * @param head the first part of the text.
 */
export function isKubernetesManifest(head: string): boolean {
  return API_VERSION.test(head) && KIND.test(head) && !isHelmTemplate(head);
}

const API_VERSION =
  /^(?:-[ \t]+|[ \t]*-?[ \t]*(?=["']?apiVersion["']?[ \t]*:[ \t]+["']?[\w.-]+\/?v\d))?["']?apiVersion["']?[ \t]*:/m;
const KIND = /^[ \t]*(?:-[ \t]+)?["']?kind["']?[ \t]*:/m;

function isHelmTemplate(head: string): boolean {
  return head.includes('{{') && (HELM_OBJECT.test(head) || TEMPLATE_LINE.test(head));
}

/** What only Helm gives to templates (https://helm.sh/docs/chart_template_guide/builtin_objects/). */
const HELM_OBJECT =
  /\{\{[^}\n]{0,200}?(?:\.Values|\.Release|\.Chart|\.Capabilities|\.Files|\binclude[ \t]+"|\btemplate[ \t]+")/;

/** A value or a whole line outside quotes that begins with a template: no YAML parser reads the line as it is meant. */
const TEMPLATE_LINE =
  /^[ \t]{0,20}(?:-[ \t]{1,8})?(?:[\w./-]{1,100}:[ \t]{1,8})?\{\{-?[ \t]*(?:if|else|end|range|with|define|toYaml|\.)[^\n]*$/m;
