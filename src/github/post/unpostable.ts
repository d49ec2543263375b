/** Why nothing is posted, in a sentence. It colours no check: the verdict is that of the run which reviewed. */
export class Unpostable extends Error {
  override readonly name = 'Unpostable';
  readonly level: 'warning' | 'notice';

  constructor(level: Unpostable['level'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.level = level;
  }
}
