import type { Dialled } from '../mesh/dial.js';
import { UNSPECIFIED } from '../mesh/service.js';
import { namePlain } from './names.js';

/** Why a call dials its address; `dialled` is null where the user typed the address. */
export function dialReason(host: string, dialled: Dialled | null): string {
  if (dialled === null) return 'the address as typed';
  if (dialled.from === 'nobody') {
    return `the manifests give ${namePlain(host)} no address: this one belongs to nobody and stands for what DNS answers`;
  }
  const { kind, namespace, name } = dialled.service.resource;
  const resource = namePlain(`${kind} ${namespace}/${name}`);
  if (dialled.from === 'automatic') {
    return `the sidecar answers for DNS with the automatic address of ${resource}: this one stands for it`;
  }
  if (dialled.from === 'invented') return `invented for ${resource}, which has no clusterIP in the manifests`;
  if (dialled.service.address === UNSPECIFIED) return `the first endpoint of ${resource}, which is headless`;
  return dialled.service.address === dialled.address
    ? `the address that ${resource} gives it`
    : `the first address of ${dialled.service.address}, which ${resource} gives it`;
}
