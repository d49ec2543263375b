import { boolean, optional, type ValueOf } from './fields.js';
import { duration } from './duration.js';
import { enumeration, int32, message, uint32 } from './protobuf-fields.js';

/** Reads `ConnectionPoolSettings`, as `networking/v1alpha3/destination_rule.proto` has it. */
export const connectionPoolSettings = message({
  tcp: optional(
    message({
      maxConnections: int32,
      connectTimeout: optional(duration),
      tcpKeepalive: optional(message({ probes: uint32, time: optional(duration), interval: optional(duration) })),
      maxConnectionDuration: optional(duration),
      idleTimeout: optional(duration),
    }),
  ),
  http: optional(
    message({
      http1MaxPendingRequests: int32,
      http2MaxRequests: int32,
      maxRequestsPerConnection: int32,
      maxRetries: int32,
      idleTimeout: optional(duration),
      h2UpgradePolicy: enumeration('DEFAULT', 'DO_NOT_UPGRADE', 'UPGRADE'),
      useClientProtocol: boolean,
      maxConcurrentStreams: int32,
    }),
  ),
});

/** What `connectionPoolSettings` reads. */
export type ConnectionPoolSettings = ValueOf<typeof connectionPoolSettings>;
