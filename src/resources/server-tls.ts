import { boolean, list, string, type ValueOf } from './fields.js';
import { enumeration, message } from './protobuf-fields.js';

const tlsVersion = enumeration('TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3');

/** Reads `ServerTLSSettings`, as `networking/v1alpha3/gateway.proto` has it. */
export const serverTlsSettings = message({
  httpsRedirect: boolean,
  mode: enumeration('PASSTHROUGH', 'SIMPLE', 'MUTUAL', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'),
  serverCertificate: string,
  privateKey: string,
  caCertificates: string,
  caCrl: string,
  credentialName: string,
  credentialNames: list(string),
  caCertCredentialName: string,
  tlsCertificates: list(message({ serverCertificate: string, privateKey: string, caCertificates: string })),
  subjectAltNames: list(string),
  verifyCertificateSpki: list(string),
  verifyCertificateHash: list(string),
  minProtocolVersion: tlsVersion,
  maxProtocolVersion: tlsVersion,
  cipherSuites: list(string),
});

/** What `serverTlsSettings` reads. */
export type ServerTlsSettings = ValueOf<typeof serverTlsSettings>;
