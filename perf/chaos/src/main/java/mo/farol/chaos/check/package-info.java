/** One class for each promise that a history can break; each looks at a whole history and at what the database held in the end. */
@NullMarked
package mo.farol.chaos.check;

import org.jspecify.annotations.NullMarked;
