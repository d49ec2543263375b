import type { ConnectionPoolSettings } from './connection-pool.js';
import { MILLISECOND, validateDuration } from './duration-validation.js';
import type { Path, Report } from './fault.js';

/** Limits must not be negative, times be whole milliseconds (`validateConnectionPool`). */
export function validateConnectionPool(settings: ConnectionPoolSettings | null, path: Path, report: Report): void {
  if (settings === null) return;
  const { tcp, http } = settings;
  if (tcp === null && http === null) report(path, 'tcp or http settings');
  if (http !== null) validateHttp(http, [...path, 'http'], report);
  if (tcp !== null) validateTcp(tcp, [...path, 'tcp'], report);
}

function validateHttp(http: NonNullable<ConnectionPoolSettings['http']>, path: Path, report: Report): void {
  const limits = [
    'http1MaxPendingRequests',
    'http2MaxRequests',
    'maxRequestsPerConnection',
    'maxRetries',
    'maxConcurrentStreams',
  ] as const;
  for (const limit of limits) validateLimit(http[limit], [...path, limit], report);
  validateDuration(http.idleTimeout, [...path, 'idleTimeout'], report);
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol) {
    report([...path, 'useClientProtocol'], 'false with h2UpgradePolicy UPGRADE');
  }
}

function validateTcp(tcp: NonNullable<ConnectionPoolSettings['tcp']>, path: Path, report: Report): void {
  validateLimit(tcp.maxConnections, [...path, 'maxConnections'], report);
  validateDuration(tcp.connectTimeout, [...path, 'connectTimeout'], report);
  validateDuration(tcp.maxConnectionDuration, [...path, 'maxConnectionDuration'], report);
  // Less than a millisecond turns the timeout off.
  const isOff = tcp.idleTimeout !== null && tcp.idleTimeout / MILLISECOND === 0n;
  if (!isOff) validateDuration(tcp.idleTimeout, [...path, 'idleTimeout'], report);
  if (tcp.tcpKeepalive === null) return;
  validateDuration(tcp.tcpKeepalive.time, [...path, 'tcpKeepalive', 'time'], report);
  validateDuration(tcp.tcpKeepalive.interval, [...path, 'tcpKeepalive', 'interval'], report);
}

function validateLimit(limit: number, path: Path, report: Report): void {
  if (limit < 0) report(path, 'a number that is not negative');
}
