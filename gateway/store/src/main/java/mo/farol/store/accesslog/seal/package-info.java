/** Puts records into the public log, signs its head, shows it to witnesses. */
@NullMarked
package mo.farol.store.accesslog.seal;

import org.jspecify.annotations.NullMarked;
