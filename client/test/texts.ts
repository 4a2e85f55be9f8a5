/** Someone who has no internet at home, what the library does for them, and what changes: digital inclusion. */
export const DIGITAL_CASE =
  'Residents who have no internet at home borrow a tablet and free mobile data. ' +
  'Library staff teach them basic digital skills, and they now claim benefits and fill in forms online without help.';
