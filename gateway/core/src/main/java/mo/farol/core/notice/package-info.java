/** What leaves by e-mail: taken from the database, where it was written with what it tells of. */
@NullMarked
package mo.farol.core.notice;

import org.jspecify.annotations.NullMarked;
