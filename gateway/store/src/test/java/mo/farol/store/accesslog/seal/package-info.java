@NullMarked
package mo.farol.store.accesslog.seal;

import org.jspecify.annotations.NullMarked;
