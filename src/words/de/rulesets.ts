import type { rulesets as english } from '../en/rulesets.ts';
import type { Said } from '../keys.ts';

/** What is wrong with a ruleset, or with getting it, in German. */
export const rulesets: Said<typeof english> = {
  'policy.expired': 'die Richtlinie ist am {day} abgelaufen',
  'policy.no-vendor': 'im Katalog gibt es keinen Anbieter „{vendor}“',
  'policy.no-vendor-but': 'im Katalog gibt es keinen Anbieter „{vendor}“, aber „{meant}“',
  'policy.no-region': '{vendor} hat im Katalog keine Region „{region}“',
  'policy.nobody-there': 'kein Anbieter des Katalogs hat seine Leitung in „{country}“',
  'policy.nothing-there': 'nichts im Katalog liegt in „{country}“',
  'policy.no-such-region-at-all': 'kein Anbieter des Katalogs hat eine Region „{region}“',
  'policy.no-operator': 'keine Region im Katalog wird von „{operator}“ betrieben',
  'policy.never-matches': 'Regel „{rule}“ kann nie zutreffen: {reason}',
  'policy.never-decides':
    'Regel „{rule}“ kann nie entscheiden: Regel „{other}“, die vorher geprüft wird, gilt für alles, was sie erfasst',
  'policy.never-decides-of':
    'Regel „{rule}“ kann nie entscheiden: Regel „{other}“ von {ruleset}, die vorher geprüft wird, gilt für alles, was sie erfasst',
  'policy.no-home': 'keiner ihrer Anbieter wird aus einer ihrer Rechtsordnungen geführt',
  'policy.homes-excepted': 'alle ihre Anbieter werden aus Ländern geführt, die sie ausnimmt',
  'policy.jurisdictions-excepted': 'sie nimmt alle ihre Rechtsordnungen aus',
  'policy.locations-excepted': 'sie nimmt alle ihre Orte aus',
  'policy.no-such-region': 'ihre Anbieter haben keine solche Region',
  'policy.no-region-there': 'ihre Anbieter haben keine Region an einem ihrer Orte',
  'policy.unknown-match': '„{match}“ ist weder eine Regel dieser Richtlinie noch ein Anbieter des Katalogs',
  'policy.exception-soon': 'die Ausnahme endet bald, am {day}',
  'policy.exception-ended': 'die Ausnahme endete am {day}: entfernen',
  'policy.no-rule': 'in dieser Richtlinie gibt es keine Regel „{rule}“',
  'policy.untested':
    'Regel „{rule}“ hat keinen Test, der nichts findet: einen in „tests“ ergänzen, damit sie nicht mehr beanstandet, als sie soll',
  'policy.twice': 'Regel „{rule}“ ist zweimal definiert: jeder Regel eine eigene Kennung geben',
  'policy.no-bundled': 'Es gibt keine mitgelieferte Richtlinie „{name}“: eine von {choices} verwenden.',
  'policy.not-loaded': 'Die Richtlinie „{ruleset}“ kann nicht geladen werden: {reason}.',
  'policy.not-readable': 'Die Richtlinie „{ruleset}“ kann nicht gelesen werden: {reason}.',
  'policy.not-usable': 'Die Richtlinie „{ruleset}“ kann nicht verwendet werden: {reason}.',
  'policy.repository-network':
    'Die Richtlinie eines Repositorys erreicht nichts im Netz: „{ruleset}“ in den Einstellungen oder auf der Befehlszeile nennen.',
  'policy.circle': '„extends“ läuft im Kreis: {chain}.',
  'policy.too-far': '„extends“ geht über {levels} Ebenen oder {rulesets} Richtlinien hinaus.',
  'policy.no-copy': 'Es ist keine Kopie vorhanden: Es gilt nur, was mitgeliefert ist.',
  'policy.last-copy':
    'Es gilt die letzte gute Kopie vom {day} ({days}), und nie weniger als die mitgelieferte Grundrichtlinie.',
  'policy.last-copy-expired':
    'Es gilt die letzte gute Kopie vom {day} ({days}), obwohl gilt: {expired}; und nie weniger als die mitgelieferte Grundrichtlinie.',
  'policy.days-ago.one': 'vor {count} Tag',
  'policy.days-ago.other': 'vor {count} Tagen',
  'policy.no-fetch': 'hier darf nichts abgerufen werden',
  'policy.unchanged-no-copy': 'der Server meldet sie als unverändert, doch ist keine Kopie vorhanden',
  'policy.no-signature': 'ihre Signatur ist nicht zu bekommen: {reason}',
  'policy.no-content': 'kein Inhalt',
  'policy.wrong-hash': 'ihr Inhalt hat nicht den erwarteten Hash',
  'policy.wrong-signature': 'ihre Signatur ist nicht die des erwarteten Schlüssels für diesen Inhalt',
  'policy.not-valid': 'sie ist nicht gültig: {problem}',
  'policy.no-ruleset': 'es ist keine Richtlinie',
  'policy.older': 'ihre Version {version} ist niedriger als die zuvor gesehene {known}',
  'policy.it-expired': 'sie ist am {day} abgelaufen',
  'policy.no-files': 'hier können keine Dateien gelesen werden',
  'policy.no-network': 'hier gibt es kein Netz',
  'policy.https-only': 'geladen werden nur https-Adressen',
  'policy.bad-hash': 'ihr Hash ist kein SHA-256 aus 64 Ziffern',
  'policy.no-proof': '„#sha256=…“ oder „#key=…“ ergänzen, was ihren Inhalt belegt',
  'policy.key-unread': 'ihr Schlüssel „{key}“ kann nicht gelesen werden: {reason}',
  'policy.key-kind': 'ihr Schlüssel „{key}“ ist kein öffentlicher Schlüssel für ECDSA P-256 oder Ed25519',
};
