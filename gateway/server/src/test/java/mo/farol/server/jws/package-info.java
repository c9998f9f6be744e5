@NullMarked
package mo.farol.server.jws;

import org.jspecify.annotations.NullMarked;
