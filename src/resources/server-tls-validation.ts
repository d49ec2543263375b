import type { Path, Report } from './fault.js';
import { namesTls } from './protocol-name.js';
import type { ServerTlsSettings } from './server-tls.js';

/** TLS of an ingress listener: certificates from files only, on a TLS port (`ValidateSidecar`, `validateTLSOptions`). */
export function validateIngressTls(tls: ServerTlsSettings, protocol: string, path: Path, report: Report): void {
  if (!namesTls(protocol))
    report(path, `set on a port of protocol ${protocol || '(none)'}`, 'none, or protocol HTTPS or TLS');
  for (const field of ['subjectAltNames', 'credentialName', 'credentialNames', 'tlsCertificates'] as const) {
    if (tls[field].length > 0) report([...path, field], 'set', 'none: a Sidecar does not support it');
  }
  if (tls.httpsRedirect) report([...path, 'httpsRedirect'], 'true', 'false: a Sidecar does not support it');

  switch (tls.mode) {
    case 'ISTIO_MUTUAL':
    case 'AUTO_PASSTHROUGH':
      report([...path, 'mode'], tls.mode, 'SIMPLE, MUTUAL, OPTIONAL_MUTUAL or PASSTHROUGH');
      return;
    case 'SIMPLE':
    case 'MUTUAL':
    case 'OPTIONAL_MUTUAL':
      for (const field of ['serverCertificate', 'privateKey'] as const) {
        if (tls[field] === '') report([...path, field], 'missing', `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode !== 'SIMPLE' && tls.caCertificates === '') {
        report([...path, 'caCertificates'], 'missing', `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode === 'SIMPLE' && tls.caCrl !== '') report([...path, 'caCrl'], 'set', 'none with mode SIMPLE');
      return;
    default:
      // PASSTHROUGH, and numbers without a name, which Istio lets through, use no certificates.
      return;
  }
}
