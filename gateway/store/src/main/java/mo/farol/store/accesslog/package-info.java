/** Access records that are written outside the redeeming statement, and read back for receipts. */
@NullMarked
package mo.farol.store.accesslog;

import org.jspecify.annotations.NullMarked;
