@NullMarked
package mo.farol.server.signin;

import org.jspecify.annotations.NullMarked;
