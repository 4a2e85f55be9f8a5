/**
 * Of a mocha run: leaves out what tsx adds to every function that is made, `__name(f, "f")`, which sets a name that
 * the engine has given already. In what makes a function for each element or character it was a fifth of the time.
 */
const { prototype } = require('node:module');

const NAMING = 'var __name=(target,value)=>__defProp(target,"name",{value,configurable:true});';
const compile = prototype._compile;

prototype._compile = function (code, ...rest) {
  return compile.call(
    this,
    code.replace(NAMING, 'var __name=(target)=>target;'.padEnd(NAMING.length)),
    ...rest,
  );
};
