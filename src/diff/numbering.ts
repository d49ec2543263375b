/** Numbers objects as they come: equal numbers are one object. */
export function numbering<T extends object>(): (object: T) => number {
  const numbers = new Map<T, number>();
  return object => {
    const number = numbers.get(object) ?? numbers.size;
    numbers.set(object, number);
    return number;
  };
}
