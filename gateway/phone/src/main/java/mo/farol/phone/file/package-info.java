/** How the reference clients keep what is secret on disk. */
@NullMarked
package mo.farol.phone.file;

import org.jspecify.annotations.NullMarked;
