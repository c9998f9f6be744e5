@NullMarked
package mo.farol.server.receipt;

import org.jspecify.annotations.NullMarked;
