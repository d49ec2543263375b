import { quote, type Path, type Report } from './fault.js';
import { namesTls } from './protocol-name.js';
import type { ServerTlsSettings } from './server-tls.js';

/** TLS of an ingress listener: certificates from files only, on a TLS port (`ValidateSidecar`, `validateTLSOptions`). */
export function validateIngressTls(tls: ServerTlsSettings, protocol: string, path: Path, report: Report): void {
  if (!namesTls(protocol))
    report(path, `none on a port of protocol ${protocol === '' ? '(none)' : quote(protocol)}: only on HTTPS or TLS`);
  for (const field of ['subjectAltNames', 'credentialName', 'credentialNames', 'tlsCertificates'] as const) {
    if (tls[field].length > 0) report([...path, field], 'none: a Sidecar does not support it');
  }
  if (tls.httpsRedirect) report([...path, 'httpsRedirect'], 'false: a Sidecar does not support it');

  switch (tls.mode) {
    case 'ISTIO_MUTUAL':
    case 'AUTO_PASSTHROUGH':
      report([...path, 'mode'], 'SIMPLE, MUTUAL, OPTIONAL_MUTUAL or PASSTHROUGH');
      return;
    case 'SIMPLE':
    case 'MUTUAL':
    case 'OPTIONAL_MUTUAL':
      for (const field of ['serverCertificate', 'privateKey'] as const) {
        if (tls[field] === '') report([...path, field], `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode !== 'SIMPLE' && tls.caCertificates === '') {
        report([...path, 'caCertificates'], `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode === 'SIMPLE' && tls.caCrl !== '') report([...path, 'caCrl'], 'none with mode SIMPLE');
      return;
    default:
      // PASSTHROUGH, and numbers without a name, which Istio lets through, use no certificates.
      return;
  }
}
