@NullMarked
package mo.farol.server.jwks;

import org.jspecify.annotations.NullMarked;
