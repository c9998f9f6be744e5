/** How terminals sign in (OAuth 2.0 client credentials) and how their access tokens are checked. */
@NullMarked
package mo.farol.server.auth;

import org.jspecify.annotations.NullMarked;
