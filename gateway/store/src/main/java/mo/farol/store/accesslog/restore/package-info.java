/** What an operator does after a database was restored: accept it, own up to what is lost, stop what may have changed. */
@NullMarked
package mo.farol.store.accesslog.restore;

import org.jspecify.annotations.NullMarked;
