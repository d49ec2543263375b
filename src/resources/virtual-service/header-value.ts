const STRING = String.raw`(?:[^\\)"]|\\.)*`;
const STRINGS = `${STRING}(?:" *, *"${STRING})*`;
const ARGUMENTS = String.raw` *(?:\[ *"|[^ \[])${STRINGS}(?:\)|" *\] *\)) *`;
const VARIABLE = String.raw`%(?!%)[^%(]*(?:\(${ARGUMENTS})?%`;

const TEMPLATE = new RegExp(`^(?:[^%]|%%|${VARIABLE})*$`, 's');

// A header may hold a tab, but no other control character.
const CONTROL = new RegExp(String.raw`[\u0000-\u0008\u000a-\u001f\u007f]`);

/**
 * What is wrong with the value of a header that Envoy shall set: text in which `%REQ(:path)%` is a variable and `%%`
 * is a percent sign.
 *
 * Mirrors `ValidateHTTPHeaderValue`, whose names of variables are unchecked.
 */
export function faultOfHeaderValue(value: string): string | null {
  if (CONTROL.test(value)) return 'a text without control characters';
  return TEMPLATE.test(value) ? null : 'a text with variables as in %REQ(:path)%, and %% for a percent sign';
}
