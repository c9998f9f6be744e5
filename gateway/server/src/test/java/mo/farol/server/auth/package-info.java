@NullMarked
package mo.farol.server.auth;

import org.jspecify.annotations.NullMarked;
