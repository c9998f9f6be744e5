/** Checks a whole log, offline, and names the first entry that is not what it says. */
@NullMarked
package mo.farol.core.accesslog.audit;

import org.jspecify.annotations.NullMarked;
