@NullMarked
package mo.farol.server.verification;

import org.jspecify.annotations.NullMarked;
