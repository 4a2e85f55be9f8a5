/** Someone who has no internet at home, what the library does for them, and what changes: digital inclusion. */
export const DIGITAL_CASE =
  'Residents who have no internet at home borrow a tablet with free mobile data from the library. ' +
  'Staff teach them basic digital skills, and 60 people now claim benefits and book appointments online on their own.';
