/** What a run must never say: the token, and the token as Git sends it (`AUTHORIZATION: basic …`). */
export function secretsOf(token: string): readonly string[] {
  return token === '' ? [] : [token, Buffer.from(`x-access-token:${token}`).toString('base64')];
}

/** A text with `***` for each secret, as the runner masks them; it does not see what is sent to GitHub or kept in files. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((now, secret) => now.replaceAll(secret, '***'), text);
}
