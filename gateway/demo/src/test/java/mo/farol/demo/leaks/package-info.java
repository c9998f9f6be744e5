/** Personal values go through everything, and are looked for everywhere else. */
@NullMarked
package mo.farol.demo.leaks;

import org.jspecify.annotations.NullMarked;
