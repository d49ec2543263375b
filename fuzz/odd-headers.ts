/** Statuses that GitHub has, and those that nobody expects. */
export const statuses = [
  200, 201, 202, 203, 204, 205, 206, 207, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 402, 403, 404,
].concat(
  [
    405, 406, 408, 409, 410, 411, 413, 414, 415, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451, 499, 500, 501, 502,
    503, 504,
  ],
  [505, 508, 520, 522, 530, 599],
);

export const contentTypes = [
  '',
  'text/html',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'application/json;;;',
  'x',
].concat(['image/png', 'application/problem+json', 'application/json, text/html', '/', 'multipart/form-data']);
