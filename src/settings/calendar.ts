/** Whether a text is a day, like `2027-01-31`. Such texts sort as their days do. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return (
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
  );
}

/** A day three months later, for which every month has a date. */
export function threeMonthsAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const later = month + 3;
  const [inYear, inMonth] = later > 12 ? [year + 1, later - 12] : [year, later];
  return [String(inYear).padStart(4, '0'), two(inMonth), two(Math.min(date, 28))].join('-');
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(amount: number): string {
  return String(amount).padStart(2, '0');
}
