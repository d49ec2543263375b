import { quote, type Path, type Report } from '../fault.js';
import { boolean, list, optional, string, type ValueOf } from '../fields.js';
import { enumeration, message } from '../protobuf-fields.js';

/** Reads `ClientTLSSettings`. */
export const clientTlsSettings = message({
  mode: enumeration('DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'),
  clientCertificate: string,
  privateKey: string,
  caCertificates: string,
  credentialName: string,
  subjectAltNames: list(string),
  sni: string,
  insecureSkipVerify: optional(boolean),
  caCrl: string,
});

type ClientTlsSettings = ValueOf<typeof clientTlsSettings>;

const CONFIG_MAP = 'configmap://';

/** Certificates come from files or from one credential, and an unverified server needs no authority (`ValidateTLS`). */
export function validateClientTls(tls: ClientTlsSettings | null, namespace: string, path: Path, report: Report): void {
  if (tls === null) return;
  const { mode, credentialName } = tls;
  if (credentialName.startsWith(CONFIG_MAP) && !isOwnConfigMap(credentialName, namespace)) {
    report(
      [...path, 'credentialName'],
      `a ConfigMap of its own namespace, as in ${quote(`${CONFIG_MAP}${namespace}/name`)}`,
    );
  }
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return;
  validateNothingToVerify(tls, path, report);
  if (credentialName !== '') {
    for (const field of ['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'] as const) {
      if (tls[field] !== '') report([...path, field], 'none beside credentialName');
    }
  } else if (mode === 'MUTUAL') {
    for (const field of ['clientCertificate', 'privateKey'] as const) {
      if (tls[field] === '') report([...path, field], 'the path of a file, or a credentialName, with mode MUTUAL');
    }
  }
}

function validateNothingToVerify(tls: ClientTlsSettings, path: Path, report: Report): void {
  if (tls.insecureSkipVerify !== true) return;
  // The credential of MUTUAL may hold the client's certificate alone.
  const fields =
    tls.mode === 'SIMPLE'
      ? (['caCertificates', 'credentialName', 'subjectAltNames'] as const)
      : (['caCertificates', 'subjectAltNames'] as const);
  for (const field of fields) {
    if (tls[field].length > 0) report([...path, field], 'none with insecureSkipVerify');
  }
}

/** `credentials.ParseResourceName` of a ConfigMap: what follows the name does not count. */
function isOwnConfigMap(credential: string, namespace: string): boolean {
  const [where, name = ''] = credential.slice(CONFIG_MAP.length).split('/');
  return name !== '' && namespace !== '' && where === namespace;
}
