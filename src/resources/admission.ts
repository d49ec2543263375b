/** What the webhooks of Istio's releases judge differently. */
export interface Admission {
  /** THRIFT is a protocol of ports (VD-3). */
  readonly takesThrift: boolean;
  /** A DestinationRule may name a subset twice. */
  readonly takesRepeatedSubsets: boolean;
  /** Ports of DYNAMIC_DNS may be of TLS, GRPC and HTTP2 as well as of HTTP (VD-69). */
  readonly takesDynamicDnsOverTls: boolean;
}

/** What the webhook of the newest recorded release does. */
export const newestAdmission: Admission = {
  takesThrift: false,
  takesRepeatedSubsets: false,
  takesDynamicDnsOverTls: true,
};
